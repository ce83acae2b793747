import { mistakesOf, type Mistake } from '../shape/shape.js';
import { policyShape } from './generated/policy-shape.js';
import type { PortalPolicy } from './portal-policy.js';

/**
 * Every mistake of a policy: first of its form; then, where the form is right, of values that
 * contradict each other. None means that it can be used as a PortalPolicy.
 */
export const mistakesOfPolicy = (candidate: unknown): Mistake[] => {
  const mistakes = mistakesOf(policyShape, candidate);
  return mistakes.length > 0 ? mistakes : contradictions(candidate as PortalPolicy);
};

const contradictions = (policy: PortalPolicy): Mistake[] => {
  const { session, calendar, login, password, support, results, messages, mobile } = policy;
  const rows: [path: string, wrong: boolean, expected: string][] = [
    [
      'session.warnMinutes',
      session.warnMinutes >= session.idleMinutes,
      `less than session.idleMinutes (${session.idleMinutes})`,
    ],
    ['timeZone', !isTimeZone(policy.timeZone), 'an IANA time zone such as America/New_York'],
    ['calendar.closes', calendar.closes <= calendar.opens, 'a time after calendar.opens'],
    [
      'login.unlock',
      login.unlock.includes('support-line') && support.phone === null,
      'no support-line, or a phone number in support.phone',
    ],
    [
      'login.unlock',
      login.unlock.includes('reset-link') && !password.lockedReset,
      'no reset-link, or password.lockedReset to be true',
    ],
    [
      'login.unlock',
      login.unlock.includes('reset-link') && !password.resetBy.includes('reset-link'),
      'no reset-link, or password.resetBy to have it too',
    ],
    [
      'password.resetBy',
      password.resetBy.includes('support-line') && support.phone === null,
      'no support-line, or a phone number in support.phone',
    ],
    ...Object.entries({
      'support.phone': support.phone,
      'support.officePhone': support.officePhone,
    }).map(([path, phone]): [string, boolean, string] => [
      path,
      phone !== null && phone.replace(/\D/g, '').length < 7,
      'a phone number with at least 7 digits',
    ]),
    ...Object.entries({
      'mobile.appStore': mobile.appStore,
      'mobile.googlePlay': mobile.googlePlay,
    }).map(([path, address]): [string, boolean, string] => [
      path,
      address !== null && !isWebAddress(address),
      'a web address like https://apps.example.com/portal, without a username',
    ]),
    ['results.typicalDays.from', isReversed(results.typicalDays), 'no more than its "to"'],
    [
      'messages.replyBusinessDays.from',
      isReversed(messages.replyBusinessDays),
      'no more than its "to"',
    ],
    [
      'messages.attachments.maxFileMegabytes',
      messages.attachments !== undefined &&
        messages.attachments.maxFileMegabytes > messages.attachments.maxTotalMegabytes,
      'no more than maxTotalMegabytes',
    ],
    [
      'messages.unsent.files',
      messages.unsent.files < (messages.attachments?.maxFiles ?? 0),
      'at least messages.attachments.maxFiles',
    ],
    ...Object.entries<readonly unknown[] | undefined>({
      'calendar.businessDays': calendar.businessDays,
      'login.unlock': login.unlock,
      'password.resetBy': password.resetBy,
      'renewal.supplyDays': policy.renewal.supplyDays,
      'messages.attachments.types': messages.attachments?.types,
      'proxy.relationships': policy.proxy.relationships,
    }).map(([path, list = []]): [string, boolean, string] => [
      path,
      new Set(list).size < list.length,
      'each no more than once',
    ]),
  ];
  return rows.filter(([, wrong]) => wrong).map(([path, , expected]) => ({ path, expected }));
};

const isReversed = ({ from, to }: { from?: number | undefined; to: number }) =>
  from !== undefined && from > to;

const isWebAddress = (address: string) => {
  try {
    const { username, password } = new URL(address);
    return username + password === '';
  } catch {
    return false;
  }
};

const isTimeZone = (timeZone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
};
