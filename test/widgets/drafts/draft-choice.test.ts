import { expect, html } from '@open-wc/testing';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import {
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
} from '../../../stories/fixtures/support/query.js';
import { compose, show } from '../../../stories/fixtures/steps/correspondent.js';
import { fillIn, press } from '../../../stories/fixtures/steps/user.js';
import '../support/draft-probe.js';
import type { DraftProbe } from '../support/draft-probe.js';
import { mountInbox } from '../support/inbox.js';
import { mount } from '../support/mount.js';
import { reads } from '../support/reads.js';

const type = async (widget: Element, text: string) => {
  fillIn(await eventually(() => byLabel(widget, 'Note')), text);
};

describe('a draft of a form that is open twice, after the choice', () => {
  /** Both have read nothing; the first has saved at 9:30, the second types two minutes later. */
  const openTwice = async (text: string) => {
    const stage = await mount<DraftProbe>(
      html`<draft-probe></draft-probe><draft-probe></draft-probe>`,
      { signedInAs: 'rosa.delgado' },
    );
    const { widget: first, timers } = stage;
    const second = first.nextElementSibling as DraftProbe;
    await eventually(() => byLabel(second, 'Note'));
    await type(first, 'first');
    timers.advance({ seconds: 1 });
    await reads(first, /Draft saved at 9:30\sAM/);
    timers.advance({ minutes: 2 });
    await type(second, text);
    timers.advance({ seconds: 1 });
    return { first, second, timers };
  };

  for (const [choice, text] of [
    ['Keep what is here', 'second'],
    ['Take what is there', 'first'],
  ] as const) {
    it(`"${choice}" gives the focus to the form, with "${text}" in it`, async () => {
      const { second } = await openTwice('second');
      const button = await eventually(() => byRole(second, 'button', choice));
      button.focus();
      button.click();
      await eventually(() => {
        expect(isThere(second, 'alert')).to.equal(false);
        expectFocusOn(byLabel(second, 'Note'));
      });
      expect(byLabel(second, 'Note').value).to.equal(text);
    });
  }

  it('says when it was saved, though it was the other that has saved the same', async () => {
    const { second } = await openTwice('first');
    await reads(second, /Draft saved at 9:30\sAM/);
    expect(isThere(second, 'alert')).to.equal(false);
  });
});

describe('<secure-inbox>: several messages that are not sent', () => {
  it('are counted and listed, the latest first, each to be gone on with', async () => {
    const { widget, timers } = await mountInbox();
    for (const title of ['Shoes', 'Socks']) {
      await compose(widget, { title, text: `About ${title}` });
      timers.advance({ seconds: 2 });
      await reads(widget, 'Draft saved at');
      await press(widget, 'Back to messages');
      timers.advance({ minutes: 1 });
    }
    await compose(widget, { title: 'Gloves', text: 'About gloves' });
    await press(widget, 'Back to messages');
    await reads(widget, 'Drafts 3 not sent');
    await show(widget, 'Drafts');
    await reads(widget, /3 messages that you have not sent\. Gloves .* Socks .* Shoes /);
    await press(widget, 'Socks');
    await eventually(() => {
      expect(byLabel(widget, 'Your message').value).to.equal('About Socks');
    });
    expect(byLabel(widget, 'Subject').value).to.equal('Socks');
  });
});
