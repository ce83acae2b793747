import { expect } from 'chai';
import { contract } from '../../../src/contract/index.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { expectProblem, itNamesWrongFields, itStandsGeneratedInput, send } from './bad-input.js';
import { openPortal, type Browser } from '../../support/portal.js';
import { samples } from '../requests/index.js';
import { missing } from '../requests/sample.js';
import {
  homeAddress,
  makeAppointment,
  makeAppointmentRequest,
  makeCareTeamMember,
  makeMedication,
  makePerson,
  makeReport,
  securityQuestion,
} from '../../support/sample-people.js';

const signedInPortal = async () => {
  const ann = {
    ...makePerson('ann', 'ann.example', [makeReport()]),
    careTeam: [makeCareTeamMember()],
    medications: [makeMedication()],
    appointments: [makeAppointment()],
  };
  const policy = {
    ...mycooper,
    login: { ...mycooper.login, requestsPerMinute: 1000 },
    appointments: { ...mycooper.appointments, cancelOnline: true },
  };
  const portal = await openPortal({ people: [ann], policy });
  await portal.backend.db.transact(({ appointmentRequests }) => {
    appointmentRequests.put(makeAppointmentRequest());
  });
  await portal.browser.signIn('ann.example');
  return portal;
};

const signedIn = async (): Promise<Browser> => (await signedInPortal()).browser;

const side = { rows: contract, samples, open: signedInPortal };

describe('bad input', () => {
  itNamesWrongFields(side);

  it('is a header that is missing or is not as the contract says', async () => {
    const browser = await signedIn();
    const { method, path } = contract.changeEmail;
    const { body } = samples.changeEmail.right;
    expectProblem(await browser.write(method, path, body), 428);
    for (const wrong of ['x', '"', '"a" "b"', '"a",', 'w/"x"', '*, "a"']) {
      const answer = await browser.write(method, path, body, { 'If-Match': wrong });
      expectProblem(answer, 400, ['/headers/if-match']);
    }
    for (const key of [{}, { 'Idempotency-Key': 'short' }, { 'Idempotency-Key': 'x'.repeat(65) }]) {
      const answer = await browser.write('POST', '/accounts', samples.signUp.right.body, key);
      expectProblem(answer, 400, ['/headers/idempotency-key']);
    }
  });

  it('is named where it is: in a part of a field', async () => {
    const browser = await signedIn();
    for (const [field, wrong] of Object.entries({
      line1: ['', null, 'x'.repeat(101)],
      line2: ['', 5],
      city: [missing, ''],
      state: ['nj', 'New Jersey', null],
      postalCode: ['0810', '08103-', 8103],
    })) {
      for (const value of wrong) {
        const body = { address: { ...homeAddress, [field]: value }, phone: null };
        const answer = await send(
          browser,
          contract.changeContact,
          {},
          body,
          samples.changeContact.right.headers,
        );
        expectProblem(answer, 400, [`/body/address/${field}`]);
      }
    }
    for (const row of [contract.signInWithPasskey, contract.addPasskey] as const) {
      const { body } = samples[row.id as 'addPasskey'].right as {
        body: { credential: object };
      };
      const credential = { ...body.credential, response: null };
      const answer = await send(browser, row, {}, { ...body, credential });
      expectProblem(answer, 400, ['/body/credential/response']);
    }
    for (const field of ['question', 'answer']) {
      const wrong = { ...securityQuestion, [field]: '' };
      const body = { ...samples.signUp.right.body, securityQuestion: wrong };
      expectProblem(
        await send(browser, contract.signUp, {}, body, samples.signUp.right.headers),
        400,
        [`/body/securityQuestion/${field}`],
      );
    }
  });

  it('is no more than what the contract does not name: that is passed over', async () => {
    const browser = await signedIn();
    const answer = await browser.search('ann', { limit: 1, colour: 'red', constructor: 1 });
    expect(answer.status).to.equal(200);
  });

  it('is text that is not in UTF-8', async () => {
    const browser = await signedIn();
    const latin1 = new TextEncoder().encode('{"text":"P?len"}');
    latin1[latin1.indexOf(0x3f)] = 0xf3; // an accented o
    const answer = await browser.send('POST', '/patients/ann/results/search', {
      headers: { 'Content-Type': 'application/json' },
      body: latin1,
    });
    expectProblem(answer, 400, ['/body']);
  });

  it('counts neither as activity nor as a try to sign in', async () => {
    const browser = await signedIn();
    for (let n = 0; n < 6; n += 1) {
      await browser.write('POST', '/session', { username: 'ann.example' });
    }
    expect((await browser.signIn('ann.example')).status).to.equal(200);
  });

  it('repeats nothing of what was sent', async () => {
    const browser = await signedIn();
    const secret = 'Garden-gate-7'.repeat(30);
    const answer = await browser.write('POST', '/session', { username: 5, password: secret });
    expect(answer.text).not.to.contain('Garden-gate-7');
  });
});

describe('generated input', () => {
  itStandsGeneratedInput(side);
});
