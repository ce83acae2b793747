import { expect, html } from '@open-wc/testing';
import { nothing } from 'lit';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole, expectFocusOn, isThere } from '../../../stories/fixtures/support/query.js';
import { patWith, reportWith } from '../../../stories/fixtures/support/reports.js';
import { press, reads } from '../support/reads.js';
import { counts, mountResults, openResult } from '../support/results.js';

const reports = Array.from({ length: 25 }, (_, index) =>
  reportWith({ id: `r${index}`, name: `Test ${index}` }),
);

/** The results of Pat on a page with a router, 20 in the list, and what the router hears. */
const mountRouted = async (resultId: string | null = null) => {
  const stage = await mountResults(
    { signedInAs: 'pat.doe', people: [patWith(...reports)] },
    html`<test-results history="off" result-id=${resultId ?? nothing}></test-results>`,
  );
  const told: string[] = [];
  for (const type of ['portal-result-opened', 'portal-result-closed'] as const) {
    stage.session.addEventListener(type, (event) => {
      told.push(`${type.slice('portal-result-'.length)} ${event.resultId}`);
    });
  }
  return { ...stage, told };
};

/** Of whatever the list has not come to. */
const farDown = 'r24';

describe('<test-results>: a result that the page opens by its id', () => {
  for (const id of ['r0', farDown]) {
    it(`shows at once, and closes with the attribute: ${id}`, async () => {
      const { widget, told } = await mountRouted(id);
      await eventually(() => byRole(widget, 'heading', `Test ${id.slice(1)}`));
      widget.removeAttribute('result-id');
      await counts(widget, 'Showing 20 of 25');
      expect(isThere(widget, 'heading', `Test ${id.slice(1)}`)).to.equal(false);
      widget.setAttribute('result-id', id);
      await eventually(() => byRole(widget, 'heading', `Test ${id.slice(1)}`));
      expect(told, 'the page knows').to.deep.equal([]);
      expect(widget.getAttribute('result-id')).to.equal(id);
    });
  }

  it('closes by its button, and the page hears of it', async () => {
    const { widget, told } = await mountRouted(farDown);
    await eventually(() => byRole(widget, 'heading', 'Test 24'));
    press(widget, 'Back to the list');
    await eventually(() => {
      expect(told).to.deep.equal(['closed r24']);
    });
    expect(isThere(widget, 'heading', 'Test 24')).to.equal(false);
  });

  it('follows what somebody opens, and says it once', async () => {
    const { widget, told } = await mountRouted();
    await openResult(widget, 'Test 3');
    widget.setAttribute('result-id', 'r3');
    await widget.updateComplete;
    byRole(widget, 'heading', 'Test 3');
    press(widget, 'Back to the list');
    await eventually(() => {
      expect(told).to.deep.equal(['opened r3', 'closed r3']);
    });
  });

  it('that is not there gives way to the list, with a note', async () => {
    const { widget, told } = await mountRouted('gone');
    await reads(widget, 'We can’t find that result.');
    await counts(widget, 'Showing 20 of 25');
    expect(told).to.deep.equal(['closed gone']);
    await openResult(widget, 'Test 3');
    press(widget, 'Back to the list');
    await eventually(() => {
      expect(isThere(widget, 'heading', 'Test 3')).to.equal(false);
    });
    expect(widget.shadowRoot?.textContent).not.to.contain('We can’t find that result.');
  });

  it('is no longer open once its record is not, and does not open in another', async () => {
    const { widget, session, told } = await mountRouted('r0');
    await eventually(() => byRole(widget, 'heading', 'Test 0'));
    await session.signOut();
    await eventually(() => {
      expect(told).to.deep.equal(['closed r0']);
    });
  });

  it('keeps the focus in the element, where it was', async () => {
    const { widget } = await mountRouted();
    await reads(widget, 'Showing 20 of');
    byRole(widget, 'button', 'Test 3').focus();
    widget.setAttribute('result-id', 'r5');
    const heading = await eventually(() => byRole(widget, 'heading', 'Test 5'));
    await eventually(() => {
      expectFocusOn(heading);
    });
  });
});
