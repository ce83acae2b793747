import { expect } from 'chai';
import type { ResultQuery } from '../../../src/contract/record/results.js';
import { withheldCodes } from '../../../mocks/rules/default-lists.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { resultCategories, type PortalPolicy } from '../../../src/policy/portal-policy.js';
import type { ReportRecord } from '../../../mocks/db/records/index.js';
import { people } from '../../../mocks/people/index.js';
import { lakeside, policies } from '../../../stories/fixtures/support/policies.js';
import { Browser, openPortal, pageOf, type ResultPage } from '../../support/portal.js';
import {
  loinc,
  makeObservation,
  makePerson,
  makeReport,
  password,
} from '../../support/sample-people.js';

const openWith = async (policy: PortalPolicy, reports: readonly ReportRecord[]) => {
  const portal = await openPortal({
    policy,
    people: [makePerson('ann', 'ann.example', reports)],
  });
  await portal.browser.signIn('ann.example');
  return portal;
};

const isShown = async (browser: Browser): Promise<boolean> => {
  const { total } = pageOf(await browser.search('ann'));
  const { status } = await browser.send('GET', '/patients/ann/results/report');
  expect(status, 'list and single result agree').to.equal(total === 1 ? 200 : 404);
  return total === 1;
};

/** Whether a single report is shown at once. */
const shows = async (policy: PortalPolicy, parts: Partial<ReportRecord>): Promise<boolean> =>
  isShown((await openWith(policy, [makeReport(parts)])).browser);

describe('results.after-review', () => {
  for (const policy of [mychart, mycooper]) {
    for (const category of resultCategories) {
      it(`shows ${category} of ${policy.id} once it is reviewed`, async () => {
        expect(await shows(policy, { category, reviewed: true })).to.equal(true);
        expect(await shows(policy, { category, reviewed: false })).to.equal(false);
      });
    }
  }

  it('shows it from the moment of the review', async () => {
    const { backend, browser } = await openWith(mycooper, [makeReport({ reviewed: false })]);
    expect(await isShown(browser)).to.equal(false);
    await backend.db.transact(({ reports }) => {
      reports.put(makeReport({ reviewed: true }));
    });
    expect(await isShown(browser)).to.equal(true);
  });
});

describe('results that a hospital releases at once', () => {
  it('need no review', async () => {
    expect(await shows(lakeside, { reviewed: false })).to.equal(true);
    expect(await shows(lakeside, { reviewed: false, reportedAt: null })).to.equal(true);
  });

  it('need one where their category does', async () => {
    expect(await shows(lakeside, { category: 'imaging', reviewed: false })).to.equal(false);
    expect(await shows(lakeside, { category: 'imaging', reviewed: true })).to.equal(true);
  });
});

describe('results that a hospital releases after some days', () => {
  const report = makeReport({
    category: 'pathology', // after 3 days at the lakeside
    reviewed: false,
    reportedAt: '2026-03-07T14:30:00Z', // the clocks of New York go forward the night after
  });

  it('show when so many days of 24 hours have passed since the report', async () => {
    const { browser, clock } = await openWith(lakeside, [report]);
    for (const [time, shown] of [
      ['2026-03-07T14:30:00Z', false],
      ['2026-03-10T14:29:59.999Z', false],
      ['2026-03-10T14:30:00Z', true],
      ['2026-03-11T14:30:00Z', true],
      ['2026-03-10T14:29:59Z', false], // the clock was set back
    ] as const) {
      clock.set(time);
      await browser.signIn('ann.example');
      expect(await isShown(browser), time).to.equal(shown);
    }
  });

  it('show one by one, each in its time', async () => {
    const reports = [1, 2, 3].map((day) => ({
      ...report,
      id: `r${day}`,
      reportedAt: `2026-03-0${day}T12:00:00Z`,
    }));
    const { browser, clock } = await openWith(lakeside, reports);
    const totals: number[] = [];
    for (const day of [3, 4, 5, 6, 7]) {
      clock.set(`2026-03-0${day}T12:00:00Z`);
      await browser.signIn('ann.example');
      totals.push(pageOf(await browser.search('ann')).total);
    }
    expect(totals).to.deep.equal([0, 1, 2, 3, 3]);
  });

  it('are not shown earlier by a review', async () => {
    const { browser } = await openWith(lakeside, [{ ...report, reviewed: true }]);
    expect(await isShown(browser)).to.equal(false);
  });

  it('wait for the review where nobody knows the day of the report', async () => {
    const undated = { ...report, reportedAt: null };
    expect(await shows(lakeside, undated)).to.equal(false);
    expect(await shows(lakeside, { ...undated, reviewed: true })).to.equal(true);
  });
});

