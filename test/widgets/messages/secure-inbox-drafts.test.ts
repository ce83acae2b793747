import { expect } from '@open-wc/testing';
import {
  actFor,
  addFiles,
  compose,
  picture,
  reply,
  show,
} from '../../../stories/fixtures/steps/correspondent.js';
import { press } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { mountInbox, drafts } from '../support/inbox.js';
import {
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
} from '../../../stories/fixtures/support/query.js';
import { reads } from '../support/reads.js';

describe('<secure-inbox>: drafts', () => {
  it('come back after an idle logout, with their files, for the same person only', async () => {
    const stage = await mountInbox();
    const { widget, session, timers, signInElsewhere } = stage;
    await compose(widget, { text: 'My feet hurt on long walks.' });
    addFiles(widget, picture('left.png'));
    await reads(widget, 'left.png was added.');
    timers.advance({ seconds: 2 });
    await reads(widget, 'Draft saved at');
    timers.advance({ minutes: 15 });
    await reads(widget, 'You were signed out.');
    expect(widget.shadowRoot?.innerHTML).not.to.contain('left.png');

    const comeBackAs = async (username: string) => {
      await signInElsewhere(username);
      await session.context?.store.dispatch({ type: 'refresh' });
    };
    await comeBackAs('henry.okafor');
    await reads(widget, /Showing \d/);
    expect(isThere(widget, 'heading', 'Write a message')).to.equal(false);
    await show(widget, 'Drafts');
    await reads(widget, 'No drafts');
    await session.signOut();
    await comeBackAs('rosa.delgado');
    const text = await eventually(() => byLabel(widget, 'Your message'));
    expect(text.value).to.equal('My feet hurt on long walks.');
    expect(byLabel(widget, 'Subject').value).to.equal('Shoes');
    await reads(widget, 'left.png (1 kB)');
    await press(widget, 'Send message');
    await reads(widget, 'Download left.png');
  });

  it('of an answer come back under its thread, in the record in which it was written', async () => {
    const stage = await mountInbox({ signedInAs: 'henry.okafor' });
    const { widget, session, timers, signInElsewhere } = stage;
    await actFor(widget.parentElement ?? widget, 'Ada Okafor');
    await reads(widget, 'Messages for Ada Okafor');
    await reply(widget, 'Belly aches before school', 'She sleeps well.');
    timers.advance({ seconds: 2 });
    await reads(widget, 'Draft saved at');
    timers.advance({ minutes: 15 });
    await reads(widget, 'You were signed out.');
    const kept = session.tabStorage?.getItem('portal-writing') ?? '';
    expect(kept.split(' ')).to.have.length(3);
    await signInElsewhere('henry.okafor');
    await session.context?.store.dispatch({ type: 'refresh' });
    await reads(widget, 'You’re viewing Ada Okafor’s record.');
    const text = await eventually(() => byLabel(widget, 'Your message'));
    expect(text.value).to.equal('She sleeps well.');
  });

  it('that nobody was writing as the session idled stay in their folder', async () => {
    const { widget, session, timers, signInElsewhere } = await mountInbox();
    await compose(widget);
    timers.advance({ seconds: 2 });
    await reads(widget, 'Draft saved at');
    await press(widget, 'Back to messages');
    timers.advance({ minutes: 15 });
    await reads(widget, 'You were signed out.');
    await signInElsewhere('rosa.delgado');
    await session.context?.store.dispatch({ type: 'refresh' });
    await reads(widget, 'Drafts 1 not sent');
    expect(isThere(widget, 'heading', 'Write a message')).to.equal(false);
  });

  it('are dropped when their owner says so twice', async () => {
    const stage = await mountInbox();
    const { widget } = stage;
    await compose(widget);
    await press(widget, 'Back to messages');
    await show(widget, 'Drafts');
    await press(widget, 'Delete Shoes');
    await eventually(() => {
      expectFocusOn(byRole(widget, 'button', 'Keep it'));
    });
    await press(widget, 'Keep it');
    await press(widget, 'Delete Shoes');
    await press(widget, 'Delete draft');
    await reads(widget, 'No drafts');
    expect(drafts(stage)).to.have.length(0);
  });

  it('are counted and listed however long it takes to save the last of them', async () => {
    const { widget, backend } = await mountInbox();
    const release = backend.faults.hold('saveDraft');
    await compose(widget);
    await press(widget, 'Back to messages');
    await show(widget, 'Drafts');
    await reads(widget, 'No drafts');
    release();
    await reads(widget, '1 draft');
    await reads(widget, 'Drafts 1 not sent');
  });

  it('of one record are not those of another', async () => {
    const { widget } = await mountInbox({ signedInAs: 'henry.okafor' });
    await compose(widget);
    await press(widget, 'Back to messages');
    await reads(widget, 'Drafts 1 not sent');
    await actFor(widget.parentElement ?? widget, 'Ada Okafor');
    await reads(widget, 'Messages for Ada Okafor');
    await show(widget, 'Drafts');
    await reads(widget, 'No drafts');
  });
});
