import { expect } from '@open-wc/testing';
import { createFetch } from '../../mocks/fetch.js';
import { PortalClient } from '../../src/client/portal-client.js';
import {
  BadAnswerError,
  ConflictError,
  InvalidRequestError,
  NotFoundError,
  RefusedError,
  SignedOutError,
  TooManyRequestsError,
  UnavailableError,
  UnreachableError,
} from '../../src/client/portal-errors.js';
import {
  keepSessionAlive,
  getSession,
  signIn,
  signOut,
} from '../../src/contract/generated/session.js';
import {
  changeContact,
  changePassword,
  getPreferences,
} from '../../src/contract/generated/preferences.js';
import { searchResults } from '../../src/contract/generated/results.js';
import { getResult } from '../../src/contract/generated/details/results.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { consoleErrors } from '../support/console-errors.js';
import { ManualTimers } from '../../stories/fixtures/support/manual-timers.js';
import { lakeside } from '../../stories/fixtures/support/policies.js';
import { openPortal } from '../support/portal.js';
import { rejection } from '../support/rejection.js';
import { makePerson, makeReport, password } from '../support/sample-people.js';

const openClient = async () => {
  const reports = Array.from({ length: 45 }, (_, n) => makeReport({ id: `r${n}` }));
  const people = [makePerson('ann', 'ann.example', reports)];
  const { backend, clock } = await openPortal({ policy: lakeside, people });
  const client = new PortalClient({
    baseUrl: '/api',
    fetch: createFetch(backend),
    timers: new ManualTimers(),
  });
  return { backend, clock, client };
};

const signInAs = async (client: PortalClient, username: string, typed = password) => {
  const answer = await client.call(signIn, { body: { username, password: typed } });
  client.use(answer);
  if (answer.status !== 'signed-in') throw new Error(`Nobody is signed in: ${answer.status}.`);
  return answer;
};

describe('the client and the backend', () => {
  it('sign in once more after an answer that was lost', async () => {
    const { backend, client } = await openClient();
    await client.call(getSession, {});
    backend.faults.set('signIn', { outcome: 'lost' });
    const lost = await rejection(signInAs(client, 'ann.example'));
    expect(lost).to.be.instanceOf(UnreachableError);
    backend.faults.clear();
    expect((await signInAs(client, 'ann.example')).status).to.equal('signed-in');
  });

  it('go through a whole visit: sign in, all pages, one result, stay, sign out', async () => {
    const { client } = await openClient();
    const { subjects } = await signInAs(client, 'ann.example');
    const subject = subjects[0]?.id ?? '';
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { results: readonly { id: string }[]; total: number; nextCursor: string | null } =
        await client.call(searchResults, { params: { subject }, body: { cursor } });
      expect(page.total).to.equal(45);
      ids.push(...page.results.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(ids).size).to.equal(45);
    const result = await client.call(getResult, { params: { subject, result: ids[0] ?? '' } });
    expect(result.id).to.equal(ids[0]);
    const stay = await client.call(keepSessionAlive, { body: { idleSeconds: 0 } });
    expect(stay.status).to.equal('signed-in');
    await client.call(signOut, {});
    expect(await client.call(getSession, {})).to.include({ ended: 'sign-out' });
  });

  it('mean the same by a wrong password and by a lock', async () => {
    const { client } = await openClient();
    for (const [rule, attemptsLeft] of [
      ['login.no-hints', 2],
      ['login.no-hints', 1],
      ['login.lockout', 0],
    ] as const) {
      const error = await rejection(signInAs(client, 'ann.example', 'wrong'));
      expect(error).to.be.instanceOf(RefusedError);
      expect(error).to.include({ rule, attemptsLeft });
      expect((error as RefusedError).next).not.to.deep.equal([]);
    }
  });

  it('mean the same by each other failure', async () => {
    const { backend, clock, client } = await openClient();
    const search = () =>
      client.call(searchResults, { params: { subject: 'ann' }, body: { limit: 1 } });
    expect(await rejection(search()))
      .to.be.instanceOf(SignedOutError)
      .and.include({ idle: false });
    await signInAs(client, 'ann.example');
    const missing = { params: { subject: 'ann', result: 'nothing' } };
    expect(await rejection(client.call(getResult, missing))).to.be.instanceOf(NotFoundError);
    const invalid = { params: { subject: 'ann' }, body: { limit: 0 } };
    const wrong = await rejection(client.call(searchResults, invalid));
    expect(wrong).to.be.instanceOf(InvalidRequestError);
    expect((wrong as InvalidRequestError).errors[0]?.pointer).to.equal('/body/limit');

    backend.faults.set('searchResults', { outcome: 'unavailable' });
    expect(await rejection(search()))
      .to.be.instanceOf(UnavailableError)
      .and.include({ status: 503 });
    backend.faults.set('searchResults', { outcome: 'offline' });
    expect(await rejection(search())).to.be.instanceOf(UnreachableError);
    backend.faults.set('searchResults', { outcome: 'wrong' });
    let broken: unknown;
    const errors = await consoleErrors(async () => (broken = await rejection(search())));
    expect(broken).to.be.instanceOf(BadAnswerError);
    expect(errors).to.contain('results');
    backend.faults.clear();

    clock.advance({ minutes: lakeside.session.idleMinutes });
    expect(await rejection(search()))
      .to.be.instanceOf(SignedOutError)
      .and.include({ idle: true });

    let last: unknown;
    for (let n = 0; n < lakeside.login.requestsPerMinute + 1; n += 1) {
      last = await rejection(signInAs(client, `user.${n}`, 'wrong'));
    }
    expect(last).to.be.instanceOf(TooManyRequestsError).and.include({ retryAfterSeconds: 60 });
  });

  it('get over a token that another tab has made old', async () => {
    const { client } = await openClient();
    await signInAs(client, 'ann.example');
    client.csrfToken = 'from before';
    await client.call(searchResults, { params: { subject: 'ann' }, body: {} });
    expect(client.csrfToken).not.to.equal('from before');
  });

  it('tell a change of what has changed meanwhile from one that a rule refuses', async () => {
    const { backend, client } = await openClient();
    await backend.setPolicy(mycooper);
    await signInAs(client, 'ann.example');
    const { etag } = await client.call(getPreferences, {});
    const update = (phone: string) =>
      client.call(changeContact, {
        headers: { 'if-match': etag },
        body: { address: null, phone },
      });
    expect((await update('1-555-555-0111')).contact.phone).to.equal('1-555-555-0111');
    expect(await rejection(update('1-555-555-0112'))).to.be.instanceOf(ConflictError);
    const typed = { currentPassword: 'wrong', password: 'a long enough one' };
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const wrong = await rejection(client.call(changePassword, { headers, body: typed }));
    expect(wrong).to.be.instanceOf(RefusedError).and.include({ rule: 'password.change' });
    const pointers = (wrong as RefusedError).errors.map(({ pointer }) => pointer);
    expect(pointers).to.deep.equal(['/body/currentPassword']);
    await backend.setPolicy(lakeside);
    const { etag: now } = await client.call(getPreferences, {});
    const refused = client.call(changeContact, {
      headers: { 'if-match': now },
      body: { address: null, phone: null },
    });
    expect(await rejection(refused))
      .to.be.instanceOf(RefusedError)
      .and.include({ rule: 'contact.update' });
  });
});
