import { expect } from 'chai';
import type { MedicationRecord } from '../../../mocks/db/records/index.js';
import { contract } from '../../../src/contract/index.js';
import { openDesk, refusal } from './desk-portal.js';
import { successOf, type Browser } from '../../support/portal.js';
import { requestRenewal } from '../record/renewals.js';
import { makeMedication, makePerson } from '../../support/sample-people.js';

const openWith = async (...medications: readonly MedicationRecord[]) => {
  const ofBob = makeMedication({ id: 'of-bob', patientId: 'bob', name: 'Metformin' });
  const portal = await openDesk({
    people: [
      { ...makePerson('ann', 'ann.example'), medications },
      { ...makePerson('bob', 'bob.example'), medications: [ofBob] },
    ],
  });
  await portal.browser.signIn('ann.example');
  return portal;
};

const read = async (browser: Browser) =>
  successOf(
    contract.getMedication,
    await browser.send('GET', '/patients/ann/medications/medication'),
  );

const idOf = async (browser: Browser, medication?: string) =>
  successOf(
    contract.requestRenewal,
    await requestRenewal(browser, {}, { ...(medication && { medication }) }),
  ).lastRenewal?.id ?? '';

const decision = { approved: true, by: 'Dana Lee, MD', note: null };

describe('renewals at the desk', () => {
  it('that wait are listed for all patients or for one, the longest waiting first', async () => {
    const { browser, clock, desk } = await openWith(
      makeMedication(),
      makeMedication({ id: 'other', name: 'Atorvastatin' }),
    );
    const first = await idOf(browser, 'other');
    clock.advance({ minutes: 1 });
    const second = await idOf(browser);
    clock.advance({ minutes: 1 });
    await browser.signIn('bob.example');
    await requestRenewal(browser, {}, { subject: 'bob', medication: 'of-bob' });

    const { renewals, total, nextCursor } = await desk.call('searchRenewals', {
      body: { limit: 2 },
    });
    expect(renewals.map(({ id }) => id)).to.deep.equal([first, second]);
    expect(total).to.equal(3);
    expect(renewals[0]).to.deep.include({
      patient: { id: 'ann', name: 'Ann Example' },
      medication: { id: 'other', name: 'Atorvastatin', prescriber: 'Dana Lee, MD' },
      requestedBy: 'Ann Example',
      supplyDays: 30,
    });
    const rest = await desk.call('searchRenewals', { body: { limit: 2, cursor: nextCursor } });
    expect(rest.renewals.map(({ medication }) => medication.name)).to.deep.equal(['Metformin']);

    await desk.call('decideRenewal', { params: { renewal: first }, body: decision });
    const ofAnn = await desk.call('searchRenewals', { body: { patient: 'ann' } });
    expect(ofAnn.renewals.map(({ id }) => id)).to.deep.equal([second]);
    expect((await desk.call('searchRenewals', { body: {} })).total).to.equal(2);
  });

  it('that are approved bring the patient the refills', async () => {
    const { browser, desk } = await openWith(makeMedication());
    successOf(contract.requestRenewal, await requestRenewal(browser, { refills: 2 }));
    const [waiting] = (await desk.call('searchRenewals', { body: {} })).renewals;
    const renewal = { params: { renewal: waiting?.id ?? '' } };
    await desk.call('decideRenewal', { ...renewal, body: { ...decision, note: 'See you soon.' } });
    const { refillsRemaining, lastRenewal } = await read(browser);
    expect(refillsRemaining).to.equal(2);
    expect(lastRenewal).to.deep.include({
      status: 'approved',
      decision: { at: '2026-03-02T15:00:00.000Z', by: 'Dana Lee, MD', note: 'See you soon.' },
    });
    const again = await refusal(desk.call('decideRenewal', { ...renewal, body: decision }));
    expect(again.status).to.equal(409);
  });

  it('that are approved leave unknown how many refills there are, where nobody knew', async () => {
    const { browser, desk } = await openWith(makeMedication({ refillsRemaining: null }));
    const renewal = await idOf(browser);
    await desk.call('decideRenewal', { params: { renewal }, body: decision });
    expect((await read(browser)).refillsRemaining).to.equal(null);
  });

  it('that are denied say why', async () => {
    const { browser, desk } = await openWith(makeMedication());
    const body = { approved: false, by: 'Dana Lee, MD', note: 'Come in first.' };
    await desk.call('decideRenewal', { params: { renewal: await idOf(browser) }, body });
    const { refillsRemaining, lastRenewal } = await read(browser);
    expect(refillsRemaining).to.equal(0);
    expect(lastRenewal?.status).to.equal('denied');
    expect(lastRenewal?.decision?.note).to.equal('Come in first.');
  });
});

describe('prescriptions from outside at the desk', () => {
  const outside = { prescribedHere: false, documentedHere: false };
  const ann = { params: { patient: 'ann' } };

  it('are listed until they are documented, and then the patient sees them', async () => {
    const { browser, desk } = await openWith(
      makeMedication({ ...outside, prescribedOn: '2025-01-01' }),
      makeMedication({ ...outside, id: 'later', prescribedOn: '2025-02-01' }),
      makeMedication({ ...outside, id: 'undated', prescribedOn: null }),
      makeMedication({ id: 'listed' }),
    );
    const undocumented = async () => {
      const list = await desk.call('searchUndocumentedMedications', { ...ann, body: {} });
      return list.medications.map(({ id }) => id);
    };
    expect(await undocumented()).to.deep.equal(['later', 'medication', 'undated']);
    const hidden = await browser.send('GET', '/patients/ann/medications/medication');
    expect(hidden.status).to.equal(404);

    const medication = { params: { medication: 'medication' }, body: { by: 'Dana Lee, MD' } };
    await desk.call('documentMedication', medication);
    expect((await read(browser)).name).to.equal('Lisinopril 20 mg tablet');
    expect(await undocumented()).to.deep.equal(['later', 'undated']);
    const again = await refusal(desk.call('documentMedication', medication));
    expect(again.status).to.equal(409);
  });

  it('and renewals that are not there are not found', async () => {
    const { desk } = await openWith();
    const by = 'Dana Lee, MD';
    for (const work of [
      () => desk.call('searchRenewals', { body: { patient: 'nobody' } }),
      () => desk.call('decideRenewal', { params: { renewal: 'nothing' }, body: decision }),
      () => desk.call('documentMedication', { params: { medication: 'nothing' }, body: { by } }),
      () => desk.call('searchUndocumentedMedications', { params: { patient: 'nobody' }, body: {} }),
    ]) {
      expect((await refusal(work())).status).to.equal(404);
    }
  });
});
