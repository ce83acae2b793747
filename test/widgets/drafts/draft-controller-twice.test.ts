import { expect, html } from '@open-wc/testing';
import { DraftProbe } from '../support/draft-probe.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
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
  notesOf,
  reads,
  typeAndSave,
  signIn,
} from '../support/draft-controller.js';

describe('a draft of a form that is open twice', () => {
  /** Both have read nothing; the first has saved, and the second has typed. */
  const openTwice = async () => {
    const stage = await open(rosa, html`<draft-probe></draft-probe><draft-probe></draft-probe>`);
    const second = stage.widget.nextElementSibling as DraftProbe;
    await note(second);
    await typeAndSave(stage, 'first');
    await type(second, 'second');
    stage.timers.advance({ seconds: 1 });
    await reads(second, /also typed in this form somewhere else.*Note Here: second There: first/);
    return { ...stage, stage, second };
  };

  it('tells the second, shows both, and replaces neither', async () => {
    const { stage, second, timers } = await openTwice();
    expect(byLabel(second, 'Note').value).to.equal('second');
    await type(second, 'second, too');
    timers.advance({ seconds: 5 });
    await reads(second, /Here: second, too There: first/);
    expect(textOf(second), 'what is alike').not.to.contain('Pharmacy Here');
    expect(notesOf(stage).map((content) => content['/body/note'])).to.deep.equal(['first']);
  });

  it('keeps what is here; then it is the first that is told', async () => {
    const { stage, second } = await openTwice();
    byRole(second, 'button', 'Keep what’s here').click();
    await reads(second, 'Draft saved at');
    expectFocusOn(byLabel(second, 'Note'));
    expect(notesOf(stage).map((content) => content['/body/note'])).to.deep.equal(['second']);
    await type(stage.widget, 'first again');
    stage.timers.advance({ seconds: 1 });
    await reads(stage.widget, /Here: first again There: second/);
  });

  it('takes what is there, and goes on from it', async () => {
    const { stage, second } = await openTwice();
    byRole(second, 'button', 'Use what’s there').click();
    await eventually(() => {
      expect(byLabel(second, 'Note').value).to.equal('first');
      expect(isThere(second, 'alert')).to.equal(false);
    });
    await typeAndSave(stage, 'first and second', second);
    expect(notesOf(stage).map((content) => content['/body/note'])).to.deep.equal([
      'first and second',
    ]);
  });

  it('asks nothing where both have typed the same', async () => {
    const stage = await open(rosa, html`<draft-probe></draft-probe><draft-probe></draft-probe>`);
    const second = stage.widget.nextElementSibling as DraftProbe;
    await note(second);
    await typeAndSave(stage, 'same');
    await typeAndSave(stage, 'same', second);
    expect(isThere(second, 'alert')).to.equal(false);
  });

  it('leaves alone what the other has typed since, when one that has not heard of it is sent', async () => {
    const stage = await open();
    await typeAndSave(stage, 'first');
    await stage.session.signOut();
    await signIn(stage, 'rosa.delgado');
    const second = new DraftProbe();
    await note(stage.widget);
    stage.widget.after(second);
    expect((await note(second)).value).to.equal('first');
    await typeAndSave(stage, 'first and second', second);
    await stage.widget.draft.clear();
    expect(notesOf(stage).map((content) => content['/body/note'])).to.deep.equal([
      'first and second',
    ]);
  });

  it('leaves the other’s alone when one is sent before anybody has chosen', async () => {
    const { stage, second } = await openTwice();
    await second.draft.clear();
    expect(notesOf(stage).map((content) => content['/body/note'])).to.deep.equal(['first']);
  });
});
