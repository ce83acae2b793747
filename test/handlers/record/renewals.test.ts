import { expect } from 'chai';
import type { MedicationRecord, Person, ProxyRecord } from '../../../mocks/db/records/index.js';
import { contract } from '../../../src/contract/index.js';
import type { NextStep } from '../../../src/contract/problems.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { refusalParts, type RefusalId } from '../../../src/policy/rules.js';
import { lakeside, policies } from '../../../stories/fixtures/support/policies.js';
import {
  Browser,
  openPortal,
  problemOf,
  refusalOf,
  successOf,
  type Answer,
} from '../../support/portal.js';
import { promisedDays } from './promised-days.js';
import { requestRenewal, type RenewalBody } from './renewals.js';
import { fc, tries } from '../../support/properties.js';
import { makeMedication, makePerson } from '../../support/sample-people.js';
import { decideRenewal } from '../../../stories/fixtures/support/staff.js';

const openWith = async (
  medications: readonly MedicationRecord[] = [makeMedication()],
  policy: PortalPolicy = mycooper,
  access?: ProxyRecord['access'],
) => {
  const ann: Person = { ...makePerson('ann', 'ann.example'), medications };
  const { patient, ...others } = makePerson('bob', 'bob.example');
  const bob: Person = {
    ...others,
    patient: { ...patient, givenName: 'Bob' },
    proxyFor: access
      ? [{ patientId: 'ann', relationship: 'guardian', access, since: Date.UTC(2025, 5) }]
      : [],
  };
  const portal = await openPortal({ policy, people: [ann, bob] });
  await portal.browser.signIn('ann.example');
  return portal;
};

/** The renewal that was asked for: the last one of the medication that answers. */
const renewalOf = (answer: Answer) => {
  const { lastRenewal } = successOf(contract.requestRenewal, answer);
  if (!lastRenewal) throw new Error('Nothing was asked for.');
  return lastRenewal;
};

const readMedication = async (browser: Browser, id = 'medication') =>
  successOf(contract.getMedication, await browser.send('GET', `/patients/ann/medications/${id}`));

/** That the medication says beforehand by what it is refused, that it is, and that nothing is stored. */
const expectRefusal = async (
  { backend, browser }: Awaited<ReturnType<typeof openWith>>,
  id: RefusalId,
  next: readonly NextStep[],
) => {
  const renewals = backend.db.tables.renewals.size;
  const { renewable, supplyChoices } = await readMedication(browser);
  expect(renewable).to.deep.equal({ allowed: false, ...refusalParts(id), next });
  const answer = await requestRenewal(browser, { supplyDays: supplyChoices[0] ?? 0 });
  expect(answer.status).to.equal(403);
  expect(problemOf(answer)).to.deep.include({ ...refusalParts(id), next });
  expect(backend.db.tables.renewals.size).to.equal(renewals);
};

const callPharmacy: NextStep = {
  action: 'call-pharmacy',
  contact: { name: 'Quay Pharmacy', phone: '1-555-555-0111' },
};
const callOffice: NextStep = { action: 'call-office' };

