import { expect } from 'chai';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy, UnlockWay } from '../../../src/policy/portal-policy.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { problemOf, refusalOf, type Answer } from '../../support/portal.js';
import { emailsTo, open, recover, request, requestedToken, reset, tokenFor } from './recovery.js';

const stepsOf = ({ status, text }: Answer) => {
  expect(status, text).to.equal(200);
  return (JSON.parse(text) as { next: { action: string }[] }).next.map(({ action }) => action);
};

const withResetBy = (
  policy: PortalPolicy,
  resetBy: PortalPolicy['password']['resetBy'],
): PortalPolicy => ({ ...policy, password: { ...policy.password, resetBy } });

const withUnlock = (policy: PortalPolicy, unlock: readonly UnlockWay[]): PortalPolicy => ({
  ...policy,
  login: { ...policy.login, unlock: [...unlock] },
});

describe('what to do where no e-mail comes', () => {
  for (const [policy, steps] of [
    [mychart, ['call-support-line', 'call-office']],
    [mycooper, ['call-office']],
    [lakeside, ['call-office']],
    [withResetBy(lakeside, ['reset-link', 'support-line']), ['call-support-line', 'call-office']],
    [withResetBy(mychart, ['reset-link']), ['call-office']],
  ] as const) {
    const line = steps.length > 1 ? 'the support line first' : 'no support line';

    it(`is ${line} where ${policy.id} resets by ${policy.password.resetBy.join(' and ')}`, async () => {
      const { browser } = await open(policy);
      const person = { email: 'ann@example.org', birthDate: '1980-01-01' };
      expect(stepsOf(await recover(browser, person))).to.deep.equal(steps);
      expect(stepsOf(await request(browser, 'ann.example'))).to.deep.equal(steps);
      expect(stepsOf(await request(browser, 'no.body'))).to.deep.equal(steps);
    });
  }
});

describe('an account that wrong answers have locked', () => {
  const lockedBy = async (unlock: readonly UnlockWay[]) => {
    const policy = withUnlock(lakeside, unlock);
    const portal = await open(policy);
    const token = await requestedToken(portal.backend, portal.browser);
    let last = await reset(portal.browser, token, { securityAnswer: 'Oak Street' });
    for (let n = 1; n < policy.login.maxAttempts; n += 1) {
      last = await reset(portal.browser, token, { securityAnswer: 'Oak Street' });
    }
    return { ...portal, token, last };
  };

  for (const [unlock, next] of [
    [['reset-link'], ['call-office']], // a link brings no new tries: without the office, nothing would help
    [['reset-link', 'office'], ['call-office']],
    [['support-line', 'reset-link'], ['call-support-line']],
    [
      ['office', 'support-line'],
      ['call-office', 'call-support-line'],
    ],
  ] as const) {
    it(`has a way on where ${unlock.join(' and ')} unlocks: ${next.join(', ')}`, async () => {
      const { browser, token, last } = await lockedBy(unlock);
      expect(refusalOf(last)).to.deep.equal({ rule: 'login.lockout', next: [...next] });
      expect(problemOf(last).attemptsLeft).to.equal(0);
      const right = await reset(browser, token);
      expect(refusalOf(right)).to.deep.equal({ rule: 'login.lockout', next: [...next] });
    });
  }

  it('gets a letter without a link, that says whom to call', async () => {
    const { backend, browser } = await lockedBy(['reset-link']);
    const before = tokenFor(backend);
    await request(browser, 'ann.example');
    const letter = emailsTo(backend, 'ann').at(-1);
    expect(letter?.text).to.contain(lakeside.support.officePhone);
    expect(tokenFor(backend)).to.equal(before);
  });
});

describe('a new password of an account that is locked', () => {
  it('signs in at once where a link unlocks', async () => {
    for (const unlock of [['reset-link'], ['office', 'reset-link']] as const) {
      const policy = withUnlock(mychart, unlock);
      const { backend, browser } = await open(policy);
      for (let n = 0; n < policy.login.maxAttempts; n += 1) {
        await browser.signIn('ann.example', 'wrong');
      }
      const answer = await reset(browser, await requestedToken(backend, browser));
      expect(stepsOf(answer)).to.deep.equal(['sign-in']);
      expect((await browser.signIn('ann.example', 'another long password')).status).to.equal(200);
    }
  });

  it('names every way to unlock it where a link does not, in the hospital’s order', async () => {
    const policy = withUnlock(mychart, ['office', 'support-line']);
    const { backend, browser } = await open(policy);
    for (let n = 0; n < policy.login.maxAttempts; n += 1) {
      await browser.signIn('ann.example', 'wrong');
    }
    const answer = await reset(browser, await requestedToken(backend, browser));
    expect(stepsOf(answer)).to.deep.equal(['call-office', 'call-support-line']);
    const locked = await browser.signIn('ann.example', 'another long password');
    expect(refusalOf(locked)).to.deep.equal({
      rule: 'login.lockout',
      next: ['call-office', 'call-support-line'],
    });
  });
});
