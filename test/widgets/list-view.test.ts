import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, nothing } from 'lit';
import { UnreachableError } from '../../src/client/portal-errors.js';
import { ListView } from '../../src/reading/list-view.js';
import { FocusNext } from '../../src/ui/focus-next.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { byRole, focused, isThere, textOf } from '../../stories/fixtures/support/query.js';

interface Line {
  readonly id: string;
}

/** A reader that has read what the test says. */
class Reader {
  entries: readonly Line[] = [];
  total: number | undefined;
  isPending = false;
  error: unknown;
  hasMore = false;
  reads = 0;
  onNext: ((first: Line | undefined, place: number) => void) | undefined;
  readonly readOn = () => {
    this.reads += 1;
  };
}

class LinesElement extends LitElement {
  readonly reader = new Reader();
  readonly list: ListView<Line> = new ListView<Line>(this, this.reader, {
    id: 'more-lines',
    selectorOf: ({ id }, place) => `#${id}:nth-child(${place})`,
  });
  readonly focusNext = new FocusNext(this);
  extra = '';

  protected override render() {
    return html`
      <h2 hidden>Something else</h2>
      <h2 id="heading" tabindex="-1">Lines</h2>
      <p role="status">${this.list.countWords('en', 'There are no lines.')}</p>
      <ul>
        ${this.reader.entries.map(({ id }) => html`<li id=${id} tabindex="-1">${id}</li>`)}
      </ul>
      ${this.list.renderMore()}
      ${this.extra ? html`<button id=${this.extra} type="button">${this.extra}</button>` : nothing}
    `;
  }
}
customElements.define('lines-element', LinesElement);

const open = () => fixture<LinesElement>(html`<lines-element></lines-element>`);

const show = async (element: LinesElement, change: Partial<Reader>) => {
  Object.assign(element.reader, change);
  element.requestUpdate();
  await element.updateComplete;
};

const lines = (...ids: readonly string[]) => ids.map((id) => ({ id }));
const more = { entries: lines('a', 'b'), total: 1234, hasMore: true };
const offline = new UnreachableError({ cause: new Error('offline') });

describe('the view of a list', () => {
  it('tells how many show of how many, that there are none, or that they are awaited', async () => {
    const element = await open();
    const status = () => textOf(byRole(element, 'status'));
    expect(status()).to.equal('Loading…');
    await show(element, more);
    expect(status()).to.equal('Showing 2 of 1,234');
    await show(element, { entries: [], total: 0 });
    expect(status()).to.equal('There are no lines.');
    await show(element, { total: undefined, error: offline });
    expect(element.list.countWords('en', 'none')).to.equal('');
  });

  it('has a button for more as long as there are more, which tells how it stands', async () => {
    const element = await open();
    expect(isThere(element, 'button')).to.equal(false);
    await show(element, more);
    const button = byRole(element, 'button', 'Load more');
    button.click();
    expect(element.reader.reads).to.equal(1);
    await show(element, { isPending: true });
    expect(byRole(element, 'button', 'Loading…').ariaDisabled).to.equal('true');
    await show(element, { isPending: false, error: offline });
    expect(textOf(element)).to.contain('We can’t reach the portal.');
    byRole(element, 'button', 'Try again').click();
    expect(element.reader.reads).to.equal(2);
    await show(element, { error: undefined, hasMore: false });
    expect(isThere(element, 'button')).to.equal(false);
  });

  it('has a way to try again where there is no button for more', async () => {
    const element = await open();
    await show(element, { error: offline });
    const button = byRole(element, 'button', 'Try again');
    button.focus();
    button.click();
    expect(element.reader.reads).to.equal(1);
    await show(element, { error: undefined });
    await eventually(() => expect(focused()?.id).to.equal('heading'));
  });

  it('leads whoever waits at the button to where the page begins', async () => {
    const element = await open();
    await show(element, more);
    byRole(element, 'button', 'Load more').focus();
    element.reader.onNext?.({ id: 'c' }, 3);
    await show(element, { entries: lines('a', 'b', 'c'), hasMore: false });
    expect(focused()?.id).to.equal('c');
  });

  it('leads there, too, whoever has pressed it in a browser that gives no focus to what is clicked', async () => {
    const element = await open();
    await show(element, more);
    byRole(element, 'button', 'Load more').click();
    expect(focused()).to.equal(document.body);
    element.reader.onNext?.({ id: 'c' }, 3);
    await show(element, { entries: lines('a', 'b', 'c') });
    expect(focused()?.id).to.equal('c');
  });

  it('leads them to the heading where nothing has come', async () => {
    const element = await open();
    await show(element, more);
    byRole(element, 'button', 'Load more').focus();
    element.reader.onNext?.(undefined, 3);
    await show(element, { hasMore: false });
    expect(focused()?.id).to.equal('heading');
  });

  it('leaves whoever is elsewhere in peace', async () => {
    const element = await open();
    await show(element, more);
    element.renderRoot.querySelector<HTMLElement>('#a')?.focus();
    element.reader.onNext?.({ id: 'c' }, 3);
    await show(element, { entries: lines('a', 'b', 'c') });
    expect(focused()?.id).to.equal('a');
  });
});

describe('the focus that goes to what is not there yet', () => {
  const showExtra = async (element: LinesElement, extra: string) => {
    element.extra = extra;
    element.requestUpdate();
    await element.updateComplete;
  };

  it('waits until it is there, and goes there once', async () => {
    const element = await open();
    element.focusNext.on('#late');
    await element.updateComplete;
    expect(focused()).not.to.equal(element);
    await showExtra(element, 'late');
    expect(focused()?.id).to.equal('late');
    byRole(element, 'heading').focus();
    await showExtra(element, 'late');
    expect(focused()?.id).to.equal('heading');
  });

  it('goes to the first of several that is there', async () => {
    const element = await open();
    element.focusNext.on('#late', '#heading');
    await element.updateComplete;
    expect(focused()?.id).to.equal('heading');
  });
});
