import { expect } from '@open-wc/testing';
import { PortalClient } from '../../../src/client/portal-client.js';
import { getSession, signOut } from '../../../src/contract/generated/session.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { TabStorage } from '../../../src/session/remembered-record.js';
import { SharedSession } from '../../../src/session/shared-session.js';
import { createBackend } from '../../../mocks/backend.js';
import { createFetch } from '../../../mocks/fetch.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';
import { newTabStorage } from '../../../stories/fixtures/support/tab-storage.js';
import { consoleLines } from '../../support/console-errors.js';
import { makePerson, password } from '../../support/sample-people.js';

const baseUrl = `${location.origin}/api`;

const nobody = {};
let session: SharedSession | undefined;

/** A page in a browser that holds something back. */
const openPage = async (tabStorage?: TabStorage) => {
  const timers = new ManualTimers();
  const backend = await createBackend({
    policy: mycooper,
    clock: timers.clock,
    people: [makePerson('ann', 'ann'), makePerson('bob', 'bob')],
    passwordIterations: 1,
  });
  const ask = createFetch(backend, { browser: 'one' });
  const load = async () => {
    session?.leave(nobody);
    session = SharedSession.join(
      { baseUrl, policy: mycooper, timers, fetch: ask, tabStorage },
      nobody,
    );
    const { store } = session;
    await eventually(() => {
      expect(store.getState().status).not.to.equal('starting');
    });
    return store;
  };
  return { timers, backend, ask, load };
};

const credentials = { type: 'sign-in', username: 'ann', password } as const;

const full = (): never => {
  throw new DOMException('', 'QuotaExceededError');
};

function forbidden(): never {
  throw new DOMException('', 'SecurityError');
}

describe('a browser that lets tabs share less', () => {
  afterEach(() => {
    session?.leave(nobody);
    session = undefined;
  });

  it('has sessions without BroadcastChannel: each tab finds out for itself as it is looked at, and the console says so once', async () => {
    const { ask, load, timers } = await openPage(newTabStorage());
    const Original = globalThis.BroadcastChannel;
    for (const without of [undefined, forbidden]) {
      Object.assign(globalThis, { BroadcastChannel: without });
      try {
        const warnings = await consoleLines(async () => {
          const store = await load();
          await store.dispatch(credentials);
          expect(store.getState().status).to.equal('signed-in');
          // It is watched by now, and warns.
          timers.advance({ minutes: 13 });
          await eventually(() => {
            expect(store.getState()).to.have.nested.property('warning.endsAt');
          });
          const elsewhere = new PortalClient({ baseUrl, fetch: ask });
          elsewhere.csrfToken = (await elsewhere.call(getSession, {})).csrfToken;
          await elsewhere.call(signOut, {});
          window.dispatchEvent(new Event('focus'));
          await eventually(() => {
            expect(store.getState().status).to.equal('signed-out');
          });
        });
        const told = warnings.filter((line) => line.includes('share or keep less'));
        if (without === undefined) expect(told).to.have.length(1);
        else expect(told).to.deep.equal([]);
        expect(warnings.join(' ')).not.to.match(/\bann\b/);
      } finally {
        globalThis.BroadcastChannel = Original;
      }
    }
  });

  for (const [what, data] of [
    ['null', null],
    ['text', 'signed-out'],
    ['a list', [{ type: 'signed-out' }]],
    ['a number', NaN],
    ['what has no type', {}],
    ['a type that is none', { type: { type: 'signed-out' } }],
    ['a type that nobody knows', { type: 'else' }],
    ['a time that is none', { type: 'used', at: 'now' }],
    ['an endless time', { type: 'kept-alive', at: Infinity }],
    ['no time', { type: 'used', at: null }],
  ] as const) {
    it(`passes over ${what} that comes from another tab`, async () => {
      const { load, timers } = await openPage(newTabStorage());
      const store = await load();
      await store.dispatch(credentials);
      timers.advance({ minutes: 12 });
      await import('../../../src/session/watched-guard.js');
      await eventually(() => {
        timers.advance({ minutes: 0 });
        expect(store.getState().status).to.equal('signed-in');
      });
      const failures: string[] = [];
      const onError = (event: ErrorEvent) => {
        event.preventDefault();
        failures.push(event.message);
      };
      window.addEventListener('error', onError);
      try {
        const heard = ['portal-session', 'portal-idle'].map((name) => {
          const channel = new BroadcastChannel(`${name} ${baseUrl}`);
          const last = new BroadcastChannel(`${name} ${baseUrl}`);
          channel.postMessage(data);
          return new Promise<void>((resolve) => {
            last.onmessage = () => {
              channel.close();
              last.close();
              resolve();
            };
          });
        });
        await Promise.all(heard);
      } finally {
        window.removeEventListener('error', onError);
      }
      expect(failures).to.deep.equal([]);
      expect(store.getState()).to.include({ status: 'signed-in' });
      timers.advance({ minutes: 1 });
      await eventually(() => {
        expect(store.getState()).to.have.nested.property('warning.endsAt');
      });
    });
  }

  for (const [what, storage] of [
    ['is full', { ...newTabStorage(), setItem: full }],
    ['is forbidden', { getItem: full, setItem: full, removeItem: full }],
  ] as const) {
    it(`keeps which record is open as long as the page is where its storage ${what}, and breaks nothing`, async () => {
      const { load, backend } = await openPage(storage);
      await backend.db.transact(({ proxies }) => {
        proxies.put({
          id: 'bob-of-ann',
          patientId: 'bob',
          proxyPatientId: 'ann',
          relationship: 'spouse',
          access: 'full',
          givenBy: 'consent-form',
          since: backend.clock.now(),
          ended: null,
        });
      });
      const open = (store: SharedSession['store']) => {
        const state = store.getState();
        return state.status === 'signed-in' ? state.subject.id : state.status;
      };
      const store = await load();
      await store.dispatch(credentials);
      await store.dispatch({ type: 'open-record', subject: 'bob' });
      expect(open(store)).to.equal('bob');
      await store.dispatch({ type: 'expire' });
      await store.dispatch(credentials);
      expect(open(store)).to.equal('bob');
      await store.dispatch({ type: 'sign-out' });
      expect(open(store)).to.equal('signed-out');
      await store.dispatch(credentials);
      expect(open(store)).to.equal('ann');
    });
  }

  it('does not open what was open before the storage was full', async () => {
    const kept = newTabStorage();
    const { load } = await openPage(kept);
    const first = await load();
    await first.dispatch(credentials);
    first.tabStorage.setItem('key', 'old');
    Object.assign(kept, { setItem: full });
    first.tabStorage.setItem('key', 'new');
    expect(first.tabStorage.getItem('key')).to.equal('new');
    expect((await load()).tabStorage.getItem('key')).to.equal(null);
  });
});
