import { expect, html } from '@open-wc/testing';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import { fillIn } from '../../../stories/fixtures/steps/user.js';
import './draft-probe.js';
import type { DraftProbe } from './draft-probe.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { keptDrafts } from './kept-drafts.js';
import { mount, type MountOptions, type Stage } from './mount.js';
import { byLabel, textOf } from '../../../stories/fixtures/support/query.js';

export const rosa = { signedInAs: 'rosa.delgado' };

export const open = (options: MountOptions = rosa, template = html`<draft-probe></draft-probe>`) =>
  mount<DraftProbe>(template, options);

export const note = (widget: Element) => eventually(() => byLabel(widget, 'Note'));
export const type = async (widget: Element, text: string) => {
  fillIn(await note(widget), text);
};

export const stored = ({ backend }: Stage<DraftProbe>) =>
  keptDrafts(backend).map(
    ({ accountId, patientId, name, content }) => ({ accountId, patientId, name, content }) as const,
  );
export const notesOf = (stage: Stage<DraftProbe>) => stored(stage).map(({ content }) => content);

export const reads = (widget: Element, words: string | RegExp) =>
  eventually(() => {
    expect(textOf(widget)).to.match(words instanceof RegExp ? words : new RegExp(words));
  });

/** Types, and waits until it is stored. */
export const typeAndSave = async (
  stage: Stage<DraftProbe>,
  text: string,
  widget = stage.widget,
) => {
  await type(widget, text);
  stage.timers.advance({ seconds: 1 });
  await reads(widget, 'Draft saved at');
};

export const signIn = (stage: Stage<DraftProbe>, username: string) =>
  eventually(() => {
    const store = stage.session.context?.store;
    if (!store) throw new Error('There is no session yet.');
    return store;
  }).then((store) => store.dispatch({ type: 'sign-in', username, password: demoPassword }));
