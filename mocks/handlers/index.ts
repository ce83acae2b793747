import { http, type HttpHandler } from 'msw';
import type { Endpoint } from '../../src/contract/endpoint.js';
import { contract, type Contract, type EndpointId } from '../../src/contract/index.js';
import { notFound, type Refusal } from '../rules/decision.js';
import { checkActivationCode, signUp } from './activation.js';
import type { Answer } from './call.js';
import type { CookieJar } from './cookies.js';
import { handle, matchedPath, type Host } from './handle.js';
import { portalGuard } from './portal-guard.js';
import {
  changeContact,
  changeEmail,
  changePassword,
  changeSecurityQuestion,
  getPreferences,
} from './preferences.js';
import {
  readPasswordReset,
  recoverUsername,
  requestPasswordReset,
  resetPassword,
} from './recovery.js';
import { refuseWith } from './respond.js';
import { getResult, searchResults } from './results.js';
import { getSession, keepSessionAlive, signIn, signOut } from './session.js';

/** Every endpoint of the contract has its answer here. */
const answers: { readonly [Id in EndpointId]: Answer<Contract[Id]> } = {
  getSession,
  signIn,
  keepSessionAlive,
  signOut,
  checkActivationCode,
  signUp,
  recoverUsername,
  requestPasswordReset,
  readPasswordReset,
  resetPassword,
  getPreferences,
  changeEmail,
  changePassword,
  changeSecurityQuestion,
  changeContact,
  searchResults,
  getResult,
};

/** MSW handlers of the whole contract, and of what else is asked under its base URL. */
export const createHandlers = (host: Host, jar?: CookieJar): HttpHandler[] => {
  const guard = portalGuard(host, jar);
  const ids = Object.keys(contract) as EndpointId[];
  return [
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties row to answer
    ...ids.map(<Id extends EndpointId>(id: Id) => handle(contract[id], answers[id], host, guard)),
    ...otherMethods(Object.values(contract), host),
    http.all(`${host.baseUrl}/*`, () => refuse(notFound, host)),
  ];
};

/** What rows of a contract answer to methods that they do not have. */
export const otherMethods = (rows: readonly Endpoint[], host: Host): HttpHandler[] => {
  const paths = new Set(rows.map(({ path }) => path));
  return [...paths].map((path) => {
    const methods = rows.filter((row) => row.path === path).map(({ method }) => method);
    return http.all(matchedPath(path, host.baseUrl), () => {
      const response = refuse(wrongMethod, host);
      response.headers.set('Allow', methods.join(', '));
      return response;
    });
  });
};

const refuse = (refusal: Refusal, { policy, clock }: Host): Response =>
  refuseWith(refusal, { policy, now: clock.now() });

const wrongMethod: Refusal = {
  ok: false,
  kind: 'method-not-allowed',
  detail: 'This address does not know the method; `Allow` lists those it knows.',
  next: [],
};
