import { expect } from 'chai';
import * as z from 'zod/mini';
import { preferences, type Preferences } from '../../../src/contract/account/preferences.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { Browser, openPortal, problemOf, refusalOf, type Answer } from '../../support/portal.js';
import {
  homeAddress,
  loinc,
  makePerson,
  makeReport,
  password,
  securityQuestion,
} from '../../support/sample-people.js';
import { reviewResult, takeOverEmail } from '../../../stories/fixtures/support/staff.js';

const newPassword = 'another long password';
const email = 'new.address@example.org';

const open = async (policy: PortalPolicy) => {
  const portal = await openPortal({
    policy: { ...policy, login: { ...policy.login, requestsPerMinute: 1000 } },
  });
  await portal.browser.signIn('ann.example');
  return portal;
};

const preferencesOf = ({ status, text }: Answer): Preferences => {
  expect(status, text).to.equal(200);
  return z.parse(preferences, JSON.parse(text));
};

const readPreferences = async (browser: Browser): Promise<Preferences> =>
  preferencesOf(await browser.send('GET', '/account/preferences'));

/** Changes what was read just now. */
const change = async (browser: Browser, path: string, body: object): Promise<Answer> => {
  const { etag } = await readPreferences(browser);
  const typed = { currentPassword: password, ...body };
  return browser.write('PUT', `/account/${path}`, typed, { 'If-Match': etag });
};

const changePassword = (browser: Browser, currentPassword: string, typed = newPassword) =>
  browser.write(
    'PUT',
    '/account/password',
    { currentPassword, password: typed },
    { 'Idempotency-Key': crypto.randomUUID() },
  );

