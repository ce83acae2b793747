import { expect } from 'chai';
import type { MedicationRecord, Person } from '../../../mocks/db/records/index.js';
import type { OutputOf } from '../../../src/contract/endpoint.js';
import { contract } from '../../../src/contract/index.js';
import type { MedicationQuery } from '../../../src/contract/record/medications.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { Browser, openPortal, problemOf, successOf } from '../../support/portal.js';
import { requestRenewal } from './renewals.js';
import { makeMedication, makePerson } from '../../support/sample-people.js';
import { decideRenewal, documentMedication } from '../../../stories/fixtures/support/staff.js';

/** Ann is signed in and has these medications; bob may look at her record. */
const openWith = async (
  medications: readonly MedicationRecord[],
  policy: PortalPolicy = mycooper,
) => {
  const ann: Person = { ...makePerson('ann', 'ann.example'), medications };
  const portal = await openPortal({ policy, people: [ann, makePerson('bob', 'bob.example')] });
  await portal.browser.signIn('ann.example');
  return portal;
};

const search = (browser: Browser, query: MedicationQuery, subject = 'ann') =>
  browser.write('POST', `/patients/${subject}/medications/search`, query);

type MedicationPage = OutputOf<typeof contract.searchMedications>;

const find = async (
  browser: Browser,
  query: MedicationQuery = { period: 'current' },
): Promise<MedicationPage> => successOf(contract.searchMedications, await search(browser, query));

const idsOf = ({ medications }: MedicationPage) => medications.map(({ id }) => id);

const open = (browser: Browser, medication: string, subject = 'ann') =>
  browser.send('GET', `/patients/${subject}/medications/${medication}`);

for (const policy of policies) {
  describe(`the list of medications under ${policy.id}`, () => {
    it('tells of each what the contract says, and nothing else', async () => {
      const record = makeMedication();
      const { browser } = await openWith([record], policy);
      const own = ['patientId', 'prescribedHere', 'documentedHere']; // the hospital's
      const shown = Object.entries(record).filter(([name]) => !own.includes(name));
      expect(await find(browser)).to.deep.equal({
        medications: [
          {
            ...Object.fromEntries(shown),
            renewable: { allowed: true },
            supplyChoices: policy.renewal.supplyDays,
            lastRenewal: null,
          },
        ],
        total: 1,
        nextCursor: null,
      });
    });

    it('medications.listed: has what is prescribed or documented here', async () => {
      const { browser } = await openWith(
        [
          makeMedication({ id: 'both' }),
          makeMedication({ id: 'documented', prescribedHere: false }),
          makeMedication({ id: 'prescribed', documentedHere: false }),
        ],
        policy,
      );
      expect(idsOf(await find(browser))).to.deep.equal(['both', 'documented', 'prescribed']);
    });

    it('medications.listed: has no trace of a prescription from outside', async () => {
      const outside = { prescribedHere: false, documentedHere: false };
      const { browser } = await openWith([makeMedication({ ...outside, id: 'outside' })], policy);
      for (const period of ['current', 'past'] as const) {
        expect(await find(browser, { period })).to.deep.equal({
          medications: [],
          total: 0,
          nextCursor: null,
        });
      }
      expect(await open(browser, 'outside')).to.deep.equal(await open(browser, 'nothing'));
      expect(await requestRenewal(browser, {}, { medication: 'outside' })).to.deep.equal(
        await requestRenewal(browser, {}, { medication: 'nothing' }),
      );
    });

    it('medications.listed: has it from the moment that a physician documents it', async () => {
      const outside = { prescribedHere: false, documentedHere: false };
      const { backend, browser } = await openWith([makeMedication(outside)], policy);
      expect((await find(browser)).total).to.equal(0);
      await documentMedication(backend, 'medication', 'Dana Lee, MD');
      expect(idsOf(await find(browser))).to.deep.equal(['medication']);
      expect((await open(browser, 'medication')).status).to.equal(200);
      expect([...backend.db.tables.emails.values()].map(({ to }) => to)).to.deep.equal(
        policy.notifications.newInformation ? ['ann@example.org'] : [],
      );
    });
  });
}

