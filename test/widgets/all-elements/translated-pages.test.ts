import { expect, html } from '@open-wc/testing';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole, textOf } from '../../../stories/fixtures/support/query.js';
import { mount } from '../support/mount.js';
import { reads } from '../support/reads.js';
import '../../../src/widgets/proxy-switcher/define.js';
import '../../../src/widgets/test-results/define.js';

/** Puts each text into `<font>`, in another language, and lets go of the nodes that were there: as Chrome does. */
const translate = (root: Node): void => {
  const tag: string = 'font';
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (texts.nextNode()) found.push(texts.currentNode as Text);
  for (const text of found.filter(({ data }) => data.trim() !== '')) {
    const font = document.createElement(tag);
    font.append(document.createElement(tag));
    font.firstElementChild?.append(`[${text.data.trim()}]`);
    text.replaceWith(font);
  }
};

describe('a page that the browser translates', () => {
  it('says how many results show, never how many there were', async () => {
    const { widget } = await mount(html`<test-results></test-results>`, {
      signedInAs: 'rosa.delgado',
    });
    await reads(widget, 'Showing 20 of 35');
    const more = byRole(widget, 'button', 'Load more');
    if (widget.shadowRoot) translate(widget.shadowRoot);
    expect(textOf(widget)).to.contain('[Showing 20 of 35]');
    more.click();
    await reads(widget, 'Showing 35 of 35');
    expect(textOf(widget)).not.to.contain('20 of 35');
  });

  it('says whose record is open, never whose it was', async () => {
    const { session } = await mount(
      html`<proxy-switcher></proxy-switcher><test-results></test-results>`,
      { signedInAs: 'henry.okafor' },
    );
    await eventually(() => expect(textOf(session)).to.contain('Showing'));
    for (const element of session.children) if (element.shadowRoot) translate(element.shadowRoot);
    const ada = session.context?.store.getState();
    if (ada?.status !== 'signed-in') throw new Error('Nobody is signed in.');
    const [, other] = ada.subjects;
    await session.openRecord(other?.id ?? '');
    await reads(session, `${other?.displayName ?? ''}’s record`);
    expect(textOf(session)).not.to.contain('[Your record]');
  });
});
