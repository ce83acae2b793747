import { expect } from 'chai';
import type { PortalClient } from '../../../src/client/portal-client.js';
import { RecordOpener } from '../../../src/session/open-record.js';
import type { SessionState, SignedInState } from '../../../src/session/session-state.js';

const client = {} as unknown as PortalClient;

const signedIn = (account: string, subject: string, change: Partial<SignedInState> = {}) =>
  ({
    status: 'signed-in',
    account: { id: account, displayName: account },
    subject: { id: subject },
    warning: null,
    ...change,
  }) as SignedInState;

const signedOut: SessionState = { status: 'signed-out', ended: 'idle' };

/** The record that is open in a state, and after it in another. */
const before = signedIn('ann', 'ann');
const openThen = (...states: readonly SessionState[]) => {
  const opener = new RecordOpener(client);
  opener.follow(before);
  const { open } = opener;
  for (const state of states) opener.follow(state);
  return { first: open, then: opener.open };
};

describe('the open record', () => {
  it('is of one account and one subject, and asks by the client of the session', () => {
    const { first } = openThen();
    expect(first).to.deep.include({ client, subject: 'ann', key: 'ann ann' });
    expect(first?.signal.aborted).to.equal(false);
  });

  it('is none before anybody has signed in', () => {
    const opener = new RecordOpener(client);
    opener.follow({ status: 'starting' });
    expect(opener.open).to.equal(undefined);
  });

  it('stays the same object whatever else changes', () => {
    const { first, then } = openThen(
      signedIn('ann', 'ann', { warning: { endsAt: 1 } }),
      signedIn('ann', 'ann', { subjects: [] }),
    );
    expect(then).to.equal(first);
    expect(first?.signal.aborted).to.equal(false);
  });

  for (const [what, states, key] of [
    ['another subject', [signedIn('ann', 'bob')], 'ann bob'],
    ['the same subject, opened by another account', [signedIn('bob', 'ann')], 'bob ann'],
    ['nobody', [signedOut], undefined],
    ['nobody known yet', [{ status: 'starting' }], undefined],
    ['the same again, in another session', [signedOut, before], 'ann ann'],
  ] as const) {
    it(`is closed, and its signal aborted, by ${what}`, () => {
      const { first, then } = openThen(...states);
      expect(first?.signal.aborted).to.equal(true);
      expect(then?.key).to.equal(key);
      expect(then).not.to.equal(first);
      expect(then?.signal.aborted ?? false).to.equal(false);
    });
  }

  it('is another one already for whoever hears that it was closed', () => {
    const opener = new RecordOpener(client);
    opener.follow(before);
    const heard: unknown[] = [];
    opener.open?.signal.addEventListener('abort', () => heard.push(opener.open?.key));
    opener.follow(signedIn('ann', 'bob'));
    expect(heard).to.deep.equal(['ann bob']);
  });
});