for (const policy of policies) {
  const { maxAttempts } = policy.login;
  const asksQuestion = policy.id !== 'mychart';

  describe(`preferences under ${policy.id}`, () => {
    it('are those of the account, without anything secret', async () => {
      const { browser } = await open(policy);
      const answer = await browser.send('GET', '/account/preferences');
      const read = preferencesOf(answer);
      expect(read).to.deep.equal({
        etag: answer.headers['etag'],
        username: 'Ann.Example',
        email: { address: 'ann@example.org', inMedicalRecord: true },
        securityQuestion: {
          used: asksQuestion,
          question: asksQuestion ? securityQuestion.question : null,
        },
        contact: {
          address: homeAddress,
          phone: '1-555-555-0100',
          editable: policy.contact.editable,
        },
      });
      expect(answer.text).not.to.match(/elm street|pbkdf2/i);
    });

    it('are read and changed by nobody who is not signed in', async () => {
      const { browser } = await openPortal({ policy });
      await browser.session();
      for (const answer of [
        await browser.send('GET', '/account/preferences'),
        await changePassword(browser, password),
        await browser.write('PUT', '/account/email', { email }, { 'If-Match': '"x"' }),
      ]) {
        expect(answer.status).to.equal(401);
      }
    });
  });

  describe(`email.entered-twice under ${policy.id}`, () => {
    it('takes the address typed twice alike', async () => {
      const { browser } = await open(policy);
      const changed = await change(browser, 'email', { email, emailAgain: email });
      expect(preferencesOf(changed).email.address).to.equal(email);
    });

    for (const emailAgain of [undefined, null, '', 'new.adress@example.org']) {
      const { enteredTwice } = policy.email;
      it(`${enteredTwice ? 'refuses' : 'takes'} ${String(emailAgain)} as the second`, async () => {
        const { browser } = await open(policy);
        const answer = await change(browser, 'email', { email, emailAgain });
        if (!enteredTwice) return void expect(answer.status).to.equal(200);
        expect(refusalOf(answer)).to.deep.equal({
          rule: 'email.entered-twice',
          next: ['try-again'],
          pointers: ['/body/emailAgain'],
        });
        expect((await readPreferences(browser)).email.address).to.equal('ann@example.org');
      });
    }
  });

  describe(`email.instant-update under ${policy.id}`, () => {
    it('holds at once in the portal: the next e-mail goes there', async () => {
      const { backend, browser } = await open(policy);
      await change(browser, 'email', { email, emailAgain: email });
      const recovery = { email, birthDate: '1980-01-01' };
      await browser.create('/account/username-recovery', recovery);
      const sent = [...backend.db.tables.emails.values()].map(({ kind, to }) => [kind, to]);
      expect(sent).to.deep.equal([
        ['email-changed', 'ann@example.org'],
        ['email-changed', email],
        ['username', email],
      ]);
    });

    it('holds in the medical record at once, or once the hospital takes it over', async () => {
      const { backend, browser } = await open(policy);
      const changed = await change(browser, 'email', { email, emailAgain: email });
      const recorded = () => backend.db.tables.patients.get('ann')?.contact.email;
      expect(preferencesOf(changed).email.inMedicalRecord).to.equal(policy.email.instantUpdate);
      expect(recorded()).to.equal(policy.email.instantUpdate ? email : 'ann@example.org');
      await takeOverEmail(backend, 'ann');
      expect(recorded()).to.equal(email);
      expect((await readPreferences(browser)).email.inMedicalRecord).to.equal(true);
    });
  });

  describe(`password.change under ${policy.id}`, () => {
    it('takes the current password for a new one, and ends every other session', async () => {
      const { backend, browser } = await open(policy);
      const phone = new Browser(backend);
      await phone.signIn('ann.example');
      expect((await changePassword(browser, password)).status).to.equal(200);
      expect((await browser.session()).status).to.equal('signed-in');
      expect((await phone.session()).status).to.equal('signed-out');
      expect((await phone.signIn('ann.example')).status).to.equal(401);
      expect((await phone.signIn('ann.example', newPassword)).status).to.equal(200);
    });

    it(`refuses a wrong one, and locks at wrong one ${maxAttempts}`, async () => {
      const { browser } = await open(policy);
      for (let left = maxAttempts - 1; left > 0; left -= 1) {
        const answer = await changePassword(browser, 'wrong');
        expect(problemOf(answer)).to.include({ rule: 'password.change', attemptsLeft: left });
        expect(refusalOf(answer)).to.deep.include({
          next: ['try-again', 'reset-password'],
          pointers: ['/body/currentPassword'],
        });
      }
      for (const typed of ['wrong', password]) {
        expect(refusalOf(await changePassword(browser, typed)).rule).to.equal('login.lockout');
      }
      expect(problemOf(await browser.signIn('ann.example')).rule).to.equal('login.lockout');
    });

    it('accepts the right one as the last try, and counts anew after it', async () => {
      const { browser } = await open(policy);
      for (const [current, next] of [
        [password, newPassword],
        [newPassword, password],
      ] as const) {
        for (let n = 1; n < maxAttempts; n += 1) await changePassword(browser, 'wrong');
        expect((await changePassword(browser, current, next)).status).to.equal(200);
      }
    });

    it('takes none that is easy to guess (signup.own-credentials)', async () => {
      const { browser } = await open(policy);
      for (const weak of ['elevenchars', 'password1234', 'ann.example!!']) {
        expect(refusalOf(await changePassword(browser, password, weak))).to.deep.include({
          rule: 'signup.own-credentials',
          pointers: ['/body/password'],
        });
      }
      expect((await changePassword(browser, password, 'twelve chars')).status).to.equal(200);
    });
  });

  describe(`security-question.change under ${policy.id}`, () => {
    const wanted = { question: 'Which boat?', answer: 'The Albatross' };

    it(`is ${asksQuestion ? 'allowed, and shows the question only' : 'refused'}`, async () => {
      const { browser } = await open(policy);
      const answer = await change(browser, 'security-question', wanted);
      if (!asksQuestion) {
        return void expect(refusalOf(answer).rule).to.equal('security-question.change');
      }
      expect(preferencesOf(answer).securityQuestion.question).to.equal('Which boat?');
      expect(answer.text).not.to.contain('Albatross');
    });

    if (!asksQuestion) return;

    it('holds for the next reset, and the answer before does not', async () => {
      const { backend, browser } = await open(policy);
      await change(browser, 'security-question', wanted);
      await browser.create('/account/password-resets', { username: 'ann.example' });
      const email = [...backend.db.tables.emails.values()].at(-1);
      const token = /#new-password=([\w-]+)/.exec(email?.text ?? '')?.[1];
      const reset = (securityAnswer: string) =>
        browser.create('/account/password-resets/perform', {
          token,
          securityAnswer,
          password: newPassword,
        });
      const before = await reset(securityQuestion.answer);
      expect(refusalOf(before).rule).to.equal('password.reset-question');
      expect((await reset('the albatross')).status).to.equal(200);
    });

    it('takes no question without an answer (signup.security-question)', async () => {
      const { browser } = await open(policy);
      const answer = await change(browser, 'security-question', { question: 'Why?', answer: '?' });
      expect(refusalOf(answer)).to.deep.include({
        rule: 'signup.security-question',
        pointers: ['/body/answer'],
      });
    });
  });

  describe(`contact.update under ${policy.id}`, () => {
    it(`is ${policy.contact.editable ? 'allowed, in the medical record' : 'refused'}`, async () => {
      const { backend, browser } = await open(policy);
      const address = { ...homeAddress, line2: 'Apt. 3' };
      const answer = await change(browser, 'contact', { address, phone: null });
      const recorded = backend.db.tables.patients.get('ann')?.contact;
      if (!policy.contact.editable) {
        expect(refusalOf(answer)).to.deep.include({
          rule: 'contact.update',
          next: ['call-office'],
        });
        expect(recorded?.address).to.deep.equal(homeAddress);
        return;
      }
      expect(preferencesOf(answer).contact).to.deep.include({ address, phone: null });
      expect(recorded).to.deep.equal({ email: 'ann@example.org', address, phone: null });
    });
  });

  describe(`notifications.new-information under ${policy.id}`, () => {
    const notices = async (report: object, reviews = 1) => {
      const waiting = makeReport({ reviewed: false, reviewedAt: null, ...report });
      const { backend } = await openPortal({
        policy: { ...policy, results: mycooper.results },
        people: [makePerson('ann', 'ann.example', [waiting])],
      });
      for (let n = 0; n < reviews; n += 1) {
        await reviewResult(backend, 'report').catch(() => undefined); // once, or not at all
      }
      return [...backend.db.tables.emails.values()];
    };
    const { newInformation } = policy.notifications;

    it(`${newInformation ? 'sends one' : 'sends no'} e-mail about a result, however often it is reviewed`, async () => {
      const sent = await notices({}, 2);
      expect(sent.map(({ to }) => to)).to.deep.equal(newInformation ? ['ann@example.org'] : []);
    });

    if (newInformation) {
      it('says nothing of health in it, only where to look', async () => {
        const sent = await notices({ name: 'Hemoglobin', note: null });
        expect(sent).to.have.lengthOf(1);
        const said = sent.map(({ subject, text }) => `${subject} ${text}`).join();
        expect(said).to.contain(policy.portal.name);
        expect(said).not.to.match(/result|test|hemoglobin|lab|doctor|ann/i);
      });
    }

    it('sends none about what is not shown: sensitive, unshared, not final', async () => {
      for (const report of [
        { code: loinc('56888-1') },
        { code: loinc('2857-1') },
        { status: 'preliminary' },
      ]) {
        expect(await notices(report)).to.deep.equal([]);
      }
    });
  });
}

