import type { PortalError } from '../../client/portal-errors.js';
import type { PolicyError } from '../../policy/policy-error.js';
import type { PortalPolicy } from '../../policy/portal-policy.js';
import type { PortalContext } from '../../session/portal-context.js';
import { tellAuthor, type SetupFault, type SetupProblem } from '../../shape/setup-problem.js';

interface Session {
  readonly localName: string;
  readonly baseUrl: string;
}

/**
 * What a failure says about the set-up of a page, told to its author; undefined: nothing, a backend that is down is
 * set up right. A part of `<portal-session>` that is fetched when something fails.
 * @param policy undefined: there is none that can be used
 */
export const setupFaultOf = (
  failure: unknown,
  session: Session,
  policy: PortalPolicy | undefined,
): SetupFault | undefined => {
  const problem = problemOf(failure, session);
  if (!problem) return undefined;
  const { message = '' } = failure as Partial<Error>;
  const baseUrl = `base-url "${session.baseUrl}"`;
  const isOfBaseUrl = /^base-url|not-enc/.test(problem);
  const detail = isOfBaseUrl
    ? baseUrl
    : problem === 'wrong-backend'
      ? `${baseUrl}: ${message}`
      : message;
  tellAuthor(problem, `<${session.localName}>`, detail);
  return { problem, phone: policy && (policy.support.phone ?? policy.support.officePhone) };
};

const problemOf = (failure: unknown, { baseUrl }: Session): SetupProblem | undefined => {
  const { problem, kind } = failure as Partial<PolicyError & PortalError>;
  if (problem) return problem;
  // Another page than a backend's. One that is down, or not reached, says nothing of this kind.
  if (kind) return kind === 'not-found' || kind === 'bad-answer' ? 'wrong-backend' : undefined;
  if (!baseUrl) return 'base-url-missing';
  if (!URL.canParse(baseUrl, document.baseURI)) return 'base-url-invalid';
  return String(failure).includes('base-url') ? 'not-encrypted' : 'not-loaded';
};

/** Tells the author where two sessions on one page are at odds. */
export const compareSessions = (
  first: PortalContext,
  second: PortalContext,
  { localName }: Session,
): void => {
  const tell = (problem: SetupProblem, one: string, other: string) => {
    if (one !== other) tellAuthor(problem, `<${localName}>`, `${one}, ${other}`);
  };
  tell('two-backends', first.client.baseUrl, second.client.baseUrl);
  tell('two-languages', first.locale, second.locale);
};
