import { expect, html } from '@open-wc/testing';
import type * as contract from '../../../src/contract/messages/drafts.js';
import type { InputOf } from '../../../src/contract/endpoint.js';
import { saveDraft } from '../../../src/contract/generated/details/drafts.js';
import type { Subject } from '../../../src/contract/account/session.js';
import type { DraftContent } from '../../../src/forms/draft-fields.js';
import { fillIn } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import type { SentRequest } from '../support/mount.js';
import {
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import {
  rosa,
  open,
  note,
  type,
  stored,
  notesOf,
  reads,
  typeAndSave,
  signIn,
} from '../support/draft-controller.js';

const isLeo = ({ displayName }: Subject) => displayName.startsWith('Leo');

const saves = (requests: readonly SentRequest[]) =>
  requests.filter(({ method, url }) => method === 'PUT' && url.includes('/drafts/'));
const savedNotes = (requests: readonly SentRequest[]) =>
  saves(requests).map(({ body }) => (JSON.parse(body) as { content: DraftContent }).content);

describe('a draft of a form', () => {
  it('is saved within a second of the first keystroke, with what is there by then', async () => {
    const stage = await open();
    const { widget, timers, requests } = stage;
    await type(widget, 'R');
    await reads(widget, 'Saving draft…');
    expect(saves(requests)).to.have.length(0);
    timers.advance({ milliseconds: 600 });
    await type(widget, ' Rx ');
    timers.advance({ milliseconds: 400 });
    await reads(widget, 'Draft saved at 9:30');
    expect(notesOf(stage)).to.deep.equal([{ '/body/note': ' Rx ', '/body/pharmacy': '' }]);
    await typeAndSave(stage, ' Rx 7');
    expect(savedNotes(requests).map((content) => content['/body/note'])).to.deep.equal([
      ' Rx ',
      ' Rx 7',
    ]);
  });

  it('never has a password in it, nor a field that is not marked', async () => {
    const stage = await open();
    await note(stage.widget);
    fillIn(byLabel(stage.widget, 'Password'), 'hunter2 hunter2');
    fillIn(byLabel(stage.widget, 'Answer'), 'Rex');
    await typeAndSave(stage, 'x');
    const sent = stage.requests.map(({ body }) => body).join();
    expect(sent).not.to.contain('hunter2').and.not.contain('Rex');
  });

  it('comes back after an idle logout, exactly, to the same person', async () => {
    const stage = await open();
    const { widget, timers, session } = stage;
    const typed = '  two  spaces, “quotes” 😀 ';
    await typeAndSave(stage, typed);
    timers.advance({ minutes: 16 });
    await eventually(() => {
      expect(session.context?.store.getState().status).to.equal('signed-out');
      expect(isThere(widget, 'form')).to.equal(false);
    });
    await signIn(stage, 'rosa.delgado');
    expect((await note(widget)).value).to.equal(typed);
    await reads(
      widget,
      /This is what you typed on May 4, 2026 at 9:30.AM\. It hasn’t been sent yet\./,
    );
  });

  it('shows nothing to another person, and is theirs in nothing', async () => {
    const stage = await open();
    const { widget, session } = stage;
    await typeAndSave(stage, 'for Rosa only');
    await type(widget, 'for Rosa only, too');
    await session.signOut();
    await signIn(stage, 'henry.okafor');
    expect((await note(widget)).value).to.equal('');
    stage.timers.advance({ seconds: 5 });
    await typeAndSave(stage, 'Henry');
    expect(widget.shadowRoot?.innerHTML).not.to.contain('Rosa only');
    const [first, second] = stored(stage);
    expect(first?.accountId).not.to.equal(second?.accountId);
    expect(notesOf(stage).map((content) => content['/body/note'])).to.deep.equal([
      'for Rosa only',
      'Henry',
    ]);
  });

  it('forgets what was not saved yet when the session ends', async () => {
    const stage = await open();
    await type(stage.widget, 'secret');
    await stage.session.signOut();
    stage.timers.advance({ seconds: 5 });
    expect(saves(stage.requests)).to.have.length(0);
    expect(notesOf(stage)).to.deep.equal([]);
  });

  it('ends a save that is under way when the session ends', async () => {
    const stage = await open();
    await type(stage.widget, 'x');
    stage.backend.faults.hold('saveDraft');
    stage.timers.advance({ seconds: 1 });
    await eventually(() => {
      expect(saves(stage.requests)).to.have.length(1);
    });
    await stage.session.signOut();
    await eventually(() => {
      expect(saves(stage.requests)[0]?.signal.aborted).to.equal(true);
    });
  });

  it('is not sent in the session of somebody who has signed in meanwhile in another tab', async () => {
    const stage = await open();
    await type(stage.widget, 'for Rosa only');
    await stage.signInElsewhere('henry.okafor');
    stage.timers.advance({ seconds: 1 });
    await eventually(() => {
      const state = stage.session.context?.store.getState();
      expect(state).to.have.nested.property('account.displayName', 'Henry Okafor');
    });
    expect((await note(stage.widget)).value).to.equal('');
    expect(saves(stage.requests)).to.have.length(1);
    expect(notesOf(stage)).to.deep.equal([]);

    // It comes back to whom it belongs.
    await stage.session.signOut();
    await signIn(stage, 'rosa.delgado');
    await eventually(() => {
      expect(byLabel(stage.widget, 'Note').value).to.equal('for Rosa only');
    });
    stage.timers.advance({ seconds: 1 });
    await reads(stage.widget, 'Draft saved at');
    expect(notesOf(stage).map((content) => content['/body/note'])).to.deep.equal(['for Rosa only']);
  });

  it('stays with the record in which it was typed', async () => {
    const stage = await open();
    const { widget, session } = stage;
    await type(widget, 'about Rosa');
    const state = session.context?.store.getState();
    const leo = state?.status === 'signed-in' ? state.subjects.find(isLeo) : undefined;
    await session.context?.store.dispatch({ type: 'open-record', subject: leo?.id ?? '' });
    await eventually(() => {
      expect(notesOf(stage).map((content) => content['/body/note'])).to.deep.equal(['about Rosa']);
    });
    expect((await note(widget)).value).to.equal('');
    await typeAndSave(stage, 'about Leo');
    expect(stored(stage).map(({ patientId }) => patientId)).to.deep.equal([
      state?.status === 'signed-in' && state.subject.id,
      leo?.id,
    ]);
  });

  it('can belong to the own record, whichever is open', async () => {
    const stage = await open(rosa, html`<own-draft-probe></own-draft-probe>`);
    const state = await eventually(() => {
      const now = stage.session.context?.store.getState();
      if (now?.status !== 'signed-in') throw new Error('Not yet.');
      return now;
    });
    const [own] = state.subjects;
    const leo = state.subjects.find(isLeo);
    await stage.session.context?.store.dispatch({ type: 'open-record', subject: leo?.id ?? '' });
    await typeAndSave(stage, 'mine');
    expect(stored(stage).map(({ patientId }) => patientId)).to.deep.equal([own?.id]);
  });

  it('belongs to one thing: another one has its own', async () => {
    const stage = await open();
    const { widget } = stage;
    await type(widget, 'one');
    widget.thing = 'two';
    await eventually(() => {
      expect(byLabel(widget, 'Note').value).to.equal('');
    });
    await typeAndSave(stage, 'two');
    expect(stored(stage).map(({ name, content }) => [name, content['/body/note']])).to.deep.equal([
      ['probe-one', 'one'],
      ['probe-two', 'two'],
    ]);
    widget.thing = undefined;
    await eventually(() => {
      expect(isThere(widget, 'form')).to.equal(false);
    });
    widget.thing = 'one';
    await eventually(() => {
      expect(byLabel(widget, 'Note').value).to.equal('one');
    });
  });

  it('is gone once the form is sent', async () => {
    const stage = await open();
    await typeAndSave(stage, 'sent');
    await stage.widget.draft.clear();
    expect(notesOf(stage)).to.deep.equal([]);
    expect(stage.widget.draft.content).to.equal(undefined);
  });

  it('is not brought back by a save that is still under way when the form is sent', async () => {
    const stage = await open();
    await type(stage.widget, 'sent');
    const release = stage.backend.faults.hold('saveDraft');
    stage.timers.advance({ seconds: 1 });
    await eventually(() => {
      expect(saves(stage.requests)).to.have.length(1);
    });
    const cleared = stage.widget.draft.clear();
    release();
    await cleared;
    expect(notesOf(stage)).to.deep.equal([]);
  });

  it('asks the backend to drop nothing where nothing was kept', async () => {
    const stage = await open();
    await note(stage.widget);
    await stage.widget.draft.clear();
    expect(saves(stage.requests)).to.have.length(0);
  });

  it('stays dropped, though a save of before arrives late', async () => {
    const stage = await open();
    await typeAndSave(stage, 'late');
    await stage.widget.draft.clear();
    const { context } = stage.session;
    const [save] = saves(stage.requests);
    if (!context || !save) throw new Error('Nothing was saved.');
    const [, subject = '', draft = ''] = /patients\/(.+)\/drafts\/(.+)/.exec(save.url) ?? [];
    const body = JSON.parse(save.body) as InputOf<typeof contract.saveDraft>['body'];
    const answer = await context.client.call(saveDraft, { params: { subject, draft }, body });
    expect(answer).to.deep.equal({ outcome: 'late', draft: null });
    expect(notesOf(stage)).to.deep.equal([]);
  });

  it('stays, though an earlier one is dropped late', async () => {
    const stage = await open();
    await typeAndSave(stage, 'sent');
    const { held, release } = stage.backend.faults.holdNext('saveDraft');
    const dropped = stage.widget.draft.clear();
    await held;
    await typeAndSave(stage, 'the next');
    release();
    await dropped;
    expect(notesOf(stage).map((content) => content['/body/note'])).to.deep.equal(['the next']);
  });

  it('says that it could not be saved, and tries again with the next keystroke', async () => {
    const stage = await open();
    const { widget, backend, timers } = stage;
    await type(widget, 'a');
    backend.faults.set('saveDraft', { outcome: 'unavailable' });
    timers.advance({ seconds: 1 });
    await reads(widget, 'We couldn’t save your draft. We’ll try again as you type.');
    backend.faults.clear();
    await typeAndSave(stage, 'ab');
    expect(textOf(widget)).not.to.contain('could not be saved');
    expect(notesOf(stage).map((content) => content['/body/note'])).to.deep.equal(['ab']);
  });

  it('shows the form though it cannot be read, and asks before it replaces what was kept', async () => {
    const stage = await open();
    const { widget, session, backend } = stage;
    await typeAndSave(stage, 'before');
    await session.signOut();
    backend.faults.set('getDraft', { outcome: 'internal' });
    await signIn(stage, 'rosa.delgado');
    expect((await note(widget)).value).to.equal('');
    await type(widget, 'after');
    stage.timers.advance({ seconds: 1 });
    await reads(widget, /Here: after There: before/);
  });

  for (const [what, leave] of [
    ['the page is left', () => window.dispatchEvent(new Event('pagehide'))],
    ['it is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
  ] as const) {
    it(`is saved at once when ${what}, even if nobody waits for the answer`, async () => {
      const stage = await open();
      await type(stage.widget, 'last words');
      leave();
      const [save] = await eventually(() => {
        expect(notesOf(stage)).to.have.length(1);
        return saves(stage.requests);
      });
      expect(save?.keepalive).to.equal(true);
      stage.timers.advance({ seconds: 5 });
      expect(saves(stage.requests)).to.have.length(1);
    });
  }

  it('is saved at once when the field is left, and when the session is about to end', async () => {
    const stage = await open();
    const { widget, timers, session } = stage;
    await type(widget, 'left');
    (await note(widget)).blur();
    await reads(widget, 'Draft saved at');
    await type(widget, 'warned');
    const endsAt = timers.now() + 60_000;
    await session.context?.store.dispatch({ type: 'warn', warning: { endsAt } });
    await eventually(() => {
      expect(notesOf(stage).map((content) => content['/body/note'])).to.deep.equal(['warned']);
    });
  });

  it('is dropped, and the form as at first, when somebody starts over', async () => {
    const stage = await open();
    const { widget, session } = stage;
    await typeAndSave(stage, 'old');
    await session.signOut();
    await signIn(stage, 'rosa.delgado');
    const button = await eventually(() => byRole(widget, 'button', 'Start over'));
    await type(widget, 'old and new');
    button.click();
    await eventually(() => {
      expect(byLabel(widget, 'Note').value).to.equal('');
      expect(notesOf(stage)).to.deep.equal([]);
      expect(isThere(widget, 'button', 'Start over')).to.equal(false);
    });
    expectFocusOn(byLabel(widget, 'Note'));
  });
});
