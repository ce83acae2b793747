import { expect } from 'chai';
import { mycooper } from '../../../src/policy/mycooper.js';
import { mychart } from '../../../src/policy/mychart.js';
import { openDesk, refusal } from './desk-portal.js';
import { birthDate, check } from '../family/new-patient.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { policies } from '../sign-in/with-other-ways.js';
import { problemOf, sessionOf } from '../../support/portal.js';
import { makeNewPatient, makePasskey, makePerson } from '../../support/sample-people.js';
import { addApp } from '../sign-in/with-second-step.js';

describe('patients at the desk', () => {
  it('are found by words of their name, without regard to accents, a page at a time', async () => {
    const named = (id: string, givenName: string, familyName: string) => {
      const person = makePerson(id, `${id}.example`);
      return { ...person, patient: { ...person.patient, givenName, familyName } };
    };
    const { desk } = await openDesk({
      people: [
        named('c', 'Zoë', 'Núñez'),
        named('a', 'Amy', 'Nunez'),
        named('b', 'Ben', 'Archer'),
        named('d', 'Núria', 'Zola'),
      ],
    });
    const find = async (body: object) => {
      const { patients, total, nextCursor } = await desk.call('searchPatients', { body });
      return { ids: patients.map(({ id }) => id).join(''), total, nextCursor };
    };
    expect(await find({})).to.deep.equal({ ids: 'bacd', total: 4, nextCursor: null });
    expect((await find({ text: 'nunez' })).ids).to.equal('ac');
    expect((await find({ text: 'zo nu' })).ids).to.equal('cd');
    expect(await find({ text: 'nobody' })).to.deep.equal({ ids: '', total: 0, nextCursor: null });
    const first = await find({ limit: 3 });
    expect(first.ids).to.equal('bac');
    expect((await find({ limit: 3, cursor: first.nextCursor })).ids).to.equal('d');
  });

  it('show the state of their account', async () => {
    const locked = { ...makePerson('cleo', 'cleo.example') };
    const { backend, desk } = await openDesk({
      people: [
        makePerson('ann', 'Ann.Example'),
        { ...locked, account: { username: 'cleo', password: 'x', locked: true } },
        makeNewPatient('eve', { code: 'ABCDE-FGHJK', issuedAt: 0 }),
      ],
    });
    const accountOf = async (patient: string) =>
      (await desk.call('getPatient', { params: { patient } })).account;
    expect(await accountOf('ann')).to.deep.equal({
      username: 'Ann.Example',
      state: 'active',
      email: 'ann@example.org',
      secondStep: false,
      passkeys: 0,
    });
    expect((await accountOf('cleo'))?.state).to.equal('locked');
    expect(await accountOf('eve')).to.equal(null);
    await backend.db.transact(({ accounts, answerAttempts }) => {
      for (const { id } of accounts.by('patientId', 'ann')) {
        answerAttempts.put({ id, failures: 5, locked: true });
      }
    });
    expect((await accountOf('ann'))?.state, 'by wrong security answers').to.equal('locked');
  });

  for (const policy of policies) {
    it(`${policy.id}: show whether their code works still`, async () => {
      const { backend, clock, browser, desk } = await openDesk({
        policy,
        people: [makeNewPatient('eve', { code: 'ABCDE-FGHJK', issuedAt: 0 })],
      });
      const codeOf = async () =>
        (await desk.call('getPatient', { params: { patient: 'eve' } })).activationCode;
      expect((await codeOf())?.state).to.equal('expired');

      await desk.call('issueCode', { params: { patient: 'eve' } });
      expect(await codeOf()).to.deep.include({
        state: 'works',
        issuedAt: '2026-03-02T15:00:00.000Z',
      });
      const through = (await codeOf())?.worksThrough ?? '';
      clock.set(`${through}T12:00:00${policy.timeZone === 'Asia/Tokyo' ? '+09:00' : '-04:00'}`);
      expect((await codeOf())?.state).to.equal('works');
      clock.advance({ days: 1 });
      expect((await codeOf())?.state).to.equal('expired');

      const { code } = await desk.call('issueCode', { params: { patient: 'eve' } });
      await browser.session();
      for (let n = 0; n < policy.login.maxAttempts; n += 1) {
        await check(browser, { code, birthDate: '1999-09-09' });
      }
      expect((await codeOf())?.state).to.equal('tried-too-often');
      await backend.db.transact(({ activationCodes }) => {
        for (const issued of activationCodes.values()) {
          activationCodes.put({ ...issued, used: true });
        }
      });
      await backend.db.transact(({ codeAttempts }) => {
        for (const { id } of codeAttempts.values()) codeAttempts.delete(id);
      });
      expect((await codeOf())?.state).to.equal('used');
    });
  }

  it('get a code, and the one before it stops working', async () => {
    const { browser, desk } = await openDesk({
      people: [makeNewPatient('eve', { code: 'ABCDE-FGHJK', issuedAt: Date.UTC(2026, 2, 2) })],
    });
    await browser.session();
    const { code } = await desk.call('issueCode', { params: { patient: 'eve' } });
    expect((await check(browser, { code: 'ABCDE-FGHJK', birthDate })).status).to.equal(403);
    expect((await check(browser, { code, birthDate })).status).to.equal(200);
  });

  it('are unlocked, and sign in again, where the policy leaves the password', async () => {
    const login = { ...mycooper.login, unlockAlone: true };
    const { browser, desk } = await openDesk({ policy: { ...mycooper, login } });
    for (let n = 0; n < 5; n += 1) await browser.signIn('ann.example', 'wrong');
    expect((await browser.signIn('ann.example')).status).to.equal(401);
    await desk.call('unlockAccount', { params: { patient: 'ann' } });
    expect((await browser.signIn('ann.example')).status).to.equal(200);
  });

  it('are unlocked only where there is a lock, and staff have the key (login.unlock)', async () => {
    const ann = { params: { patient: 'ann' } };
    const open = await openDesk({ policy: lakeside });
    expect((await refusal(open.desk.call('unlockAccount', ann))).status).to.equal(409);
    const login = { ...mychart.login, unlock: ['reset-link' as const], unlockAlone: true };
    const byLink = await openDesk({ policy: { ...mychart, login } });
    for (let n = 0; n < 5; n += 1) await byLink.browser.signIn('ann.example', 'wrong');
    expect((await refusal(byLink.desk.call('unlockAccount', ann))).status).to.equal(409);
    expect((await byLink.browser.signIn('ann.example')).status).to.equal(401);
  });

  it('get no code where they have an account: it would sign nobody up', async () => {
    const { desk } = await openDesk();
    const ann = { params: { patient: 'ann' } };
    expect((await refusal(desk.call('issueCode', ann))).status).to.equal(409);
    expect((await desk.call('getPatient', ann)).activationCode).to.equal(null);
  });

  it('sign in with the password alone once staff have turned off what was on a lost phone', async () => {
    const { backend, browser, clock, desk } = await openDesk();
    await browser.signIn('ann.example');
    await addApp(browser, clock);
    await backend.db.transact(({ accounts, passkeys }) => {
      for (const { id } of accounts.by('patientId', 'ann')) {
        passkeys.put(makePasskey({ accountId: id }));
      }
    });
    const ann = { params: { patient: 'ann' } };
    expect((await desk.call('getPatient', ann)).account).to.include({
      secondStep: true,
      passkeys: 1,
    });
    expect(sessionOf(await browser.signIn('ann.example')).status).to.equal('second-step-required');
    await desk.call('turnOffSecondStep', ann);
    expect((await desk.call('getPatient', ann)).account).to.include({
      secondStep: false,
      passkeys: 0,
    });
    expect(sessionOf(await browser.signIn('ann.example')).status).to.equal('signed-in');
    const [event] = backend.db.tables.auditEvents.by('patientId', 'ann').slice(-1);
    expect(event?.action).to.equal('turned-off-second-step');
  });

  it('have the address of their account in the medical record once staff take it over', async () => {
    const { backend, desk } = await openDesk({ policy: lakeside });
    const [account] = backend.db.tables.accounts.by('patientId', 'ann');
    if (!account) throw new Error('Ann has an account.');
    await backend.db.transact(({ accounts }) => {
      accounts.put({ ...account, email: 'new@example.org' });
    });
    const ann = { params: { patient: 'ann' } };
    expect((await desk.call('getPatient', ann)).email).to.equal('ann@example.org');
    await desk.call('takeOverEmail', ann);
    expect((await desk.call('getPatient', ann)).email).to.equal('new@example.org');
  });

  it('sign up once their signed Release of Information request is there', async () => {
    const eve = makeNewPatient('eve', { code: 'ABCDE-FGHJK', issuedAt: Date.UTC(2026, 2, 2) });
    const unsigned = { ...eve, patient: { ...eve.patient, releaseOfInformation: false } };
    const { browser, desk } = await openDesk({ policy: mycooper, people: [unsigned] });
    await browser.session();
    const signUp = () => check(browser, { code: 'ABCDE-FGHJK', birthDate });
    expect(problemOf(await signUp()).rule).to.equal('account.release-of-information');
    const patient = { params: { patient: 'eve' } };
    await desk.call('processReleaseOfInformation', patient);
    expect((await desk.call('getPatient', patient)).releaseOfInformation).to.equal(true);
    expect((await signUp()).status).to.equal(200);
    expect((await refusal(desk.call('processReleaseOfInformation', patient))).status).to.equal(409);
  });

  it('who are not there are not found', async () => {
    const { desk } = await openDesk({
      people: [makeNewPatient('eve', { code: 'A', issuedAt: 0 })],
    });
    const nobody = { params: { patient: 'nobody' } };
    for (const work of [
      () => desk.call('getPatient', nobody),
      () => desk.call('issueCode', nobody),
      () => desk.call('unlockAccount', nobody),
      () => desk.call('turnOffSecondStep', nobody),
      () => desk.call('takeOverEmail', nobody),
      () => desk.call('processReleaseOfInformation', nobody),
      () => desk.call('searchPatientResults', { ...nobody, body: {} }),
      () => desk.call('unlockAccount', { params: { patient: 'eve' } }),
      () => desk.call('takeOverEmail', { params: { patient: 'eve' } }),
    ]) {
      expect((await refusal(work())).status).to.equal(404);
    }
    expect((await refusal(desk.call('getPatient', nobody))).message).to.equal(
      'There is no such patient.',
    );
  });
});
