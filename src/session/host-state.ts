import type { SessionState } from './session-state.js';

/**
 * What a host's page may know of the session. `starting`: not known, because the backend has not answered yet or
 * could not say. A second step, or a new password, that is asked for still counts as `signed-out`.
 */
export type HostState = 'starting' | 'signed-out' | 'signed-in';

/**
 * Why the state or the open record is another now. `signed-in`: by the form, in another tab or at an identity
 * provider. `resumed`: somebody was signed in when the page asked first. `signed-out`: somebody has signed out, or
 * nobody was signed in when the page asked first. `idle`: the idle limit (`session.idle-logout`). `record`: the same
 * person has opened another record.
 */
export type SessionChange = 'signed-in' | 'resumed' | 'signed-out' | 'idle' | 'record';

/** What the page was told last. The ids are only compared. */
export interface Told {
  /** Empty: nobody is signed in. */
  readonly account: string;
  readonly record: string;
}

/** Undefined: not known now. */
export const toldOf = (state: SessionState): Told | undefined => {
  if (state.status === 'signed-in') return { account: state.account.id, record: state.subject.id };
  return state.status === 'signed-out' ? { account: '', record: '' } : undefined;
};

/**
 * Why the page has to be told something; undefined: it knows all.
 * @param before undefined: it was told nothing yet
 */
export const changeIn = (
  state: SessionState,
  before: Told | undefined,
): SessionChange | undefined => {
  const now = toldOf(state);
  if (!now) return undefined;
  if (now.account === before?.account) return now.record === before.record ? undefined : 'record';
  if (now.account) return before ? 'signed-in' : 'resumed';
  return 'ended' in state && state.ended === 'idle' ? 'idle' : 'signed-out';
};
