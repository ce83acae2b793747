import { t, type AnswerText } from '../answer.js';
import type { Facts } from '../facts.js';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const days = (n: number): string => count(n, 'day', 'days');
export const businessDays = (n: number): string => count(n, 'business day', 'business days');
export const minutes = (n: number): string => count(n, 'minute', 'minutes');
export const hours = (n: number): string => count(n, 'hour', 'hours');
export const wrongPasswords = (n: number): string => count(n, 'wrong password', 'wrong passwords');

/** "1 to 3 business days" */
export const wait = (
  { from, to }: { readonly from?: number | undefined; readonly to: number },
  unit: (n: number) => string,
): string => (from === undefined ? unit(to) : `${from} to ${unit(to)}`);

export const callOffice = ({ office, officePhone }: Facts): AnswerText =>
  t`call your ${office}: ${officePhone}`;

export const openHours = ({ hours }: Facts): AnswerText =>
  t`It’s open ${hours.days}, ${hours.opens} to ${hours.closes}, except holidays.`;

/** Each way out of a locked account. */
export const unlockWays = (facts: Facts): AnswerText[] =>
  facts.policy.login.unlock.map((way) => {
    switch (way) {
      case 'support-line':
        return t`Call the support line: ${facts.supportPhone ?? facts.officePhone}.`;
      case 'reset-link':
        return t`On the sign-in page, ask for a link to set a new password. That unlocks the account.`;
      case 'office':
        return t`Call the ${facts.office} that gave you access: ${facts.officePhone}.`;
    }
  });

/** What staff do on the phone: the one-time password, or the lock alone. */
export const oneTimePassword = ({ policy }: Facts): AnswerText => {
  const { login, password } = policy;
  const given = t`We give you a one-time password. It works for ${hours(password.oneTimeHours)}. Your old one stops working right away, and you’re signed out everywhere. Sign in with the new one, then choose your own. We’ll also tell you by email.`;
  return login.unlockAlone
    ? t`When you call, we can unlock the account, and you keep your password. Or you can ask for a new one. ${given}`
    : t`When you call, we reset your password. That unlocks the account, too. ${given}`;
};
