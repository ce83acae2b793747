import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { openPortal, type Answer, type Browser } from '../../support/portal.js';
import { makeNewPatient, makePerson, securityQuestion } from '../../support/sample-people.js';

/** The code of somebody who has not signed up yet, and what goes with it. */
export const code = '7KQ4M-XW2RD-9HTFB';
export const birthDate = '1980-01-01';
export const email = 'eve@example.org';

/** A sign-up as every policy here takes it. */
export const wanted = {
  code,
  birthDate,
  username: 'Eve.Example',
  password: 'a long enough one',
  email,
  emailAgain: email,
  securityQuestion,
};

/** Eve has a code, ann an account. */
export const openWithCode = async (policy: PortalPolicy, issuedAt = '2026-03-01T15:00:00Z') => {
  const portal = await openPortal({
    policy: { ...policy, login: { ...policy.login, requestsPerMinute: 1000 } },
    people: [
      makePerson('ann', 'ann.example'),
      makeNewPatient('eve', { code, issuedAt: Date.parse(issuedAt) }),
    ],
    passwordIterations: 1,
  });
  await portal.browser.session();
  return portal;
};

export const check = (browser: Browser, body: object = { code, birthDate }): Promise<Answer> =>
  browser.write('POST', '/activation', body);
