import { isCommonPassword } from '../../../src/contract/account/common-passwords.js';
import { passwordLength, usernameLength } from '../../../src/contract/account/credentials.js';
import type { FieldReason } from '../../../src/contract/problems.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import type { RefusalId } from '../../../src/policy/rules.js';
import { normalCode } from './activation.js';
import { allowed, refused, type Decision, type Refusal } from '../decision.js';
import { hasHidden, withoutLooks } from '../../../src/shape/typed-text.js';

/** Something that was typed breaks a rule: which field, and why. */
export const wrongField = (
  refusal: RefusalId,
  pointer: string,
  reason: FieldReason,
  detail: string,
): Refusal =>
  refused(refusal, {
    detail,
    next: [{ action: 'try-again' }],
    errors: [{ pointer, detail, reason }],
  });

/**
 * Whether somebody can sign up with a username of their own. That it is taken is told, because another
 * must be chosen; only holders of a code that works come as far.
 */
export const decideUsername = (
  username: string,
  { code, taken }: { readonly code: string; readonly taken: boolean },
): Decision<string> => {
  const chosen = withoutLooks(username.trim().normalize('NFKC'));
  const wrong = (rule: RefusalId, reason: FieldReason, detail: string) =>
    wrongField(rule, '/body/username', reason, detail);
  if (isCode(chosen, code))
    return wrong('activation.not-a-username', 'is-the-code', 'The code is no username.');
  if (hasHidden(chosen)) {
    const detail = 'A username has no hidden characters in it.';
    return wrong('signup.own-credentials', 'invisible', detail);
  }
  const { least, most } = usernameLength;
  const { length } = Array.from(chosen);
  if (length < least || length > most) {
    return wrong(
      'signup.own-credentials',
      lengthReason(length, least),
      `A username has ${least} to ${most} characters.`,
    );
  }
  if (/[\s\p{Control}]/u.test(chosen)) {
    return wrong('signup.own-credentials', 'has-space', 'A username has no space in it.');
  }
  if (taken) return wrong('signup.own-credentials', 'taken', 'Somebody else has this username.');
  return allowed(chosen);
};

/** What a password is compared with. */
interface Chooser {
  readonly username: string;
  /** At sign-up. */
  readonly code?: string;
}

/**
 * Whether a password is hard to guess: long, and none of those that everybody tries first. No signs of
 * any kind are asked for (NIST SP 800-63B, 5.1.1.2).
 */
export const decidePassword = (
  password: string,
  { username, code }: Chooser,
  { portal }: PortalPolicy,
): Decision<string> => {
  const wrong = (rule: RefusalId, reason: FieldReason, detail: string) =>
    wrongField(rule, '/body/password', reason, detail);
  if (code !== undefined && isCode(password, code)) {
    return wrong('activation.not-a-username', 'is-the-code', 'The code is no password.');
  }
  const { least, most } = passwordLength;
  const { length } = Array.from(password.normalize('NFKC'));
  if (length < least || length > most) {
    return wrong(
      'signup.own-credentials',
      lengthReason(length, least),
      `A password has ${least} to ${most} characters.`,
    );
  }
  if (isCommonPassword(password)) {
    return wrong(
      'signup.own-credentials',
      'easy-to-guess',
      'Many people use this password: it is soon guessed.',
    );
  }
  const plain = plainLetters(password);
  if ([username, portal.name, portal.organization].some((name) => isAlmost(plain, name))) {
    return wrong(
      'signup.own-credentials',
      'like-a-name',
      'A password is not the username, nor a name of ours.',
    );
  }
  return allowed(password);
};

const lengthReason = (length: number, least: number): FieldReason =>
  length < least ? 'too-short' : 'too-long';

const isCode = (typed: string, code: string): boolean => normalCode(typed) === normalCode(code);

const plainLetters = (text: string): string => text.normalize('NFKC').toLowerCase();

/** A password needs this many characters beside a name that stands in it. */
const leastBesideName = 6;

/** Whether a password is a name with next to nothing else: a year, an exclamation mark. */
const isAlmost = (password: string, name: string): boolean => {
  const plainName = plainLetters(name);
  return password.includes(plainName) && password.length - plainName.length < leastBesideName;
};
