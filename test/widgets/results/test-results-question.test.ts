import { expect, html } from '@open-wc/testing';
import { byRole, textOf } from '../../../stories/fixtures/support/query.js';
import { patWith } from '../../../stories/fixtures/support/reports.js';
import { press, reads } from '../support/reads.js';
import { mountResults, openResult, years } from '../support/results.js';

describe('<test-results>: a question about a result', () => {
  const template = html`<test-results messages-href="/messages"></test-results>`;
  const open = async (markup = html`<test-results></test-results>`) => {
    const stage = await mountResults(
      { signedInAs: 'pat.doe', people: [patWith(...years)] },
      markup,
    );
    await openResult(stage.widget, 'Salts');
    return stage;
  };
  const listen = (target: EventTarget, take: boolean) => {
    const heard: object[] = [];
    const stop = new AbortController();
    target.addEventListener(
      'portal-message-start',
      (event) => {
        const { subjectId, resultId } = event as Event & { subjectId: string; resultId: string };
        heard.push({ subjectId, resultId });
        if (take) event.preventDefault();
      },
      { signal: stop.signal },
    );
    return {
      heard,
      stop: () => {
        stop.abort();
      },
    };
  };

  it('is handed to the inbox of the page by ids alone', async () => {
    const { widget } = await open();
    const { heard, stop } = listen(document, true);
    press(widget, 'Ask about this result');
    stop();
    expect(heard).to.deep.equal([{ subjectId: 'pat', resultId: 'on-2026-05-01' }]);
    await widget.updateComplete;
    expect(textOf(widget)).not.to.contain('You can’t send');
  });

  it('says whom to call where no inbox takes it', async () => {
    const { widget } = await open();
    press(widget, 'Ask about this result');
    await reads(widget, 'To ask about this result, call your office: 1-555-555-0118');
  });

  it('is a link to the page of messages, with the opaque id alone, unless an inbox takes it', async () => {
    const { widget } = await open(template);
    const link = byRole(widget, 'link', 'Ask about this result') as HTMLAnchorElement;
    expect(link.getAttribute('href')).to.equal('/messages#message-about=on-2026-05-01');
    const { stop } = listen(document, true);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    link.dispatchEvent(click);
    stop();
    expect(click.defaultPrevented).to.equal(true);
  });
});
