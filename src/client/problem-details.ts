import type { Later } from '../contract/fields.js';
import type { FieldError, FieldReason, NextStep } from '../contract/problems.js';
import { refusalId, type RefusalId, type RuleId } from '../policy/rules.js';
import {
  ConflictError,
  InvalidRequestError,
  NotFoundError,
  NotOfferedError,
  RefusedError,
  SignedOutError,
  TooManyRequestsError,
  UnavailableError,
} from './portal-errors.js';
import { tellAuthor } from '../shape/setup-problem.js';
import { isObject, isText } from '../shape/shape.js';

/** What can be used of the problem details of an answer that is no success. */
export interface ProblemDetails {
  readonly rule?: RuleId | Later | undefined;
  readonly case?: string | undefined;
  readonly next: readonly NextStep[];
  readonly errors: readonly FieldError[];
  readonly attemptsLeft?: number | undefined;
}

/**
 * Reads problem details part by part, from a backend that may answer anything: what is not as the contract has
 * it is passed over, the rest counts. Rules, actions and reasons of a later contract stay: there are words for
 * what nobody knows. Steps that were there and made no sense become a call to the office.
 */
export const readProblem = (body: unknown): ProblemDetails => {
  const { rule, case: ruleCase, next, errors, attemptsLeft } = membersOf(body);
  const steps = listOf(next).flatMap(readStep);
  const isGarbled = steps.length === 0 && next !== undefined && !isEmpty(next);
  return {
    rule: isText(rule) && ruleForm.test(rule) ? (rule as RuleId | Later) : undefined,
    case: isText(ruleCase) && caseForm.test(ruleCase) ? ruleCase : undefined,
    next: isGarbled ? [{ action: 'call-office' }] : steps,
    errors: listOf(errors).flatMap(readError),
    attemptsLeft: isCount(attemptsLeft) ? attemptsLeft : undefined,
  };
};

const ruleForm = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/;
const caseForm = /^[a-z]+(-[a-z]+)*$/;

/** Why a call failed, as an answer that is no success says it. */
export const errorIn = (response: Response, body: unknown, now: number): Error => {
  const { status, headers, url } = response;
  const { rule, case: ruleCase, next, attemptsLeft, errors } = readProblem(body);
  if (rule === 'session.idle-logout') return new SignedOutError(true);
  // Asked only where the browser keeps cookies: that it sent none is no patient's to mend.
  if (rule === 'login.cookies-required') tellAuthor('cookie-not-returned', '<portal-session>', url);
  if (rule) {
    const id = refusalId({ rule, case: ruleCase }) as RefusalId | Later;
    return new RefusedError(id, next, attemptsLeft, errors);
  }
  if (status === 400) return new InvalidRequestError(errors);
  if (status === 401) return new SignedOutError(false);
  if (status === 404) return new NotFoundError();
  if (status === 409 || status === 412) return new ConflictError();
  if (status === 429) {
    // Whoever names a date may say what time it is there; across origins that is kept from pages.
    const there = Date.parse(headers.get('Date') ?? '');
    return new TooManyRequestsError(secondsToWait(headers.get('Retry-After'), there || now));
  }
  if (status === 501) return new NotOfferedError();
  return new UnavailableError(status);
};

/** Seconds to wait where the answer does not say it, or not so that anybody understands it. */
const usualWait = 60;
/** What is longer than this is a mistake, and would keep people out for nothing. */
const longestWait = 600;

/**
 * Seconds to wait, by a `Retry-After`: a number of them, or a date (RFC 9110, 10.2.3).
 * @param now milliseconds since 1970, by the clock of whoever named a date
 */
export const secondsToWait = (retryAfter: string | null, now: number): number => {
  const text = retryAfter?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((dateOf(text) - now) / 1000);
  return Number.isNaN(seconds) ? usualWait : Math.min(Math.max(seconds, 2), longestWait);
};

/** An HTTP date (RFC 9110, 5.6.7); that of asctime() names no zone, and is of GMT too. NaN: it is none. */
const dateOf = (text: string): number =>
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d:\d\d/.test(text)
    ? Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
    : NaN;

const readStep = (step: unknown): NextStep[] => {
  const { action, contact, subject, at } = membersOf(step);
  if (!isText(action)) return [];
  return [
    {
      action: action as NextStep['action'],
      ...(isContact(contact) && { contact }),
      ...(isText(subject) && { subject }),
      ...(isText(at) && !Number.isNaN(Date.parse(at)) && { at }),
    },
  ];
};

const readError = (error: unknown): FieldError[] => {
  const { pointer, detail, reason } = membersOf(error);
  if (!isText(pointer)) return [];
  return [
    {
      pointer,
      detail: isText(detail) ? detail : '',
      ...(isText(reason) && { reason: reason as FieldReason }),
    },
  ];
};

const isContact = (value: unknown): value is NonNullable<NextStep['contact']> => {
  const { name, phone } = membersOf(value);
  return isText(name) && isText(phone);
};

/** Of tries that are left: nobody has a thousand. */
const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < 1000;

/** Of what should be an object. */
const membersOf = (value: unknown): Readonly<Partial<Record<string, unknown>>> =>
  isObject(value) ? value : {};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
