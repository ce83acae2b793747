import { expect } from 'chai';
import * as z from 'zod/mini';
import type {
  HealthSummaryRecord,
  MedicationRecord,
  Person,
} from '../../../mocks/db/records/index.js';
import { contract } from '../../../src/contract/index.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { Browser, openPortal, problemOf, refusalOf, type Answer } from '../../support/portal.js';
import { loinc, makeMedication, makePerson } from '../../support/sample-people.js';

type Vital = HealthSummaryRecord['vitals'][number];

const weight = (id: string, takenAt: string): Vital => ({
  id,
  name: 'Weight',
  code: loinc('29463-7'),
  takenAt,
  values: [70.5],
  unit: 'kg',
});

const bloodPressure: Vital = {
  id: 'pressure',
  name: 'Blood pressure',
  code: loinc('85354-9'),
  takenAt: '2026-02-02T09:00:00Z',
  values: [121, 79],
  unit: 'mmHg',
};

const nothing: Omit<HealthSummaryRecord, 'id'> = {
  conditions: [],
  allergies: [],
  immunizations: [],
  vitals: [],
};

const openWith = async (parts: Partial<Person>, policy = mycooper) => {
  const people = [
    { ...makePerson('ann', 'ann.example'), ...parts },
    makePerson('bob', 'bob.example'),
  ];
  const portal = await openPortal({ policy, people });
  await portal.browser.signIn('ann.example');
  return portal;
};

const summaryPath = '/patients/ann/health-summary';

const summaryIn = ({ status, text }: Answer) => {
  expect(status, text).to.equal(200);
  return z.parse(contract.getHealthSummary.response, JSON.parse(text));
};

const summaryOf = async (parts: Partial<Omit<HealthSummaryRecord, 'id'>>) => {
  const { browser } = await openWith({ healthSummary: { ...nothing, ...parts } });
  return summaryIn(await browser.send('GET', summaryPath));
};

const vitalsIn = ({ status, text }: Answer) => {
  expect(status, text).to.equal(200);
  return z.parse(contract.searchVitals.response, JSON.parse(text));
};

const searchVitals = async (browser: Browser, query: object) =>
  vitalsIn(await browser.write('POST', '/patients/ann/vitals/search', query));

const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

