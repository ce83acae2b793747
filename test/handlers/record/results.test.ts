import { expect } from 'chai';
import { contract } from '../../../src/contract/index.js';
import type { ResultQuery } from '../../../src/contract/record/results.js';
import type { ReportRecord } from '../../../mocks/db/records/index.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import {
  Browser,
  openPortal,
  pageOf,
  problemOf,
  resultOf,
  successOf,
  type ResultPage,
} from '../../support/portal.js';
import { loinc, makeObservation, makePerson, makeReport } from '../../support/sample-people.js';

/** Ann is signed in and has these reports. */
const openWith = async (reports: readonly ReportRecord[], policy = lakeside) => {
  const people = [makePerson('ann', 'ann.example', reports), makePerson('bob', 'bob.example')];
  const portal = await openPortal({ policy, people });
  await portal.browser.signIn('ann.example');
  return portal;
};

const find = async (browser: Browser, query: ResultQuery = {}): Promise<ResultPage> =>
  pageOf(await browser.search('ann', query));

const idsOf = ({ results }: ResultPage) => results.map(({ id }) => id);

/** Ids of all pages, one after the other. */
const readAll = async (browser: Browser, query: ResultQuery): Promise<string[]> => {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: ResultPage = await find(browser, { ...query, cursor });
    ids.push(...idsOf(page));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
};

const numbered = (count: number, parts: (n: number) => Partial<ReportRecord>) =>
  Array.from({ length: count }, (_, n) => makeReport({ id: `r${n}`, ...parts(n) }));

describe('the list of results', () => {
  it('is empty for a record without any', async () => {
    const { browser } = await openWith([]);
    expect(await find(browser)).to.deep.equal({ results: [], total: 0, nextCursor: null });
  });

  it('tells of each what the contract says, and nothing else', async () => {
    const { browser } = await openWith([
      makeReport({
        observations: [
          makeObservation({ interpretation: 'high' }),
          makeObservation({ interpretation: null }),
          makeObservation({ interpretation: 'positive' }),
          makeObservation({ interpretation: 'critical-low' }),
          makeObservation(),
        ],
      }),
    ]);
    expect((await find(browser)).results).to.deep.equal([
      {
        id: 'report',
        name: 'Metabolic panel',
        category: 'laboratory',
        status: 'final',
        collectedAt: '2026-02-01T14:00:00Z',
        orderedBy: 'Dana Lee, MD',
        observationCount: 5,
        abnormalCount: 2,
      },
    ]);
  });

  it('has a result of a month or a year alone at its beginning, and told as such', async () => {
    const { browser } = await openWith([
      makeReport({ id: 'year', collectedAt: null, collectedOn: '2025' }),
      makeReport({ id: 'day', collectedAt: '2025-03-04T08:00:00Z' }),
      makeReport({ id: 'month', collectedAt: null, collectedOn: '2025-03' }),
    ]);
    const { results } = await find(browser);
    expect(
      results.map(({ id, collectedAt, collectedOn }) => [id, collectedAt, collectedOn]),
    ).to.deep.equal([
      ['day', '2025-03-04T08:00:00Z', undefined],
      ['month', null, '2025-03'],
      ['year', null, '2025'],
    ]);
  });

  it('has the latest first, to the millisecond, and those without a date last', async () => {
    const { browser } = await openWith([
      makeReport({ id: 'undated', collectedAt: null }),
      makeReport({ id: 'early', collectedAt: '1969-07-20T20:17:40Z' }),
      makeReport({ id: 'same-b', collectedAt: '2025-06-01T08:00:00Z' }),
      makeReport({ id: 'same-a', collectedAt: '2025-06-01T08:00:00.000Z' }),
      makeReport({ id: 'later', collectedAt: '2025-06-01T08:00:00.001Z' }),
      makeReport({ id: 'also-undated', collectedAt: null }),
    ]);
    expect(idsOf(await find(browser))).to.deep.equal([
      'later',
      'same-a',
      'same-b',
      'early',
      'also-undated',
      'undated',
    ]);
  });

  it('has pages of 20, or as many as asked for, that miss and repeat nothing', async () => {
    const reports = numbered(45, (n) => ({
      collectedAt: n < 5 ? null : `2025-01-${String(1 + (n % 9)).padStart(2, '0')}T08:00:00Z`,
    }));
    const { browser } = await openWith(reports);
    expect((await find(browser)).results).to.have.lengthOf(20);
    const whole = idsOf(await find(browser, { limit: 100 }));
    expect(whole).to.have.lengthOf(45);
    for (const limit of [1, 7, 20, 44, 45]) {
      expect(await readAll(browser, { limit }), `limit ${limit}`).to.deep.equal(whole);
    }
  });

  it('says the same total on each page, and no next page after the last', async () => {
    const { browser } = await openWith(numbered(4, () => ({})));
    const first = await find(browser, { limit: 2 });
    expect(first.total).to.equal(4);
    const second = await find(browser, { limit: 2, cursor: first.nextCursor });
    expect(second).to.deep.include({ total: 4, nextCursor: null });
  });

  it('goes on at its place when what stood there is gone or something came before it', async () => {
    const reports = numbered(4, (n) => ({ collectedAt: `2025-01-0${9 - n}T08:00:00Z` }));
    const { backend, browser } = await openWith(reports);
    const { nextCursor } = await find(browser, { limit: 2 });
    await backend.db.transact(({ reports: table }) => {
      table.delete('r1');
      table.put(makeReport({ id: 'new', collectedAt: '2026-01-01T08:00:00Z' }));
    });
    expect(idsOf(await find(browser, { cursor: nextCursor }))).to.deep.equal(['r2', 'r3']);
  });

  it('refuses a cursor that it has not given', async () => {
    const { browser } = await openWith([makeReport()]);
    for (const cursor of ['x', 'undated', '12', '_', '1_', '99999999999999999_a']) {
      const answer = await browser.search('ann', { cursor });
      expect(answer.status, cursor).to.equal(400);
      expect(problemOf(answer).errors?.map(({ pointer }) => pointer)).to.deep.equal([
        '/body/cursor',
      ]);
    }
  });
});