for (const policy of policies) {
  const codes = withheldCodes(policy);
  const never = [...codes.sensitive, ...codes.unshared];
  const [sensitive = ''] = codes.sensitive;
  const [unshared = ''] = codes.unshared;

  describe(`what ${policy.id} never shows (results.sensitive-withheld, results.provider-choice)`, () => {
    for (const [rule, code] of [
      ['results.sensitive-withheld', sensitive],
      ['results.provider-choice', unshared],
    ] as const) {
      it(`${rule}: a report of such a test`, async () => {
        expect(await shows(policy, { code: loinc(code) })).to.equal(false);
      });

      it(`${rule}: a panel with such a test in it`, async () => {
        const observations = [makeObservation(), makeObservation({ code: loinc(code) })];
        expect(await shows(policy, { observations })).to.equal(false);
      });
    }

    it('holds for each code of its lists', async () => {
      const reports = never.map((code, n) => makeReport({ id: `r${n}`, code: loinc(code) }));
      const { browser } = await openWith(policy, reports);
      expect(pageOf(await browser.search('ann')).total).to.equal(0);
    });

    it('goes by the names too, unless the hospital has a list of its own', async () => {
      const known = policy.results.sensitiveCodes === undefined;
      for (const name of [
        'HIV-1 antibody',
        'Syphilis (RPR)',
        'beta-hCG',
        'PREGNANCY TEST',
        'BRCA1',
      ]) {
        const uncoded = { name, code: null };
        expect(await shows(policy, uncoded), name).to.equal(!known);
        const observations = [makeObservation(), makeObservation(uncoded)];
        expect(await shows(policy, { observations }), name).to.equal(!known);
        const display = { code: { ...loinc('1234-5'), display: name } };
        expect(await shows(policy, display), name).to.equal(!known);
      }
      for (const name of ['Hives: IgE', 'Archive', 'Prenatal panel']) {
        expect(await shows(policy, { name, code: null }), name).to.equal(true);
      }
    });

    for (const status of ['registered', 'preliminary'] as const) {
      it(`results that are ${status}`, async () => {
        expect(await shows(policy, { status })).to.equal(false);
      });
    }

    it('cancelled ones before the review', async () => {
      expect(await shows(policy, { status: 'cancelled', reviewed: false })).to.equal(false);
      expect(await shows(policy, { status: 'cancelled', reviewed: true })).to.equal(true);
    });

    it('but shows results without any code', async () => {
      const observations = [makeObservation({ code: null })];
      expect(await shows(policy, { code: null, observations })).to.equal(true);
    });
  });

  describe(`withheld results of ${policy.id}`, () => {
    /** Of each kind one, with what they are recognized by: name, note, id, day. */
    const withheld = [
      makeReport({ code: loinc(sensitive) }),
      makeReport({ code: loinc(unshared) }),
      makeReport({ observations: [makeObservation({ code: loinc(sensitive) })] }),
      makeReport({ observations: [makeObservation({ code: loinc(unshared) })] }),
      makeReport({ status: 'preliminary' }),
      makeReport({ status: 'registered' }),
      makeReport({ category: 'imaging', reviewed: false }),
      makeReport({ status: 'cancelled', reviewed: false, category: 'microbiology' }),
      makeReport({ collectedAt: null, status: 'preliminary' }),
    ].map((report, n) => ({
      ...report,
      id: `secret-${n}`,
      name: `Secret ${n} Metabolic`,
      orderedBy: 'Secret Doctor',
      collectedAt: report.collectedAt && `2026-02-0${n + 1}T23:00:00Z`,
      note: { author: 'Secret', text: 'Secret', writtenAt: '2026-02-03T14:00:00Z' },
    }));
    const shown = Array.from({ length: 7 }, (_, n) =>
      makeReport({
        id: `open-${n}`,
        collectedAt: n === 6 ? null : `2026-02-0${n + 2}T08:00:00Z`,
        category: n % 2 ? 'laboratory' : 'imaging',
      }),
    );

    const queries: ResultQuery[] = [
      {},
      { limit: 1 },
      { limit: 3 },
      { text: 'secret' },
      { text: 'metabolic' },
      { abnormalOnly: true },
      { abnormalOnly: false },
      { from: '2026-02-01' },
      { to: '2026-02-28' },
      { from: '2026-02-03', to: '2026-02-05', limit: 1 },
      ...resultCategories.map((category) => ({ category, limit: 2 })),
    ];

    /** Every answer to a query, page after page. */
    const answersTo = async (browser: Browser, query: ResultQuery) => {
      const answers = [];
      let cursor: string | null = null;
      do {
        const answer = await browser.search('ann', { ...query, cursor });
        answers.push(answer);
        cursor = pageOf(answer).nextCursor;
      } while (cursor !== null);
      return answers;
    };

    it('change no answer to any query: no name, count, date, cursor or gap', async () => {
      const { browser: withThem } = await openWith(policy, [...withheld, ...shown]);
      const { browser: without } = await openWith(policy, shown);
      for (const query of queries) {
        const answers = await answersTo(withThem, query);
        expect(answers, JSON.stringify(query)).to.deep.equal(await answersTo(without, query));
        expect(JSON.stringify(answers)).not.to.match(/secret/i);
      }
    });

    it('are answered by id as if they had never existed, byte for byte', async () => {
      const { browser } = await openWith(policy, [...withheld, ...shown]);
      const nothing = await browser.send('GET', '/patients/ann/results/never-existed');
      expect(nothing.status).to.equal(404);
      for (const { id } of withheld) {
        expect(await browser.send('GET', `/patients/ann/results/${id}`)).to.deep.equal(nothing);
      }
    });

    it('cannot be told by a cursor that points at one', async () => {
      const { browser } = await openWith(policy, [...withheld, ...shown]);
      for (const { id, collectedAt } of withheld) {
        const time = collectedAt === null ? 'undated' : Date.parse(collectedAt);
        const at = await browser.search('ann', { cursor: `${time}_${id}` });
        const beside = await browser.search('ann', { cursor: `${time}_${id}x` });
        expect(at).to.deep.equal(beside);
      }
    });
  });

  describe(`the made-up people under ${policy.id}`, () => {
    it('get no answer that names a withheld result', async () => {
      const everybody = people(Date.parse('2026-03-02T15:00:00Z'));
      const { backend } = await openPortal({ policy, people: everybody });
      const shownIds = new Set<string>();
      for (const { patient, account, reports } of everybody) {
        if (!account || account.locked) continue;
        const browser = new Browser(backend);
        await browser.signIn(account.username, account.password);
        let cursor: string | null = null;
        do {
          const page: ResultPage = pageOf(await browser.search(patient.id, { limit: 100, cursor }));
          for (const { id } of page.results) shownIds.add(id);
          cursor = page.nextCursor;
        } while (cursor !== null);
        for (const { id, reviewed, status, code, observations } of reports) {
          if (!shownIds.has(id)) continue;
          const codes = [code, ...observations.map((each) => each.code)].map((each) => each?.code);
          const codesInForce = withheldCodes(policy);
          const never = new Set<string | undefined>([
            ...codesInForce.sensitive,
            ...codesInForce.unshared,
          ]);
          expect(codes.filter((each) => never.has(each))).to.deep.equal([]);
          expect(status).not.to.be.oneOf(['registered', 'preliminary']);
          if (policy.results.release.when === 'after-review') expect(reviewed).to.equal(true);
        }
      }
    });
  });
}

describe('a change of policy', () => {
  it('holds for the very next request', async () => {
    const { backend, browser } = await openWith(mycooper, [makeReport({ reviewed: false })]);
    expect(await isShown(browser)).to.equal(false);
    await backend.setPolicy(lakeside);
    expect(await isShown(browser)).to.equal(true);
    await backend.setPolicy(mychart);
    expect(await isShown(browser)).to.equal(false);
    expect(backend.policy.id).to.equal('mychart');
  });

  it('ends with a reset', async () => {
    const { backend, browser } = await openWith(mycooper, [makeReport({ reviewed: false })]);
    await backend.setPolicy(lakeside);
    await backend.reset();
    expect(backend.policy.id).to.equal('mycooper');
    await browser.session();
    expect((await browser.signIn('ann.example', password)).status).to.equal(200);
    expect(await isShown(browser)).to.equal(false);
  });
});