for (const policy of policies) {
  describe(`record.health-summary under ${policy.id}`, () => {
    it('is read by the patient, empty where nothing is written down', async () => {
      const { browser } = await openWith({}, policy);
      expect(summaryIn(await browser.send('GET', summaryPath))).to.deep.equal({
        patient: { name: 'Ann Example', birthDate: '1980-01-01', sex: 'female' },
        ...nothing,
        medications: [],
        correction: {
          allowed: false,
          rule: 'record.read-only',
          next: [{ action: 'ask-at-next-visit' }],
        },
      });
    });

    it('is read by a proxy who may only look', async () => {
      const child = makePerson('bob', 'bob.example');
      const { browser } = await openPortal({
        policy,
        people: [
          {
            ...makePerson('ann', 'ann.example'),
            proxyFor: [{ patientId: 'bob', relationship: 'guardian', access: 'view', since: 0 }],
          },
          { ...child, patient: { ...child.patient, birthDate: '2018-05-05' } },
        ],
      });
      await browser.signIn('ann.example');
      const read = summaryIn(await browser.send('GET', '/patients/bob/health-summary'));
      expect(read.patient.birthDate).to.equal('2018-05-05');
    });

    it('is read by nobody else', async () => {
      const { backend, browser } = await openWith({}, policy);
      const stranger = new Browser(backend);
      await stranger.session();
      expect((await stranger.send('GET', summaryPath)).status).to.equal(401);
      const others = await browser.send('GET', '/patients/bob/health-summary');
      const nobodys = await browser.send('GET', '/patients/zoe/health-summary');
      expect(others.status).to.equal(404);
      expect(others).to.deep.equal(nobodys);
      const vitals = await browser.write('POST', '/patients/bob/vitals/search', {});
      expect(vitals.status).to.equal(404);
      const more = { list: 'conditions' };
      const rest = await browser.write('POST', '/patients/bob/health-summary/search', more);
      expect(rest.status).to.equal(404);
    });
  });

  describe(`record.read-only under ${policy.id}`, () => {
    for (const [path, methods] of [
      [summaryPath, ['POST', 'PUT', 'PATCH', 'DELETE']],
      [`${summaryPath}/search`, ['PUT', 'PATCH', 'DELETE']],
      ['/patients/ann/vitals/search', ['PUT', 'PATCH', 'DELETE']],
    ] as const) {
      it(`edits nothing at ${path}, and says whom to ask`, async () => {
        const { backend, browser } = await openWith({}, policy);
        const before = JSON.stringify([...backend.db.tables.patients.values()]);
        for (const method of methods) {
          const answer = await browser.write(method, path, { conditions: [] });
          expect(answer.status, method).to.equal(405);
          expect(problemOf(answer).type).to.equal('urn:portal-widgets:problem:method-not-allowed');
          expect(refusalOf(answer)).to.deep.equal({
            rule: 'record.read-only',
            next: ['ask-at-next-visit'],
          });
        }
        expect(JSON.stringify([...backend.db.tables.patients.values()])).to.equal(before);
        expect([...backend.db.tables.healthSummaries.values()]).to.deep.equal([]);
      });
    }
  });

  describe(`medications of the summary under ${policy.id}`, () => {
    it('are those that are documented here and taken now, latest first', async () => {
      const medications: MedicationRecord[] = [
        makeMedication({
          ...{ id: 'a', name: 'Metformin 500 mg tablet', status: 'on-hold' },
          prescribedOn: '2024-03-01',
        }),
        makeMedication({
          ...{ id: 'b', name: 'Lisinopril 20 mg tablet', prescribedHere: false },
          prescribedOn: '2025-03-01',
        }),
        makeMedication({ id: 'c', name: 'Zinc', documentedHere: false, prescribedHere: false }),
        makeMedication({ id: 'd', name: 'Amoxicillin', status: 'completed' }),
        makeMedication({ id: 'e', name: 'Ibuprofen', status: 'stopped' }),
      ];
      const { browser } = await openWith({ medications }, policy);
      const answer = await browser.send('GET', summaryPath);
      expect(summaryIn(answer).medications.map(({ name }) => name)).to.deep.equal([
        'Lisinopril 20 mg tablet',
        'Metformin 500 mg tablet',
      ]);
      expect(answer.text).not.to.match(/zinc|amoxicillin|ibuprofen/i);
    });
  });
}