describe('the list of medications', () => {
  it('has those that are taken apart from those that have ended', async () => {
    const { browser } = await openWith([
      makeMedication({ id: 'active' }),
      makeMedication({ id: 'on-hold', status: 'on-hold' }),
      makeMedication({ id: 'completed', status: 'completed' }),
      makeMedication({ id: 'stopped', status: 'stopped' }),
    ]);
    expect(idsOf(await find(browser, { period: 'current' }))).to.deep.equal(['active', 'on-hold']);
    expect(idsOf(await find(browser, { period: 'past' }))).to.deep.equal(['completed', 'stopped']);
  });

  it('has the latest prescribed first, and those without a day last', async () => {
    const { browser } = await openWith([
      makeMedication({ id: 'undated', prescribedOn: null }),
      makeMedication({ id: 'early', prescribedOn: '2019-05-01' }),
      makeMedication({ id: 'same-b', prescribedOn: '2025-05-01' }),
      makeMedication({ id: 'same-a', prescribedOn: '2025-05-01' }),
      makeMedication({ id: 'late', prescribedOn: '2025-05-02', endedOn: '2019-01-01' }),
    ]);
    const order = ['late', 'same-a', 'same-b', 'early', 'undated'];
    expect(idsOf(await find(browser))).to.deep.equal(order);
  });

  it('has the latest ended first, by its prescription where nobody knows the end', async () => {
    const past = (id: string, prescribedOn: string, endedOn: string | null) =>
      makeMedication({ id, status: 'stopped', prescribedOn, endedOn });
    const { browser } = await openWith([
      past('ended-early', '2024-01-01', '2024-02-01'),
      past('ended-late', '2020-01-01', '2025-02-01'),
      past('end-unknown', '2024-06-01', null),
    ]);
    const order = ['ended-late', 'end-unknown', 'ended-early'];
    expect(idsOf(await find(browser, { period: 'past' }))).to.deep.equal(order);
  });

  it('has pages that miss and repeat nothing', async () => {
    const { browser } = await openWith(
      Array.from({ length: 45 }, (_, n) =>
        makeMedication({
          id: `m${n}`,
          prescribedOn: n < 5 ? null : `2025-01-0${1 + (n % 9)}`,
        }),
      ),
    );
    const whole = idsOf(await find(browser, { period: 'current', limit: 100 }));
    expect(new Set(whole).size).to.equal(45);
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: MedicationPage = await find(browser, { period: 'current', limit: 7, cursor });
      expect(page.total).to.equal(45);
      ids.push(...idsOf(page));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(ids).to.deep.equal(whole);
    expect((await find(browser)).medications).to.have.lengthOf(20);
  });

  it('has a medication as it stands by itself', async () => {
    const { browser } = await openWith([makeMedication({ refillsRemaining: 2 })]);
    const [listed] = (await find(browser)).medications;
    const single = successOf(contract.getMedication, await open(browser, 'medication'));
    expect(single).to.deep.equal(listed);
  });

  it('moves a medication to the past when it is stopped', async () => {
    const { backend, browser } = await openWith([makeMedication()]);
    expect((await find(browser)).total).to.equal(1);
    await backend.db.transact(({ medications }) => {
      medications.put(makeMedication({ status: 'stopped' }));
    });
    expect((await find(browser)).total).to.equal(0);
    expect((await find(browser, { period: 'past' })).total).to.equal(1);
  });

  it('of somebody else is answered as one that does not exist, byte for byte', async () => {
    const { backend } = await openWith([makeMedication()]);
    const bob = new Browser(backend);
    await bob.signIn('bob.example');
    const query: MedicationQuery = { period: 'current' };
    expect((await search(bob, query, 'ann')).status).to.equal(404);
    expect(await search(bob, query, 'ann')).to.deep.equal(await search(bob, query, 'nobody'));
    const nowhere = await open(bob, 'nothing', 'bob');
    expect(nowhere.status).to.equal(404);
    expect(await open(bob, 'medication', 'bob')).to.deep.equal(nowhere);
    expect(await open(bob, 'medication', 'ann')).to.deep.equal(nowhere);
    const notBobs = await requestRenewal(bob, {}, { subject: 'bob' });
    expect(problemOf(notBobs).status).to.equal(404);
    expect(backend.db.tables.renewals.size).to.equal(0);
  });

  it('is shown to nobody who is not signed in', async () => {
    const { browser } = await openPortal();
    await browser.session();
    expect((await search(browser, { period: 'current' })).status).to.equal(401);
    expect((await open(browser, 'medication')).status).to.equal(401);
    expect((await requestRenewal(browser)).status).to.equal(401);
  });
});

