import type { Backend } from '../../../mocks/backend.js';
import type { Person } from '../../../mocks/db/records/index.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { openPortal, type Answer, type Browser } from '../../support/portal.js';
import { makePerson, securityQuestion } from '../../support/sample-people.js';

export const newPassword = 'another long password';
export const { answer: rightAnswer } = securityQuestion;

/** Somebody without an e-mail address on file. */
const withoutEmail = (person: Person): Person => ({
  ...person,
  patient: { ...person.patient, contact: { ...person.patient.contact, email: null } },
});

export const everybody = [
  makePerson('ann', 'Ann.Example'),
  makePerson('bob', 'bob.example'),
  withoutEmail(makePerson('joe', 'joe.example')),
];

export const open = async (policy: PortalPolicy, people: readonly Person[] = everybody) => {
  const portal = await openPortal({
    policy: { ...policy, login: { ...policy.login, requestsPerMinute: 1000 } },
    people,
    passwordIterations: 1,
  });
  await portal.browser.session();
  return portal;
};

export const emailsTo = ({ db }: Backend, id: string) =>
  db.tables.emails.by('to', `${id}@example.org`);

export const recover = (browser: Browser, body: object): Promise<Answer> =>
  browser.create('/account/username-recovery', body);
export const request = (browser: Browser, username: string): Promise<Answer> =>
  browser.create('/account/password-resets', { username });
export const read = (browser: Browser, token: string): Promise<Answer> =>
  browser.write('POST', '/account/password-resets/read', { token });
export const reset = (browser: Browser, token: string, more: object = {}): Promise<Answer> =>
  browser.create('/account/password-resets/perform', {
    token,
    securityAnswer: rightAnswer,
    password: newPassword,
    ...more,
  });

/** The token in the last e-mail that has a link; undefined: none has. */
export const tokenFor = (backend: Backend, id = 'ann'): string | undefined =>
  emailsTo(backend, id)
    .flatMap(({ text }) => /#new-password=([\w-]+)/.exec(text)?.[1] ?? [])
    .at(-1);

export const requestedToken = async (backend: Backend, browser: Browser): Promise<string> => {
  await request(browser, 'ann.example');
  return tokenFor(backend) ?? '';
};

export const lock = async (browser: Browser, { login }: PortalPolicy): Promise<void> => {
  for (let n = 0; n < login.maxAttempts; n += 1) await browser.signIn('ann.example', 'wrong');
};