for (const policy of policies) {
  const [supplyDays = 0] = policy.renewal.supplyDays;
  const openMedication = (parts: Partial<MedicationRecord> = {}) =>
    openWith([makeMedication(parts)], policy);

  describe(`renewals under ${policy.id}`, () => {
    it('are allowed where nothing is left of what was prescribed here', async () => {
      for (const status of ['active', 'on-hold'] as const) {
        const { browser } = await openMedication({ status });
        expect((await readMedication(browser)).renewable).to.deep.equal({ allowed: true });
        expect((await requestRenewal(browser, { supplyDays })).status).to.equal(200);
      }
    });

    it('renewal.prescribed-here: are for whoever prescribed it elsewhere', async () => {
      await expectRefusal(
        await openMedication({ prescribedHere: false }),
        'renewal.prescribed-here/elsewhere',
        [callPharmacy, callOffice],
      );
      await expectRefusal(
        await openMedication({ prescribedHere: false, pharmacy: null }),
        'renewal.prescribed-here/elsewhere',
        [callOffice],
      );
    });

    it('renewal.prescribed-here: are not of what has ended, whatever is left of it', async () => {
      for (const status of ['completed', 'stopped'] as const) {
        for (const refillsRemaining of [0, 2]) {
          const portal = await openMedication({ status, refillsRemaining });
          await expectRefusal(portal, 'renewal.prescribed-here/ended', [callOffice]);
        }
      }
    });

    it('renewal.refills-remaining: wait for the last refill, which the pharmacy fills', async () => {
      await expectRefusal(
        await openMedication({ refillsRemaining: 1 }),
        'renewal.refills-remaining',
        [callPharmacy],
      );
      await expectRefusal(
        await openMedication({ refillsRemaining: 1, pharmacy: null }),
        'renewal.refills-remaining',
        [callOffice],
      );
    });

    it('renewal.refills-remaining: comes before who has prescribed it: the pharmacy helps at once', async () => {
      const portal = await openMedication({ refillsRemaining: 1, prescribedHere: false });
      await expectRefusal(portal, 'renewal.refills-remaining', [callPharmacy]);
    });

    it('renewal.refills-remaining: comes before a request that waits', async () => {
      const portal = await openMedication();
      await requestRenewal(portal.browser, { supplyDays });
      await portal.backend.db.transact(({ medications }) => {
        medications.put(makeMedication({ refillsRemaining: 1 }));
      });
      await expectRefusal(portal, 'renewal.refills-remaining', [callPharmacy]);
    });

    it('renewal.details: take each supply that the policy has, and no other', async () => {
      for (const days of [1, 30, 59, 60, 61, 89, 90, 91, 365]) {
        const { backend, browser } = await openMedication();
        const answer = await requestRenewal(browser, { supplyDays: days });
        if (policy.renewal.supplyDays.includes(days)) {
          expect(renewalOf(answer).supplyDays).to.equal(days);
          continue;
        }
        expect(refusalOf(answer)).to.deep.equal({
          rule: 'renewal.details',
          next: ['try-again'],
          pointers: ['/body/supplyDays'],
        });
        expect(backend.db.tables.renewals.size).to.equal(0);
      }
    });

    it('renewal.details: name every field that is missing', async () => {
      const { browser } = await openMedication();
      const answer = await requestRenewal(browser, {
        supplyDays: undefined,
        refills: undefined,
        newAllergies: undefined,
      } as unknown as RenewalBody);
      expect(refusalOf(answer).pointers).to.deep.equal([
        '/body/supplyDays',
        '/body/refills',
        '/body/newAllergies',
      ]);
    });

    it('renewal.one-pending: wait for the answer to the one before', async () => {
      const portal = await openMedication();
      await requestRenewal(portal.browser, { supplyDays });
      await expectRefusal(portal, 'renewal.one-pending', [{ action: 'wait' }, callOffice]);
    });

    for (const approved of [true, false]) {
      it(`renewal.one-pending: are possible again once it is ${approved ? 'approved' : 'denied'}`, async () => {
        const { backend, browser } = await openMedication();
        const { id } = renewalOf(await requestRenewal(browser, { supplyDays }));
        await decideRenewal(backend, id, { approved, by: 'Dana Lee, MD' });
        expect((await readMedication(browser)).renewable).to.deep.equal({ allowed: true });
        const second = renewalOf(await requestRenewal(browser, { supplyDays }));
        expect((await readMedication(browser)).lastRenewal).to.deep.equal(second);
      });
    }

    for (const { what, askedAt, renewal } of promisedDays(policy)) {
      it(`renewal.reply-time: promise ${renewal} ${what}`, async () => {
        const { browser, clock } = await openMedication();
        clock.set(askedAt);
        await browser.signIn('ann.example');
        expect(renewalOf(await requestRenewal(browser, { supplyDays }))).to.deep.include({
          requestedAt: new Date(askedAt).toISOString(),
          expectedBy: renewal,
        });
      });
    }

    it('renewal.reply-time: say to call, and not to wait, once the promised day is over', async () => {
      const portal = await openMedication();
      const { browser, clock } = portal;
      const { expectedBy } = renewalOf(await requestRenewal(browser, { supplyDays }));
      const offset = policy === lakeside ? '+09:00' : '-05:00';
      for (const [time, next] of [
        ['23:59:59', [{ action: 'wait' } as const, callOffice]],
        ['24:00:00', [callOffice]],
      ] as const) {
        clock.set(`${expectedBy}T${time}${offset}`);
        await browser.signIn('ann.example');
        await expectRefusal(portal, 'renewal.one-pending', next);
      }
    });

    const { newInformation } = policy.notifications;
    const letter = newInformation ? 'an e-mail that says nothing of it' : 'no e-mail';

    it(`are answered to the patient: decided, with ${letter}`, async () => {
      const { backend, browser, clock } = await openMedication();
      const asked = renewalOf(await requestRenewal(browser, { supplyDays, refills: 3 }));
      clock.advance({ minutes: 1 });
      const by = 'Dana Lee, MD';
      await decideRenewal(backend, asked.id, { approved: true, by, note: 'Take it at night.' });
      const { lastRenewal, refillsRemaining, supplyDays: lasts } = await readMedication(browser);
      expect(lastRenewal).to.deep.equal({
        ...asked,
        status: 'approved',
        decision: { at: '2026-03-02T15:01:00.000Z', by, note: 'Take it at night.' },
      });
      expect({ refillsRemaining, lasts }).to.deep.equal({ refillsRemaining: 3, lasts: supplyDays });
      const events = backend.db.tables.auditEvents.by('patientId', 'ann');
      expect(events.find(({ action }) => action === 'decided-renewal')?.actor).to.deep.equal({
        kind: 'staff',
        name: by,
      });
      const emails = [...backend.db.tables.emails.values()];
      expect(emails).to.have.lengthOf(newInformation ? 1 : 0);
      expect(JSON.stringify(emails)).not.to.match(/lisinopril|renew|approved|dana|night/i);
    });

    it('that are denied add nothing to what is left', async () => {
      const { backend, browser } = await openMedication();
      const { id } = renewalOf(await requestRenewal(browser, { supplyDays, refills: 3 }));
      await decideRenewal(backend, id, { approved: false, by: 'Dana Lee, MD', note: 'Come in.' });
      expect(await readMedication(browser)).to.deep.include({ refillsRemaining: 0 });
      const again = decideRenewal(backend, id, { approved: true, by: 'Dana Lee, MD' });
      expect(await again.catch(String)).to.equal(
        'DeskError: This renewal has already been decided.',
      );
    });

    it('proxy.friends-and-family: are not for a proxy who may only look', async () => {
      const { backend } = await openWith([makeMedication()], policy, 'view');
      const bob = new Browser(backend);
      await bob.signIn('bob.example');
      const next: readonly NextStep[] = [{ action: 'ask-patient' }];
      expect((await readMedication(bob)).renewable).to.deep.equal({
        allowed: false,
        rule: 'proxy.friends-and-family',
        case: 'view-only',
        next,
      });
      const answer = await requestRenewal(bob, { supplyDays });
      expect(problemOf(answer)).to.deep.include({
        rule: 'proxy.friends-and-family',
        case: 'view-only',
        next,
      });
      expect(backend.db.tables.renewals.size).to.equal(0);
    });

    it('say who has asked: a proxy, in the record of the patient', async () => {
      const { backend, browser } = await openWith([makeMedication()], policy, 'full');
      const bob = new Browser(backend);
      await bob.signIn('bob.example');
      const asked = renewalOf(await requestRenewal(bob, { supplyDays }));
      expect(asked.requestedBy).to.equal('Bob Example');
      expect((await readMedication(browser)).lastRenewal).to.deep.equal(asked);
    });
  });
}