describe('what staff do with medications', () => {
  it('is documented once, of a medication that there is', async () => {
    const { backend } = await openWith([makeMedication()]);
    for (const [id, message] of [
      ['nothing', 'There is no such medication.'],
      ['medication', 'This medication is already listed.'],
    ] as const) {
      const error = await documentMedication(backend, id, 'Dana Lee, MD').catch(String);
      expect(error).to.equal(`DeskError: ${message}`);
    }
    const error = await decideRenewal(backend, 'nothing', { approved: true, by: 'x' }).catch(
      String,
    );
    expect(error).to.equal('DeskError: There is no such renewal.');
  });

  it('is in the list of who did what in the record', async () => {
    const outside = { prescribedHere: false, documentedHere: false };
    const { backend } = await openWith([makeMedication(outside)]);
    await documentMedication(backend, 'medication', 'Dana Lee, MD');
    const [event] = backend.db.tables.auditEvents.by('patientId', 'ann');
    expect(event).to.deep.include({
      action: 'documented-medication',
      actor: { kind: 'staff', name: 'Dana Lee, MD' },
    });
  });
});

describe('the refills of a medication', () => {
  it('are none once the prescription is no longer valid, and may be unknown', async () => {
    const { browser } = await openWith([
      makeMedication({ id: 'ended', refillsRemaining: 11, refillsUntil: '2020-01-01' }),
      makeMedication({ id: 'valid', refillsRemaining: 11, refillsUntil: '2999-01-01' }),
      makeMedication({ id: 'unknown', refillsRemaining: null }),
    ]);
    const { medications } = await find(browser);
    expect(
      Object.fromEntries(
        medications.map(({ id, refillsRemaining, renewable }) => [
          id,
          [refillsRemaining, renewable.allowed],
        ]),
      ),
    ).to.deep.equal({ ended: [0, true], valid: [11, false], unknown: [null, true] });
  });
});

describe('a list that is not whole', () => {
  it('says of how many entries that is so', async () => {
    const ann = makePerson('ann', 'ann.example');
    const notShown = { results: 1, medications: 2, appointments: 3, conditions: 4 };
    const person: Person = { ...ann, patient: { ...ann.patient, notShown } };
    const { browser } = await openPortal({ policy: mycooper, people: [person] });
    await browser.signIn('ann.example');
    const lists = ['results', 'medications', 'appointments'] as const;
    const bodies = [{}, { period: 'current' }, { period: 'past' }];
    const counts = await Promise.all(
      lists.map(async (list, index) => {
        const answer = await browser.write('POST', `/patients/ann/${list}/search`, bodies[index]);
        return (JSON.parse(answer.text) as { readonly notShown?: number }).notShown;
      }),
    );
    expect(counts).to.deep.equal([1, 2, 3]);
    const summary = await browser.send('GET', '/patients/ann/health-summary');
    expect(JSON.parse(summary.text)).to.deep.include({
      notShown: { medications: 2, conditions: 4 },
    });
  });
});
