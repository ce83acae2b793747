import { createBackend, type Backend } from '../../../mocks/backend.js';
import { createFetch } from '../../../mocks/fetch.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { PortalClient } from '../../../src/client/portal-client.js';
import { SessionStore } from '../../../src/session/session-store.js';
import type { SessionState } from '../../../src/session/session-state.js';
import type { OpenTabChannel } from '../../../src/session/tab-channel.js';
import { hastyTimers } from '../../support/hasty-timers.js';
import { makePerson, password } from '../../support/sample-people.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';
import { newTabStorage } from '../../../stories/fixtures/support/tab-storage.js';
import { tabHub } from '../../support/tab-hub.js';

/** A request. */
export interface Sent {
  readonly method: string;
  readonly path: string;
}

/** One tab: a client and a store of its own, cookies and news shared with the other tabs. */
export interface Tab {
  readonly client: PortalClient;
  readonly store: SessionStore;
  /** Those that have begun. */
  readonly begun: Sent[];
  /** Those that were answered, or failed. */
  readonly sent: Sent[];
}

/** A browser with as many tabs as a test opens, in front of a backend with two people, `ann` and `bob`. */
export const openBrowser = async () => {
  const timers = new ManualTimers();
  const backend: Backend = await createBackend({
    policy: mycooper,
    clock: timers.clock,
    people: [makePerson('ann', 'ann'), makePerson('bob', 'bob')],
    passwordIterations: 1,
  });
  const openChannel: OpenTabChannel = tabHub();
  const ask = createFetch(backend, { browser: 'one' });
  const waits: number[] = [];
  /**
   * @param tabStorage of the tab, if it is one that is loaded again
   * @param channels those of its origin, if it is of another one
   */
  const openTab = (tabStorage = newTabStorage(), channels = openChannel): Tab => {
    const begun: Sent[] = [];
    const sent: Sent[] = [];
    const client = new PortalClient({
      baseUrl: '/api',
      fetch: (input, init) => {
        const path = new URL(new Request(input).url).pathname.replace('/api', '');
        const request = { method: init?.method ?? 'GET', path };
        begun.push(request);
        return ask(input, init).finally(() => sent.push(request));
      },
      timers: hastyTimers(waits),
    });
    return {
      client,
      store: new SessionStore({
        client,
        now: () => timers.now(),
        after: (...when) => timers.after(...when),
        openChannel: channels,
        tabStorage,
      }),
      begun,
      sent,
    };
  };
  return { backend, timers, openTab, openChannel, waits };
};

export const signInAs = (tab: Tab, username: string) =>
  tab.store.dispatch({ type: 'sign-in', username, password });

/** Resolves as soon as a store's state is as described. */
export const untilStatus = (
  { store }: Tab,
  status: SessionState['status'],
): Promise<SessionState> =>
  new Promise((resolve) => {
    const look = () => {
      if (store.getState().status !== status) return;
      unsubscribe();
      resolve(store.getState());
    };
    const unsubscribe = store.subscribe(look);
    look();
  });