describe('a renewal', () => {
  it('is stored as it was asked for', async () => {
    const { browser } = await openWith();
    const body: RenewalBody = {
      supplyDays: 90,
      refills: 11,
      newAllergies: 'Penicillin: a rash',
      pharmacy: 'Market Street Pharmacy, Camden',
      note: 'I leave on the 20th.',
    };
    const renewal = renewalOf(await requestRenewal(browser, body));
    expect(renewal).to.deep.equal({
      ...body,
      id: renewal.id,
      status: 'pending',
      requestedAt: '2026-03-02T15:00:00.000Z',
      requestedBy: 'Ann Example',
      expectedBy: '2026-03-04',
      overdue: false,
      decision: null,
    });
    expect((await readMedication(browser)).lastRenewal).to.deep.equal(renewal);
  });

  it('is answered with its medication as it stands now: a second one waits', async () => {
    const { browser } = await openWith();
    const medication = successOf(contract.requestRenewal, await requestRenewal(browser));
    expect(medication).to.deep.equal(await readMedication(browser));
    expect(medication.renewable).to.deep.include({ rule: 'renewal.one-pending' });
  });

  it('of one medication does not keep another from being renewed', async () => {
    const { browser } = await openWith([makeMedication(), makeMedication({ id: 'other' })]);
    await requestRenewal(browser);
    expect((await readMedication(browser, 'other')).lastRenewal).to.equal(null);
    expect((await requestRenewal(browser, {}, { medication: 'other' })).status).to.equal(200);
  });

  it('that is asked for again with the same key is one, also in the list of who did what', async () => {
    const { backend, browser } = await openWith();
    const key = crypto.randomUUID();
    const first = await requestRenewal(browser, {}, { key });
    expect(first.status).to.equal(200);
    expect(await requestRenewal(browser, {}, { key })).to.deep.equal(first);
    const events = backend.db.tables.auditEvents.by('patientId', 'ann');
    expect(events.map(({ action }) => action)).to.deep.equal(['requested-renewal']);
  });

  it('of another medication, or with other details, is a conflict with the same key', async () => {
    const { backend, browser } = await openWith([
      makeMedication(),
      makeMedication({ id: 'other' }),
    ]);
    const key = crypto.randomUUID();
    await requestRenewal(browser, {}, { key });
    for (const answer of [
      await requestRenewal(browser, {}, { key, medication: 'other' }),
      await requestRenewal(browser, { refills: 1 }, { key }),
    ]) {
      expect(answer.status).to.equal(409);
    }
    expect(backend.db.tables.renewals.size).to.equal(1);
  });

  it('that was committed while its answer was lost is told by the same key', async () => {
    const { backend, browser } = await openWith();
    const key = crypto.randomUUID();
    backend.faults.set('requestRenewal', { outcome: 'lost' });
    const lost = await requestRenewal(browser, {}, { key }).catch(() => 'no answer');
    expect(lost).to.equal('no answer');
    backend.faults.clear();
    const { id } = renewalOf(await requestRenewal(browser, {}, { key }));
    expect((await readMedication(browser)).lastRenewal?.id).to.equal(id);
    expect(backend.db.tables.renewals.size).to.equal(1);
  });
});