describe('the health summary', () => {
  it('has what the patient has before what is over, the latest first', async () => {
    const condition = (id: string, onsetOn: string | null, resolvedOn: string | null = null) => ({
      id,
      name: id,
      code: null,
      status: resolvedOn ? ('resolved' as const) : ('active' as const),
      onsetOn,
      resolvedOn,
    });
    const { conditions } = await summaryOf({
      conditions: [
        condition('old', '2001-01-01'),
        condition('over-early', '2024-01-01', '2024-02-01'),
        condition('undated', null),
        condition('new', '2020-01-01'),
        condition('over-late', '1999-01-01', '2025-01-01'),
      ],
    });
    const order = ['new', 'old', 'undated', 'over-late', 'over-early'];
    expect(idsOf(conditions)).to.deep.equal(order);
  });

  it('has immunizations and allergies latest first, undated ones last', async () => {
    const shot = (id: string, givenOn: string | null) => ({ id, name: id, code: null, givenOn });
    const allergy = (id: string, notedOn: string | null) => ({
      ...{ id, substance: id, code: null, severity: null, notedOn },
      reactions: ['Hives'],
    });
    const { immunizations, allergies } = await summaryOf({
      immunizations: [shot('b', '2020-10-01'), shot('c', null), shot('a', '2025-10-01')],
      allergies: [allergy('y', '2011-01-01'), allergy('z', null), allergy('x', '2012-01-01')],
    });
    expect(idsOf(immunizations)).to.deep.equal(['a', 'b', 'c']);
    expect(idsOf(allergies)).to.deep.equal(['x', 'y', 'z']);
  });

  it('has of each kind of vital sign the latest, and how many came before', async () => {
    const uncoded = { ...weight('waist', '2025-01-01T10:00:00Z'), name: 'Waist', code: null };
    const { vitals } = await summaryOf({
      vitals: [
        weight('early', '2024-03-01T10:00:00Z'),
        bloodPressure,
        weight('late', '2026-03-01T10:00:00Z'),
        uncoded,
        weight('middle', '2025-03-01T10:00:00Z'),
      ],
    });
    expect(
      vitals.map(({ kind, latest, earlierCount }) => [kind, latest.id, earlierCount]),
    ).to.deep.equal([
      ['29463-7', 'late', 2],
      ['85354-9', 'pressure', 0],
      ['Waist', 'waist', 0],
    ]);
    expect(vitals[1]?.latest.values).to.deep.equal([121, 79]);
  });

  const many = 120;
  const ofMany = <Entry>(make: (id: string, day: string | null) => Entry): Entry[] =>
    Array.from({ length: many }, (_, n) =>
      make(
        `e${String(n).padStart(3, '0')}`,
        n % 10 === 0 ? null : `20${10 + (n % 10)}-0${1 + (n % 9)}-01`,
      ),
    );
  const longRecord = {
    medications: ofMany((id, prescribedOn) => makeMedication({ id, prescribedOn })),
    healthSummary: {
      conditions: ofMany((id, day) => ({
        ...{ id, name: id, code: null, onsetOn: day, resolvedOn: null },
        status: id.endsWith('7') || id.endsWith('0') ? ('resolved' as const) : ('active' as const),
      })),
      allergies: ofMany((id, notedOn) => ({
        ...{ id, substance: id, code: null, reactions: [], severity: null, notedOn },
      })),
      immunizations: ofMany((id, givenOn) => ({ id, name: id, code: null, givenOn })),
      vitals: [],
    },
  };

  it('has the beginning of each list, however long, and where to read on: each entry once', async () => {
    const { browser } = await openWith(longRecord);
    const answer = await browser.send('GET', summaryPath);
    expect(answer.text.length).to.be.lessThan(40_000);
    const summary = summaryIn(answer);
    for (const list of ['conditions', 'allergies', 'immunizations', 'medications'] as const) {
      expect(summary[list], list).to.have.lengthOf(50);
      const ids = idsOf(summary[list]);
      let cursor = summary.more?.[list]?.nextCursor ?? null;
      while (cursor !== null) {
        const { status, text } = await browser.write('POST', `${summaryPath}/search`, {
          ...{ list, cursor, limit: 30 },
        });
        expect(status, text).to.equal(200);
        const page = z.parse(contract.searchHealthSummary.response, JSON.parse(text));
        expect([page.list, page.total]).to.deep.equal([list, many]);
        ids.push(...idsOf(page.entries));
        cursor = page.nextCursor;
      }
      expect(ids, list).to.have.lengthOf(many);
      expect(new Set(ids), list).to.have.property('size', many);
      const whole = await browser.write('POST', `${summaryPath}/search`, { list, limit: 100 });
      const { entries } = z.parse(contract.searchHealthSummary.response, JSON.parse(whole.text));
      expect(idsOf(entries), list).to.deep.equal(ids.slice(0, 100));
    }
  });

  it('tells of no more where the lists are short', async () => {
    expect(await summaryOf({})).not.to.have.property('more');
  });

  it('is written down as looked at, once a day', async () => {
    const { backend, browser } = await openWith({});
    await browser.send('GET', summaryPath);
    await browser.write('POST', `${summaryPath}/search`, { list: 'allergies' });
    await searchVitals(browser, {});
    const actions = backend.db.tables.auditEvents.by('patientId', 'ann');
    expect(actions.map(({ action }) => action)).to.deep.equal(['viewed-health-summary']);
  });
});

describe('vital signs', () => {
  const vitals = [
    ...Array.from({ length: 45 }, (_, n) =>
      weight(`w${n}`, new Date(Date.UTC(2020, n, 1)).toISOString()),
    ),
    bloodPressure,
  ];
  const open = () => openWith({ healthSummary: { ...nothing, vitals } });

  it('come by pages, latest first, each once', async () => {
    const { browser } = await open();
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await searchVitals(browser, { kind: '29463-7', cursor });
      expect(page.total).to.equal(45);
      ids.push(...idsOf(page.vitals));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(ids).to.deep.equal(Array.from({ length: 45 }, (_, n) => `w${44 - n}`));
  });

  it('are all of them where no kind is named, and none of a kind that is not there', async () => {
    const { browser } = await open();
    expect((await searchVitals(browser, { limit: 100 })).total).to.equal(46);
    const none = { vitals: [], total: 0, nextCursor: null };
    expect(await searchVitals(browser, { kind: 'Waist' })).to.deep.equal(none);
  });
});
