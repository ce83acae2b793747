import { expect } from 'chai';
import { contract } from '../../../src/contract/index.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import {
  openPortal,
  problemOf,
  refusalOf,
  successOf,
  type Answer,
  type Browser,
} from '../../support/portal.js';
import { password } from '../../support/sample-people.js';

const email = 'stranger@example.net';
const emailBody = { email, emailAgain: email };
const questionBody = { question: 'Which boat?', answer: 'The Albatross' };

const open = async (policy: PortalPolicy) => {
  const portal = await openPortal({
    policy: { ...policy, login: { ...policy.login, requestsPerMinute: 1000 } },
  });
  await portal.browser.signIn('ann.example');
  return portal;
};

const change = async (browser: Browser, path: string, body: object): Promise<Answer> => {
  const read = await browser.send('GET', '/account/preferences');
  const { etag } = successOf(contract.getPreferences, read);
  return browser.write('PUT', `/account/${path}`, body, { 'If-Match': etag });
};

const emailsIn = ({ backend }: Awaited<ReturnType<typeof open>>) => [
  ...backend.db.tables.emails.values(),
];

/** What a reset depends on, as far as each policy has it. */
const guarded = [
  [mychart, 'email', emailBody],
  [mycooper, 'email', emailBody],
  [mycooper, 'security-question', questionBody],
] as const;

for (const [policy, path, body] of guarded) {
  describe(`whoever finds an open session, and changes the ${path} under ${policy.id} (password.change)`, () => {
    const { maxAttempts } = policy.login;

    for (const currentPassword of [undefined, null]) {
      it(`is asked for the current password: ${String(currentPassword)} is none, and no guess`, async () => {
        const portal = await open(policy);
        const answer = await change(portal.browser, path, { ...body, currentPassword });
        expect(answer.status, answer.text).to.equal(403);
        expect(refusalOf(answer)).to.deep.equal({
          rule: 'password.change',
          next: ['try-again'],
          pointers: ['/body/currentPassword'],
        });
        expect(problemOf(answer)).not.to.have.property('attemptsLeft');
        expect(emailsIn(portal)).to.deep.equal([]);
        const wrong = await change(portal.browser, path, { ...body, currentPassword: 'wrong' });
        expect(problemOf(wrong).attemptsLeft).to.equal(maxAttempts - 1);
      });
    }

    it(`is locked out at wrong password ${maxAttempts}, and nothing is changed`, async () => {
      const portal = await open(policy);
      const { browser } = portal;
      const guess = (typed: string) => change(browser, path, { ...body, currentPassword: typed });
      for (let left = maxAttempts - 1; left > 0; left -= 1) {
        const answer = await guess('wrong');
        expect(problemOf(answer)).to.include({ rule: 'password.change', attemptsLeft: left });
        expect(refusalOf(answer).next).to.deep.equal(['try-again', 'reset-password']);
      }
      for (const typed of ['wrong', password]) {
        expect(refusalOf(await guess(typed)).rule).to.equal('login.lockout');
      }
      expect(refusalOf(await browser.signIn('ann.example')).rule).to.equal('login.lockout');
      const [account] = portal.backend.db.tables.accounts.by('username', 'ann.example');
      expect(account?.email).to.equal('ann@example.org');
      expect(account?.securityQuestion?.question).not.to.equal('Which boat?');
      expect(emailsIn(portal)).to.deep.equal([]);
    });

    it('goes on with the right one, once', async () => {
      const { browser } = await open(policy);
      await change(browser, path, { ...body, currentPassword: 'wrong' });
      const answer = await change(browser, path, { ...body, currentPassword: password });
      expect(answer.status, answer.text).to.equal(200);
      expect(answer.text).not.to.contain(password);
      const again = await change(browser, path, body);
      expect(refusalOf(again).rule).to.equal('password.change');
    });
  });
}

describe('a hospital that does not ask for the password again', () => {
  it('changes the address and the question without it', async () => {
    const { browser } = await open(lakeside);
    for (const [path, body] of [
      ['email', emailBody],
      ['security-question', questionBody],
    ] as const) {
      const answer = await change(browser, path, body);
      expect(answer.status, answer.text).to.equal(200);
    }
  });
});

for (const policy of [mychart, mycooper, lakeside]) {
  describe(`another e-mail address under ${policy.id}`, () => {
    const changeEmail = (browser: Browser, to: string) =>
      change(browser, 'email', { email: to, emailAgain: to, currentPassword: password });

    it('is told of at both addresses, the other of which neither letter says', async () => {
      const portal = await open(policy);
      await changeEmail(portal.browser, email);
      const told = emailsIn(portal);
      expect(told.map(({ kind, to }) => [kind, to])).to.deep.equal([
        ['email-changed', 'ann@example.org'],
        ['email-changed', email],
      ]);
      for (const { text } of told) {
        expect(text)
          .to.contain(policy.support.officePhone)
          .and.not.match(/@|stranger|ann/i);
      }
    });

    it('ends the links that went to the one before', async () => {
      const portal = await open(policy);
      const { backend, browser } = portal;
      await browser.create('/account/password-resets', { username: 'ann.example' });
      await changeEmail(browser, 'ann@example.org');
      expect(backend.db.tables.passwordResets.size, 'the same address').to.equal(1);
      const [link] = emailsIn(portal);
      const token = /#new-password=(\S+)/.exec(link?.text ?? '')?.[1];
      await changeEmail(browser, email);
      const answer = await browser.write('POST', '/account/password-resets/read', { token });
      expect(refusalOf(answer).rule).to.equal('password.self-reset');
      await browser.create('/account/password-resets', { username: 'ann.example' });
      expect(emailsIn(portal).at(-1)?.to).to.equal(email);
    });
  });
}

describe('another security question', () => {
  it('is told by e-mail, without a word of it', async () => {
    const portal = await open(mycooper);
    await change(portal.browser, 'security-question', {
      ...questionBody,
      currentPassword: password,
    });
    const [letter, ...others] = emailsIn(portal);
    expect(others).to.deep.equal([]);
    expect(letter).to.include({
      kind: 'sign-in-changed',
      to: 'ann@example.org',
      subject: 'Your security question was changed in myCooper',
    });
    expect(letter?.text).not.to.match(/boat|albatross/i);
  });
});
