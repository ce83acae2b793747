import { DeskClient, DeskRefusal } from '../../../demo/desk/desk-client.js';
import type { Backend } from '../../../mocks/backend.js';
import type { Persistence } from '../../../mocks/db/persistence.js';
import { createFetch } from '../../../mocks/fetch.js';
import { Browser, openPortal, type Answer } from '../../support/portal.js';
import { rejection } from '../../support/rejection.js';
import { makePerson, makeReport } from '../../support/sample-people.js';

/** Sends what no page of another site can: JSON, even without a body. */
class StaffBrowser extends Browser {
  override send(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
    return super.send(method, path, { ...init, headers });
  }
}

/** What staff work with, over a backend's own fetch. */
export const deskOf = (backend: Backend) => new DeskClient('/api', createFetch(backend));

/** A portal with its desk open; `browser` is the patients'. */
export const openDesk = async (options: Parameters<typeof openPortal>[0] = {}) => {
  const portal = await openPortal({ ...options, desk: true });
  return {
    ...portal,
    desk: deskOf(portal.backend),
    staff: new StaffBrowser(portal.backend),
  };
};

/** A tab with the desk open, over data that others share, in one browser with them. */
export const openTab = async (persistence: Persistence) => {
  const { backend, desk } = await openDesk({
    people: [makePerson('ann', 'ann.example', [makeReport()]), makePerson('bob', 'bob.example')],
    persistence,
  });
  return { backend, desk, browser: new Browser(backend, { browser: 'laptop' }) };
};

/** What the desk says no with. */
export const refusal = async (work: Promise<unknown>): Promise<DeskRefusal> => {
  const error = await rejection(work);
  if (!(error instanceof DeskRefusal)) throw error;
  return error;
};