describe('renewals, whatever is asked in whatever order', () => {
  const ask = fc.record({
    medication: fc.constantFrom('first', 'second'),
    key: fc.constantFrom('key-a', 'key-b', 'key-c'),
    refills: fc.constantFrom(0, 1),
  });
  /** Requests that are sent at once, and then perhaps the office's answer to all that wait. */
  const round = fc.record({
    asked: fc.array(ask, { minLength: 1, maxLength: 4 }),
    answer: fc.constantFrom('none', 'approved', 'denied'),
  });

  it('never are two by one key, and never two pending for one medication', async () => {
    const { backend, browser } = await openWith([]);
    const { tables } = backend.db;
    let runs = 0;
    const property = fc.asyncProperty(fc.array(round, { maxLength: 4 }), async (rounds) => {
      const run = `run-${(runs += 1)}`;
      const ids = { first: `${run}-first`, second: `${run}-second` };
      await backend.db.transact(({ medications }) => {
        for (const id of Object.values(ids)) medications.put(makeMedication({ id }));
      });
      const renewals = () =>
        Object.values(ids).flatMap((id) => tables.renewals.by('medicationId', id));
      const idsByKey = new Map<string, Set<string>>();

      for (const { asked, answer } of rounds) {
        await Promise.all(
          asked.map(async ({ medication, key, refills }) => {
            const sent = await requestRenewal(
              browser,
              { refills },
              { medication: ids[medication], key: `${run}-of-this-${key}` },
            );
            if (sent.status !== 200) return;
            idsByKey.set(key, (idsByKey.get(key) ?? new Set()).add(renewalOf(sent).id));
          }),
        );
        for (const id of Object.values(ids)) {
          const pending = tables.renewals
            .by('medicationId', id)
            .filter(({ status }) => status === 'pending');
          expect(pending.length).to.be.at.most(1);
          if (answer === 'none') continue;
          for (const renewal of pending) {
            const approved = answer === 'approved';
            await decideRenewal(backend, renewal.id, { approved, by: 'Dana Lee, MD' });
          }
        }
      }
      for (const answered of idsByKey.values()) expect(answered.size).to.equal(1);
      expect(renewals()).to.have.lengthOf(idsByKey.size);
    });
    await fc.assert(property, { numRuns: tries(1000) });
  });
});
