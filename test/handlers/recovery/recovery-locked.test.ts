import { expect } from 'chai';
import { mychart } from '../../../src/policy/mychart.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { problemOf, refusalOf } from '../../support/portal.js';
import { fc, tries } from '../../support/properties.js';
import { password } from '../../support/sample-people.js';
import {
  newPassword,
  rightAnswer,
  everybody,
  open,
  emailsTo,
  recover,
  request,
  read,
  reset,
  tokenFor,
  requestedToken,
  lock,
} from './recovery.js';
import { unlockAccount } from '../../../stories/fixtures/support/staff.js';

const unlockActions = {
  mychart: ['call-support-line', 'reset-password'],
  mycooper: ['call-office'],
  lakeside: ['reset-password', 'call-office', 'call-support-line'],
};
const unlockActionsOf = ({ id }: PortalPolicy) => unlockActions[id as keyof typeof unlockActions];

const withUnlockAlone = (policy: PortalPolicy): PortalPolicy => ({
  ...policy,
  login: { ...policy.login, unlockAlone: true },
});

for (const policy of policies) {
  const { lockedReset } = policy.password;

  describe(`password.locked-reset and login.unlock under ${policy.id}`, () => {
    it(`a locked account is ${lockedReset ? 'reset and unlocked by' : 'sent no'} link`, async () => {
      const { backend, browser } = await open(policy);
      await lock(browser, policy);
      const token = await requestedToken(backend, browser);
      if (!lockedReset) {
        expect(token).to.equal('');
        expect(emailsTo(backend, 'ann')[0]?.text).to.contain(policy.support.officePhone);
        return;
      }
      expect((await reset(browser, token)).status).to.equal(200);
      expect((await browser.signIn('ann.example', newPassword)).status).to.equal(200);
    });

    it(`a link from before the lock is ${lockedReset ? 'good' : 'refused'}`, async () => {
      const { backend, browser } = await open(policy);
      const token = await requestedToken(backend, browser);
      await lock(browser, policy);
      for (const answer of [await read(browser, token), await reset(browser, token)]) {
        if (lockedReset) expect(answer.status).to.equal(200);
        else {
          expect(refusalOf(answer)).to.deep.equal({
            rule: 'password.locked-reset',
            next: unlockActionsOf(policy),
          });
        }
      }
    });

    it('staff unlock what passwords have locked', async () => {
      const { backend, browser } = await open(withUnlockAlone(policy));
      await lock(browser, policy);
      await unlockAccount(backend, 'ann.example');
      expect((await browser.signIn('ann.example')).status).to.equal(200);
    });
  });
}

describe('a reset where only the office unlocks', () => {
  it('sets the password and leaves the lock, and says who helps', async () => {
    const login = { ...mychart.login, unlock: ['office' as const] };
    const policy = withUnlockAlone({ ...mychart, login });
    const { backend, browser } = await open(policy);
    await lock(browser, policy);
    const answer = await reset(browser, await requestedToken(backend, browser));
    expect(JSON.parse(answer.text)).to.deep.equal({ next: [{ action: 'call-office' }] });
    const still = await browser.signIn('ann.example', newPassword);
    expect(problemOf(still).rule).to.equal('login.lockout');
    await unlockAccount(backend, 'ann.example');
    expect((await browser.signIn('ann.example', newPassword)).status).to.equal(200);
  });
});

for (const policy of policies) {
  describe(`a locked account under ${policy.id}, whatever is done`, () => {
    it('is unlocked by the policy’s ways only', async () => {
      const { backend, browser, clock } = await open(policy, everybody.slice(0, 1));
      const byLink = policy.login.unlock.includes('reset-link');
      const step = fc.record({
        what: fc.constantFrom('sign in', 'request', 'reset', 'recover', 'wait', 'sign out'),
        right: fc.boolean(),
      });
      const property = fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        await backend.reset();
        await browser.session();
        await backend.db.transact((tables) => {
          tables.signInAttempts.put({ id: 'ann.example', failures: 5, locked: true });
        });
        let resetDone = false;
        for (const { what, right } of steps) {
          const typed = right ? (resetDone ? newPassword : password) : 'wrong';
          if (what === 'sign in') {
            const answer = await browser.signIn('ann.example', typed);
            expect(answer.status === 200).to.equal(right && resetDone);
          } else if (what === 'reset') {
            const securityAnswer = right ? rightAnswer : 'Oak Street';
            const answer = await reset(browser, tokenFor(backend) ?? 'none', { securityAnswer });
            if (answer.status === 200) {
              expect(byLink).to.equal(true);
              resetDone = true;
            }
          } else if (what === 'request') await request(browser, 'ANN.example');
          else if (what === 'recover') {
            await recover(browser, { email: 'ann@example.org', birthDate: '1980-01-01' });
          } else if (what === 'sign out') await browser.send('DELETE', '/session');
          else clock.advance({ minutes: 5 });
          const locked = backend.db.tables.signInAttempts.get('ann.example')?.locked ?? false;
          if (!resetDone) expect(locked).to.equal(true);
          if (locked) resetDone = false;
        }
      });
      await fc.assert(property, { numRuns: tries(1000) });
    });
  });
}