describe('two changes of the same preferences', () => {
  it('do not undo each other: the second is told to read again', async () => {
    const { backend, browser } = await open(mycooper);
    const phone = new Browser(backend);
    await phone.signIn('ann.example');
    const { etag } = await readPreferences(browser);
    const contact = { address: null, phone: '1-555-555-0111' };
    await change(phone, 'contact', contact);
    for (const [path, body] of [
      ['contact', { address: homeAddress, phone: null }],
      ['email', { email, emailAgain: email }],
      ['security-question', securityQuestion],
    ] as const) {
      const answer = await browser.write('PUT', `/account/${path}`, body, { 'If-Match': etag });
      expect(answer.status).to.equal(412);
      expect(problemOf(answer)).to.deep.include({
        type: 'urn:portal-widgets:problem:precondition-failed',
        next: [{ action: 'reload' }],
      });
    }
    expect((await readPreferences(browser)).contact).to.deep.include(contact);
  });

  it('are noticed where only the answer to the security question is another one', async () => {
    const { backend, browser } = await open(mycooper);
    const phone = new Browser(backend);
    await phone.signIn('ann.example');
    await change(phone, 'security-question', securityQuestion);
    const { etag } = await readPreferences(browser);
    const answer = await change(phone, 'security-question', {
      ...securityQuestion,
      answer: 'Oak Lane',
    });
    expect(answer.status, answer.text).to.equal(200);
    const late = await browser.write('PUT', '/account/security-question', securityQuestion, {
      'If-Match': etag,
    });
    expect(late.status).to.equal(412);
  });

  it('name what was read in any way that HTTP has', async () => {
    const { browser } = await open(mychart);
    const typed = { email, emailAgain: email, currentPassword: password };
    const write = async (headerOf: (etag: string) => string) => {
      const { etag } = await readPreferences(browser);
      const headers = { 'If-Match': headerOf(etag) };
      return (await browser.write('PUT', '/account/email', typed, headers)).status;
    };
    expect(await write(() => '*')).to.equal(200);
    expect(await write((etag) => `"other", ${etag}`)).to.equal(200);
    expect(await write((etag) => `W/${etag}`)).to.equal(412);
    expect(await write(() => '"other", W/"another"')).to.equal(412);
  });

  it('follow each other with the etag of the answer before', async () => {
    const { browser } = await open(mychart);
    const body = { address: null, phone: null };
    const first = await change(browser, 'contact', body);
    const { etag } = preferencesOf(first);
    expect(first.headers['etag']).to.equal(etag);
    const typed = { email, emailAgain: email, currentPassword: password };
    const second = await browser.write('PUT', '/account/email', typed, { 'If-Match': etag });
    expect(second.status).to.equal(200);
    expect(preferencesOf(second).etag).not.to.equal(etag);
  });
});
