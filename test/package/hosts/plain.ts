import { createClientFetch } from 'portal-widgets/adapter';
import 'portal-widgets/define';
import { loadPolicy, type PortalPolicy } from 'portal-widgets';
import { createBackend, createFetch, type Backend } from 'portal-widgets/mocks';
import { startServer } from 'portal-widgets/mocks/server';
import type { PortalElements } from 'portal-widgets/types/elements';

const results = document.createElement('test-results');
results.pageSize = 50;
results.addEventListener('portal-result-opened', ({ resultId }) => resultId.length);

// @ts-expect-error: a number
results.pageSize = 'many';

/** The types of a policy are its own, without zod. */
export const idleMinutes = ({ session }: PortalPolicy): number => session.idleMinutes.valueOf();

// @ts-expect-error: there is no such value
export const wrongValue = ({ session }: PortalPolicy) => session.idleHours;

export const simulated = async (): Promise<Backend> => {
  const backend = await createBackend({ policy: await loadPolicy('mychart') });
  backend.faults.set('searchResults', { outcome: 'offline' });
  // @ts-expect-error: there is no such endpoint
  backend.faults.set('searchEverything', { outcome: 'offline' });
  document.querySelector('portal-session')!.fetch = createFetch(backend);
  await startServer({ backend, port: 0, origins: [] });
  return backend;
};

type EventNames = {
  [Tag in keyof PortalElements]: keyof PortalElements[Tag]['events'];
}[keyof PortalElements];

/** The DOM's own types know every element and event. */
type Unknown =
  | Exclude<keyof PortalElements, keyof HTMLElementTagNameMap>
  | Exclude<EventNames, keyof HTMLElementEventMap>;
export const complete: [Unknown] extends [never] ? true : Unknown = true;

/** An API of the hospital's own, endpoint by endpoint: each is held to its row of the contract. */
export const ownApi = createClientFetch(
  { getSession: () => ({ status: 'signed-out', csrfToken: '', ended: null }) },
  { baseUrl: '/api' },
);

export const wrongApis = [
  // @ts-expect-error: there is no endpoint of this name
  createClientFetch({ getEverything: () => ({}) }, { baseUrl: '/api' }),
  // @ts-expect-error: the contract has no such answer
  createClientFetch({ getSession: () => ({ status: 'perhaps' }) }, { baseUrl: '/api' }),
];
