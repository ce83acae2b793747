import { expect } from 'chai';
import type { Backend } from '../../../mocks/backend.js';
import { contract } from '../../../src/contract/index.js';
import { openDesk } from '../desk/desk-portal.js';
import { policies } from './with-other-ways.js';
import { openPortal, successOf, type Browser } from '../../support/portal.js';
import { password, securityQuestion } from '../../support/sample-people.js';
import { addPasskey } from './with-passkey.js';
import { addApp, signInWith, startApp } from './with-second-step.js';

const fresh = 'ferry over calm water';

const subjectsOf = ({ db }: Backend) =>
  [...db.tables.emails.values()].map(({ subject }) => subject);

const changePassword = (browser: Browser, currentPassword = password) =>
  browser.write(
    'PUT',
    '/account/password',
    { currentPassword, password: fresh },
    { 'Idempotency-Key': crypto.randomUUID() },
  );

const changeEmail = async (browser: Browser, email: string) => {
  const { etag } = successOf(
    contract.getPreferences,
    await browser.send('GET', '/account/preferences'),
  );
  const headers = { 'If-Match': etag };
  const body = { email, emailAgain: email, currentPassword: password };
  return browser.write('PUT', '/account/email', body, headers);
};

for (const policy of policies) {
  describe(`whoever signs in another way is told by e-mail under ${policy.id}`, () => {
    const open = async () => {
      const portal = await openPortal({ policy });
      await portal.browser.signIn('ann.example');
      return portal;
    };
    const { name } = policy.portal;

    it('of another password', async () => {
      const { backend, browser } = await open();
      await changePassword(browser);
      expect(subjectsOf(backend)).to.deep.equal([`Your password was changed in ${name}`]);
      const [letter] = backend.db.tables.emails.values();
      expect(letter).to.include({ kind: 'sign-in-changed', to: 'ann@example.org' });
      expect(letter?.text)
        .to.contain(policy.support.officePhone)
        .and.not.match(/ann|ferry/i);
    });

    it('of a password that was set by a link', async () => {
      const { backend, browser } = await openPortal({ policy });
      await browser.session();
      await browser.create('/account/password-resets', { username: 'ann.example' });
      const [link] = backend.db.tables.emails.values();
      const [, token] = /#new-password=(\S+)/.exec(link?.text ?? '') ?? [];
      const body = { token, securityAnswer: securityQuestion.answer, password: fresh };
      await browser.create('/account/password-resets/perform', body);
      expect(subjectsOf(backend).slice(1)).to.deep.equal([`Your password was changed in ${name}`]);
    });

    it('of a passkey that is added or removed', async () => {
      const { backend, browser } = await open();
      const { answer } = await addPasskey(browser, 'Ann’s phone');
      const [passkey] = successOf(contract.addPasskey, answer).passkeys;
      const path = `/account/passkeys/${passkey?.id ?? ''}`;
      await browser.write('PUT', path, { name: 'Old phone' });
      await browser.write('POST', `${path}/removal`, { currentPassword: 'wrong' });
      await browser.write('POST', `${path}/removal`, { currentPassword: password });
      expect(subjectsOf(backend)).to.deep.equal([
        `A passkey was added in ${name}`,
        `A passkey was removed in ${name}`,
      ]);
    });

    it('of an authenticator app that is added or removed, and of new recovery codes', async () => {
      const { backend, browser, clock } = await open();
      const ask = (path: string) =>
        browser.write('POST', `/account/second-step/${path}`, { currentPassword: password });
      await ask('app/removal'); // there is none yet
      await startApp(browser);
      expect(subjectsOf(backend)).to.deep.equal([]);
      await addApp(browser, clock);
      await ask('recovery-codes');
      await ask('app/removal');
      expect(subjectsOf(backend)).to.deep.equal([
        `An authenticator app was added in ${name}`,
        `New recovery codes were made in ${name}`,
        `Your authenticator app was removed in ${name}`,
      ]);
    });

    it('of a recovery code that is used, and of no wrong one', async () => {
      const { backend, browser, clock } = await open();
      const { recoveryCodes } = await addApp(browser, clock);
      await browser.send('DELETE', '/session');
      await browser.session();
      await signInWith(browser, 'wrong code');
      expect(subjectsOf(backend)).to.have.length(1);
      await signInWith(browser, recoveryCodes[0] ?? '');
      expect(subjectsOf(backend).slice(1)).to.deep.equal([`A recovery code was used in ${name}`]);
      const letter = [...backend.db.tables.emails.values()].at(-1);
      expect(letter).to.include({ kind: 'sign-in-changed', to: 'ann@example.org' });
      expect(letter?.text).not.to.contain(recoveryCodes[0]);
    });

    it('of another address, at the one before first, and of the same one not at all', async () => {
      const { backend, browser } = await open();
      await changeEmail(browser, 'ann@example.org');
      expect(subjectsOf(backend)).to.deep.equal([]);
      await changeEmail(browser, 'new@example.org');
      const [letter] = backend.db.tables.emails.values();
      expect(letter).to.include({ kind: 'email-changed', to: 'ann@example.org' });
      expect(letter?.text).not.to.contain('new@example.org');
    });

    it('not where the current password was wrong', async () => {
      const { backend, browser } = await open();
      await changePassword(browser, 'wrong');
      expect(subjectsOf(backend)).to.deep.equal([]);
    });
  });
}

describe('staff who take passkeys and an app away', () => {
  it('are told of by e-mail, which is in the outbox', async () => {
    const { browser, clock, desk } = await openDesk();
    await browser.signIn('ann.example');
    await addPasskey(browser);
    await addApp(browser, clock);
    clock.advance({ minutes: 1 });
    for (const patient of ['ann', 'bob']) {
      await desk.call('turnOffSecondStep', { params: { patient } });
    }
    const { emails } = await desk.call('readOutbox', { body: {} });
    const told = emails.map(({ to, subject }) => `${to}: ${subject}`);
    expect(told).to.have.members([
      'ann@example.org: A passkey was added in myCooper',
      'ann@example.org: An authenticator app was added in myCooper',
      'ann@example.org: A passkey was removed in myCooper',
      'ann@example.org: Your authenticator app was removed in myCooper',
    ]);
  });
});