describe('searching the list', () => {
  const reports = [
    makeReport({ id: 'ige', name: 'Immunoglobulin E — Pólen de abedul' }),
    makeReport({ id: 'culture', name: 'Urine culture', category: 'microbiology' }),
    makeReport({
      id: 'lipids',
      name: 'Lipid panel',
      observations: [makeObservation({ interpretation: 'high' })],
    }),
  ];

  const cases: [string, ResultQuery, string[]][] = [
    ['a part of a word', { text: 'cult' }, ['culture']],
    ['letter case and accents do not matter', { text: 'POLEN' }, ['ige']],
    ['nor do they in what is typed', { text: 'pólén' }, ['ige']],
    ['all words, in any order', { text: ' panel   lip ' }, ['lipids']],
    ['not one of two words', { text: 'lipid culture' }, []],
    ['no words are no filter', { text: ' ' }, ['culture', 'ige', 'lipids']],
    ['signs are taken as they are', { text: '.*' }, []],
    ['category', { category: 'microbiology' }, ['culture']],
    ['a category without results', { category: 'imaging' }, []],
    ['out of range only', { abnormalOnly: true }, ['lipids']],
    ['out of range or not', { abnormalOnly: false }, ['culture', 'ige', 'lipids']],
    [
      'all filters at once',
      { text: 'panel', category: 'laboratory', abnormalOnly: true },
      ['lipids'],
    ],
    ['filters that exclude each other', { text: 'panel', category: 'microbiology' }, []],
  ];
  for (const [what, query, expected] of cases) {
    it(`finds by ${what}`, async () => {
      const { browser } = await openWith(reports);
      const page = await find(browser, query);
      expect(idsOf(page)).to.deep.equal(expected);
      expect(page.total).to.equal(expected.length);
    });
  }

  it('finds by days of collection in the portal’s time zone, both included', async () => {
    const { browser } = await openWith([
      // Tokyo is nine hours ahead.
      makeReport({ id: 'first-moment', collectedAt: '2025-12-31T15:00:00Z' }),
      makeReport({ id: 'moment-before', collectedAt: '2025-12-31T14:59:59.999Z' }),
      makeReport({ id: 'last-moment', collectedAt: '2026-01-02T14:59:59.999Z' }),
      makeReport({ id: 'moment-after', collectedAt: '2026-01-02T15:00:00Z' }),
      makeReport({ id: 'undated', collectedAt: null }),
    ]);
    expect(idsOf(await find(browser, { from: '2026-01-01', to: '2026-01-02' }))).to.deep.equal([
      'last-moment',
      'first-moment',
    ]);
    expect(idsOf(await find(browser, { from: '2026-01-03' }))).to.deep.equal(['moment-after']);
    expect(idsOf(await find(browser, { to: '2025-12-31' }))).to.deep.equal(['moment-before']);
    expect((await find(browser, { from: '2026-01-02', to: '2026-01-01' })).total).to.equal(0);
    expect((await find(browser, { from: '0001-01-01', to: '9999-12-31' })).total).to.equal(4);
  });

  it('pages through what it found', async () => {
    const many = numbered(30, (n) => ({ name: n % 3 === 0 ? 'Lipid panel' : 'Blood count' }));
    const { browser } = await openWith(many);
    const ids = await readAll(browser, { text: 'lipid', limit: 4 });
    expect(new Set(ids).size).to.equal(10);
    expect(ids).to.have.lengthOf(10);
  });
});

