import { expect } from '@open-wc/testing';
import { PortalClient } from '../../src/client/portal-client.js';
import { UnreachableError } from '../../src/client/portal-errors.js';
import { systemTimers, type Timers } from '../../src/client/timers.js';
import { getSession } from '../../src/contract/generated/session.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { hastyTimers } from '../support/hasty-timers.js';
import { rejection } from '../support/rejection.js';

const signedOut = { status: 'signed-out', csrfToken: 'new', ended: null };

/** A timer that somebody has set. */
interface Timer {
  readonly milliseconds: number;
  readonly callback: () => void;
  ended: boolean;
}

const heldTimers = () => {
  const timers: Timer[] = [];
  const after = (milliseconds: number, callback: () => void) => {
    const timer = { milliseconds, callback, ended: false };
    timers.push(timer);
    return () => {
      timer.ended = true;
    };
  };
  return { timers, after };
};

/** Runs with other members of an object, and puts its own back. */
const withMembers = async <T extends object>(
  target: T,
  members: Partial<T>,
  run: () => Promise<void>,
): Promise<void> => {
  const own = Object.fromEntries(
    Object.keys(members).map((name) => [name, target[name as keyof T]]),
  );
  Object.assign(target, members);
  try {
    await run();
  } finally {
    Object.assign(target, own);
  }
};

const signedOutAfter = (failures: number): typeof globalThis.fetch => {
  let asked = 0;
  return () =>
    asked++ < failures
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(Response.json(signedOut));
};

describe('how the portal client waits', () => {
  const open = (after: Timers['after']) =>
    new PortalClient({
      baseUrl: '/api',
      fetch: signedOutAfter(1),
      timers: { ...systemTimers, after },
    });

  it('goes on when the time is over, and leaves nothing on a signal that outlives the call', async () => {
    const { timers, after } = heldTimers();
    const { signal } = new AbortController();
    const listeners = new Set<unknown>();
    signal.addEventListener = (_: string, listener: unknown) => void listeners.add(listener);
    signal.removeEventListener = (_: string, listener: unknown) => void listeners.delete(listener);
    const call = open(after).call(getSession, {}, { signal });
    await eventually(() => expect(timers).to.have.lengthOf(1));
    expect(timers[0]?.milliseconds).to.equal(400);
    expect(listeners.size).to.equal(1);
    timers[0]?.callback();
    expect(await call).to.deep.equal(signedOut);
    expect(timers[0]?.ended).to.equal(false);
    expect(listeners.size).to.equal(0);
  });

  it('ends the timer, with the reason of the signal that ends the wait', async () => {
    const { timers, after } = heldTimers();
    const controller = new AbortController();
    const { signal } = controller;
    const waiting = rejection(open(after).call(getSession, {}, { signal }));
    await eventually(() => expect(timers).to.have.lengthOf(1));
    controller.abort('another person');
    expect(await waiting).to.equal('another person');
    expect(timers[0]?.ended).to.equal(true);
  });

  it('is by the browser’s timers where nobody says otherwise, and by its own fetch', async () => {
    const set: (number | undefined)[] = [];
    const setTimeout = ((callback: () => void, milliseconds?: number) => {
      set.push(milliseconds);
      queueMicrotask(callback);
      return 7;
    }) as unknown as typeof globalThis.setTimeout;
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = (input) => {
      asked.push(new Request(input).url);
      return asked.length < 3
        ? Promise.reject(new TypeError('Failed to fetch'))
        : Promise.resolve(Response.json(signedOut));
    };
    await withMembers(globalThis, { setTimeout, fetch }, async () => {
      const client = new PortalClient({ baseUrl: '/api' });
      expect(await client.call(getSession, {})).to.deep.equal(signedOut);
    });
    expect(set).to.deep.equal([400, 1600]);
    expect(asked).to.deep.equal(Array(3).fill(`${location.origin}/api/session`));
  });

  it('ends the browser’s timer when the call ends', async () => {
    const controller = new AbortController();
    const setTimeout = (() => {
      queueMicrotask(() => {
        controller.abort('another person');
      });
      return 7;
    }) as unknown as typeof globalThis.setTimeout;
    const cleared: unknown[] = [];
    const clearTimeout: typeof globalThis.clearTimeout = (timer) => {
      cleared.push(timer);
    };
    await withMembers(globalThis, { setTimeout, clearTimeout }, async () => {
      const client = new PortalClient({
        baseUrl: '/api',
        fetch: () => Promise.reject(new TypeError('Failed to fetch')),
      });
      const { signal } = controller;
      expect(await rejection(client.call(getSession, {}, { signal }))).to.equal('another person');
    });
    expect(cleared).to.deep.equal([7]);
  });

  it('gives up half a minute after the question, or after the time that is set', async () => {
    const limits: number[] = [];
    const timeout = (milliseconds: number) => {
      limits.push(milliseconds);
      return AbortSignal.abort();
    };
    const fetch: typeof globalThis.fetch = (_, init) =>
      init?.signal?.aborted
        ? Promise.reject(init.signal.reason as Error)
        : Promise.resolve(Response.json(signedOut));
    const timers = hastyTimers([]);
    await withMembers(AbortSignal, { timeout }, async () => {
      for (const limit of [{}, { timeLimit: 5000 }]) {
        const client = new PortalClient({ baseUrl: '/api', fetch, timers, ...limit });
        expect(await rejection(client.call(getSession, {}))).to.be.instanceOf(UnreachableError);
      }
    });
    expect(limits).to.deep.equal([30_000, 30_000, 30_000, 5000, 5000, 5000]);
  });
});
