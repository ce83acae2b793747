import { expect } from 'chai';
import {
  givesPasswords,
  oneTimeExpiry,
  staffUnlock,
} from '../../../mocks/rules/account/one-time-password.js';
import { resetUnlocks, waysWithoutEmail } from '../../../mocks/rules/account/recovery.js';
import { usesSecurityQuestion } from '../../../mocks/rules/account/security-question.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy, UnlockWay } from '../../../src/policy/portal-policy.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';

const now = Date.parse('2026-03-02T15:00:00Z'); // a Monday, ten in the morning in New York

/** The same hospital with other ways to unlock, and to get a new password. */
const withWays = (
  unlock: readonly UnlockWay[],
  resetBy: PortalPolicy['password']['resetBy'],
): PortalPolicy => ({
  ...mycooper,
  login: { ...mycooper.login, unlock: [...unlock] },
  password: { ...mycooper.password, resetBy: [...resetBy] },
});

describe('where no e-mail comes', () => {
  it('the support line helps, if it does that here, and the office when it is open', () => {
    const office = { action: 'call-office' };
    expect(waysWithoutEmail(mychart, now)).to.deep.equal([{ action: 'call-support-line' }, office]);
    expect(waysWithoutEmail(mycooper, now)).to.deep.equal([office]);
    const night = Date.parse('2026-03-02T22:00:00Z'); // five in the afternoon
    expect(waysWithoutEmail(mycooper, night - 1)).to.deep.equal([office]);
    expect(waysWithoutEmail(mycooper, night)).to.deep.equal([
      { ...office, at: '2026-03-03T13:00:00.000Z' },
    ]);
    const opening = Date.parse('2026-03-03T13:00:00Z');
    expect(waysWithoutEmail(mycooper, opening)).to.deep.equal([office]);
  });
});

describe('staff', () => {
  it('unlock where the office or the support line does, not where only a link does', () => {
    expect([mychart, mycooper, lakeside].map(staffUnlock)).to.deep.equal([true, true, true]);
    expect(staffUnlock(withWays(['reset-link'], ['reset-link']))).to.equal(false);
    expect(staffUnlock(withWays(['reset-link', 'office'], ['reset-link']))).to.equal(true);
  });

  it('give out passwords where they unlock, or where the support line resets them', () => {
    expect(givesPasswords(withWays(['reset-link'], ['reset-link']))).to.equal(false);
    expect(givesPasswords(withWays(['reset-link'], ['reset-link', 'support-line']))).to.equal(true);
    expect(givesPasswords(withWays(['office'], ['reset-link']))).to.equal(true);
  });

  it('give them for so many hours', () => {
    for (const policy of [mychart, lakeside]) {
      expect(oneTimeExpiry(policy, now) - now).to.equal(policy.password.oneTimeHours * 3_600_000);
    }
  });
});

describe('a new password by a link', () => {
  it('unlocks where the hospital has it so', () => {
    expect([mychart, mycooper, lakeside].map(resetUnlocks)).to.deep.equal([true, false, true]);
  });
});

describe('security questions', () => {
  it('are there at sign-up or before a reset, or not at all', () => {
    expect([mychart, mycooper, lakeside].map(usesSecurityQuestion)).to.deep.equal([
      false,
      true,
      true,
    ]);
    const atReset = { ...mycooper, signup: { ...mycooper.signup, securityQuestion: false } };
    expect(usesSecurityQuestion(atReset)).to.equal(true);
    const atSignUp = { ...mycooper, password: { ...mycooper.password, resetQuestion: false } };
    expect(usesSecurityQuestion(atSignUp)).to.equal(true);
  });
});
