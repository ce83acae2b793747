import { expect } from 'chai';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { policies } from './with-other-ways.js';
import { Browser, problemOf, refusalOf, sessionOf } from '../../support/portal.js';
import { password } from '../../support/sample-people.js';
import { openDesk, refusal } from '../desk/desk-portal.js';
import { addApp } from './with-second-step.js';

const ann = { params: { patient: 'ann' } };
const own = 'ferry over calm water';

const open = async (policy: PortalPolicy) => {
  const portal = await openDesk({
    policy: { ...policy, login: { ...policy.login, requestsPerMinute: 1000 } },
  });
  const { backend, browser, desk } = portal;
  await browser.session();
  return {
    ...portal,
    lock: async () => {
      for (let n = 0; n < policy.login.maxAttempts; n += 1) {
        await browser.signIn('ann.example', 'wrong');
      }
    },
    give: async () => (await desk.call('givePassword', ann)).password,
    choose: async (typed = own) => {
      const answer = await browser.write('POST', '/session/new-password', { password: typed });
      if (answer.status === 200) browser.csrfToken = sessionOf(answer).csrfToken;
      return answer;
    },
    letters: () => [...backend.db.tables.emails.values()].map(({ subject }) => subject),
  };
};

for (const policy of policies) {
  describe(`a one-time password under ${policy.id} (login.unlock)`, () => {
    it('unlocks, ends the password before, and is followed by one of the patient’s own', async () => {
      const { browser, lock, give, choose } = await open(policy);
      await lock();
      const given = await give();
      expect((await browser.signIn('ann.example')).status, 'the one before').to.equal(401);
      const first = sessionOf(await browser.signIn('ann.example', given));
      expect(first.status).to.equal('new-password-required');
      expect((await browser.session()).status).to.equal('new-password-required');
      expect((await browser.send('GET', '/account/preferences')).status).to.equal(401);
      expect(sessionOf(await choose()).status).to.equal('signed-in');
      expect((await browser.send('GET', '/account/preferences')).status).to.equal(200);
      await browser.send('DELETE', '/session');
      await browser.session();
      expect((await browser.signIn('ann.example', given)).status, 'used').to.equal(401);
      expect(sessionOf(await browser.signIn('ann.example', own)).status).to.equal('signed-in');
    });

    it('ends every session, and links that were sent', async () => {
      const { backend, browser, give } = await open(policy);
      await browser.create('/account/password-resets', { username: 'ann.example' });
      await browser.signIn('ann.example');
      await give();
      expect((await browser.send('GET', '/account/preferences')).status).to.equal(401);
      expect(backend.db.tables.passwordResets.size).to.equal(0);
    });

    it('is told by e-mail, and so is the one that is chosen', async () => {
      const { backend, browser, give, choose, letters } = await open(policy);
      const given = await give();
      await browser.signIn('ann.example', given);
      await choose();
      const { name } = policy.portal;
      expect(letters()).to.deep.equal([
        `Your password was reset in ${name}`,
        `Your password was changed in ${name}`,
      ]);
      const stored = JSON.stringify(Object.values(backend.db.tables).map((t) => [...t.values()]));
      expect(stored).not.to.contain(given);
    });

    it('stops working, and says who gives another', async () => {
      const { browser, clock, give } = await open(policy);
      const given = await give();
      clock.advance({ hours: policy.password.oneTimeHours });
      await browser.session();
      const late = await browser.signIn('ann.example', given);
      expect(refusalOf(late).rule).to.equal('login.unlock');
      expect(refusalOf(late).next).to.include(
        policy.login.unlock.includes('office') ? 'call-office' : 'call-support-line',
      );
    });
  });
}

describe('a one-time password', () => {
  it('is typed as it was heard: dashes and letter case do not matter', async () => {
    const { browser, give } = await open(mycooper);
    const heard = (await give()).toLowerCase().replaceAll('-', ' ');
    expect(sessionOf(await browser.signIn('ann.example', heard)).status).to.equal(
      'new-password-required',
    );
  });

  it('is no password of one’s own, nor is a weak one', async () => {
    const { browser, give, choose } = await open(mycooper);
    const given = await give();
    await browser.signIn('ann.example', given);
    for (const typed of [given, given.toLowerCase(), 'short', 'ann.example']) {
      expect(refusalOf(await choose(typed)).rule, typed).to.equal('signup.own-credentials');
    }
    expect((await choose()).status).to.equal(200);
  });

  it('is worth nothing in another browser, or once another was given', async () => {
    const { backend, browser, give, choose } = await open(mycooper);
    await browser.signIn('ann.example', await give());
    const other = new Browser(backend);
    await other.session();
    const body = { password: own };
    expect((await other.write('POST', '/session/new-password', body)).status).to.equal(401);
    await give();
    expect((await choose()).status).to.equal(401);
    expect((await browser.session()).status).to.equal('signed-out');
  });

  it('leaves the second step', async () => {
    const { backend, browser, clock, give, choose } = await open(mychart);
    await browser.signIn('ann.example');
    await addApp(browser, clock);
    const given = await give();
    await browser.session();
    await browser.signIn('ann.example', given);
    expect(sessionOf(await choose()).status).to.equal('second-step-required');
    expect([...backend.db.tables.sessions.values()].some((each) => each.accountId)).to.equal(false);
  });

  it('locks by wrong tries as any does', async () => {
    const { browser, lock, give, choose } = await open(mycooper);
    await browser.signIn('ann.example', await give());
    const { csrfToken } = browser;
    await lock();
    browser.csrfToken = csrfToken;
    expect(problemOf(await choose()).rule).to.equal('login.lockout');
  });

  it('is not what staff give where only a link helps, or to nobody', async () => {
    const { desk } = await open({
      ...mychart,
      login: { ...mychart.login, unlock: ['reset-link'] },
      password: { ...mychart.password, resetBy: ['reset-link'] },
    });
    expect((await refusal(desk.call('givePassword', ann))).status).to.equal(409);
    const nobody = desk.call('givePassword', { params: { patient: 'nobody' } });
    expect((await refusal(nobody)).status).to.equal(404);
  });

  it('is given where the policy does not unlock alone, and the desk says so', async () => {
    const { browser, desk, lock } = await open(mycooper);
    await lock();
    const said = await refusal(desk.call('unlockAccount', ann));
    expect([said.status, said.message]).to.deep.equal([
      409,
      'Here staff give a one-time password. It unlocks the account.',
    ]);
    expect((await browser.signIn('ann.example', password)).status).to.equal(401);
  });
});
