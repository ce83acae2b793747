import type { Later } from '../contract/fields.js';
import type { FieldError, NextStep } from '../contract/problems.js';
import type { RefusalId, RuleId } from '../policy/rules.js';
import type { Mistake } from '../shape/shape.js';

/** Why a call failed: one class for each cause, so that a widget can say the right words. */
export abstract class PortalError extends Error {
  abstract readonly kind:
    | 'refused'
    | 'signed-out'
    | 'session-changed'
    | 'invalid-request'
    | 'not-found'
    | 'conflict'
    | 'too-many-requests'
    | 'not-offered'
    | 'unavailable'
    | 'unreachable'
    | 'bad-answer';

  /** That of the class, by its kind: what builds a page may shorten the names of classes. */
  override get name(): string {
    return `${this.kind.replace(/(^|-)(.)/g, (_, _dash, letter: string) => letter.toUpperCase())}Error`;
  }
}

/** The backend understood and says no, by a rule. */
export class RefusedError extends PortalError {
  readonly kind = 'refused';
  readonly rule: RuleId | Later;
  /** Which of the rule's cases, where it has several. */
  readonly case: string | undefined;
  constructor(
    readonly refusal: RefusalId | Later,
    /** What the person can do now, best first. */
    readonly next: readonly NextStep[],
    /** For `login.*`: tries left before the account locks. */
    readonly attemptsLeft?: number | undefined,
    /** Fields that the rule is about, where it is about what was typed. */
    readonly errors: readonly FieldError[] = [],
  ) {
    super(`Refused by ${refusal}`);
    const [rule, ruleCase] = refusal.split('/');
    this.rule = rule as RuleId | Later;
    this.case = ruleCase;
  }
}

/** There is no session (any more): 401. */
export class SignedOutError extends PortalError {
  readonly kind = 'signed-out';
  constructor(
    /** The idle limit ended it (`session.idle-logout`). */
    readonly idle: boolean,
  ) {
    super('Nobody is signed in');
  }
}

/** Another session has begun in this browser, maybe somebody else's: what was asked in the one before was not done. */
export class SessionChangedError extends PortalError {
  readonly kind = 'session-changed';
  constructor() {
    super('Another session');
  }
}

/** Fields that the backend could not accept: 400. */
export class InvalidRequestError extends PortalError {
  readonly kind = 'invalid-request';
  constructor(readonly errors: readonly FieldError[]) {
    super('Not valid');
  }
}

/** No such thing, or none that this person may see: 404. */
export class NotFoundError extends PortalError {
  readonly kind = 'not-found';
  constructor() {
    super('Not found');
  }
}

/** What this was to change has changed in the meantime: 409, or 412 where the request says what was read. */
export class ConflictError extends PortalError {
  readonly kind = 'conflict';
  constructor() {
    super('Changed');
  }
}

/** Too many requests in a short time: 429. */
export class TooManyRequestsError extends PortalError {
  readonly kind = 'too-many-requests';
  constructor(
    /** Seconds to wait, as `Retry-After` says: 2 to 600, and 60 if it does not. */
    readonly retryAfterSeconds: number,
  ) {
    super('Too many requests');
  }
}

/** This hospital's portal does not do that: 501. Nothing has failed. */
export class NotOfferedError extends PortalError {
  readonly kind = 'not-offered';
  constructor() {
    super('Not offered here');
  }
}

/** The backend has a fault of its own: any 5xx, or a status without meaning here. */
export class UnavailableError extends PortalError {
  readonly kind = 'unavailable';
  constructor(readonly status: number) {
    super(`Answered with status ${status}`);
  }
}

/** No answer at all: offline, blocked, or later than the time limit. */
export class UnreachableError extends PortalError {
  readonly kind = 'unreachable';
  constructor(options?: ErrorOptions) {
    super('Not reached', options);
  }
}

/** An answer that breaks the contract; `mistakes` name the fields, never their values. */
export class BadAnswerError extends PortalError {
  readonly kind = 'bad-answer';
  constructor(
    readonly endpointId: string,
    readonly mistakes: readonly Mistake[],
  ) {
    const list = mistakes.map(({ path, expected }) => `${path || 'body'}: expected ${expected}`);
    super(`The answer to ${endpointId} breaks the contract: ${list.join('; ')}`);
  }
}