describe('one result', () => {
  it('has everything that the contract says', async () => {
    const report = makeReport({
      status: 'corrected',
      observations: [
        makeObservation({
          previousValue: { kind: 'text', text: 'Negative' },
          value: { kind: 'quantity', value: 5, comparator: '<', unit: null },
        }),
      ],
      note: { author: 'Dana Lee, MD', text: 'All is well.', writtenAt: '2026-02-03T14:00:00Z' },
      correction: { text: 'Another patient’s sample.', correctedAt: null },
    });
    const { browser } = await openWith([report]);
    const answer = await browser.send('GET', '/patients/ann/results/report');
    const own = ['patientId', 'reviewed', 'reviewedAt']; // the hospital's, not the patient's
    const shown = Object.entries(report).filter(([name]) => !own.includes(name));
    expect(resultOf(answer)).to.deep.equal({
      ...Object.fromEntries(shown),
      observationCount: 1,
      abnormalCount: 0,
    });
  });

  it('is found by its own record only', async () => {
    const { backend, browser } = await openWith([makeReport()]);
    const bob = new Browser(backend);
    await bob.signIn('bob.example');
    const elsewhere = await bob.send('GET', '/patients/bob/results/report');
    const nowhere = await bob.send('GET', '/patients/bob/results/nothing');
    expect(nowhere.status).to.equal(404);
    expect(elsewhere).to.deep.equal(nowhere);
    expect((await browser.send('GET', '/patients/ann/results/report')).status).to.equal(200);
  });
});

describe('a file of a result', () => {
  const data = btoa('%PDF-1.4');
  const pdf = {
    id: 'pdf',
    title: '../Biopsy, left',
    type: 'application/pdf',
    size: 8,
    data,
  } as const;
  const scan = { id: 'scan', title: null, type: 'image/tiff', size: 8, data } as const;
  const path = '/patients/ann/results/report/documents';

  it('is named by the result, and told alone', async () => {
    const { browser } = await openWith([makeReport({ documents: [pdf, scan] })]);
    expect((await find(browser)).results[0]?.documentCount).to.equal(2);
    const { documents } = resultOf(await browser.send('GET', '/patients/ann/results/report'));
    const told = { id: 'pdf', name: 'Biopsy, left.pdf', type: 'application/pdf', size: 8 };
    expect(documents).to.deep.equal([
      told,
      { id: 'scan', name: 'Metabolic panel.tif', type: 'image/tiff', size: 8 },
    ]);
    const answer = await browser.send('GET', `${path}/pdf`);
    expect(successOf(contract.getResultDocument, answer)).to.deep.equal({ ...told, data });
    // What a browser opens by the address is no page of the portal, and stays in no cache.
    expect(answer.headers['content-type']).to.equal('application/json');
    expect(answer.headers['cache-control']).to.equal('no-store');
    expect(answer.headers['x-content-type-options']).to.equal('nosniff');
  });

  for (const [whose, parts] of [
    ['is withheld', { code: loinc('1111-1') }],
    ['is not final', { status: 'preliminary' }],
    ['is somebody else’s', { patientId: 'bob' }],
  ] as const) {
    it(`is not found where the result ${whose}`, async () => {
      const { browser } = await openWith([makeReport({ documents: [pdf], ...parts })]);
      const answer = await browser.send('GET', `${path}/pdf`);
      expect(answer.status).to.equal(404);
      expect(answer).to.deep.equal(await browser.send('GET', `${path}/none`));
    });
  }
});

describe('somebody else’s record', () => {
  it('is answered as one that does not exist, byte for byte', async () => {
    const { backend } = await openWith([makeReport()]);
    const bob = new Browser(backend);
    await bob.signIn('bob.example');
    const searched = await bob.search('ann');
    expect(searched.status).to.equal(404);
    expect(searched).to.deep.equal(await bob.search('nobody'));
    expect(await bob.send('GET', '/patients/ann/results/report')).to.deep.equal(
      await bob.send('GET', '/patients/nobody/results/report'),
    );
  });
});

describe('a corrected code', () => {
  it('withholds from then on what was shown before', async () => {
    const { backend, browser } = await openWith([makeReport()]);
    expect((await find(browser)).total).to.equal(1);
    await backend.db.transact(({ reports }) => {
      reports.put(makeReport({ code: loinc('1111-1') }));
    });
    expect((await find(browser)).total).to.equal(0);
  });
});
