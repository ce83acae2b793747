import { expect } from 'chai';
import type { ReportRecord } from '../../../mocks/db/records/index.js';
import { withheldCodes } from '../../../mocks/rules/default-lists.js';
import { contract } from '../../../src/contract/index.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { Browser, openPortal, problemOf, successOf, type Answer } from '../../support/portal.js';
import { loinc, makeObservation, makePerson, makeReport } from '../../support/sample-people.js';
import { reviewResult } from '../../../stories/fixtures/support/staff.js';

const glucose = '2345-7';

/** Ann is signed in and has these reports. */
const openWith = async (reports: readonly ReportRecord[], policy = mycooper) => {
  const people = [makePerson('ann', 'ann.example', reports), makePerson('bob', 'bob.example')];
  const portal = await openPortal({ policy, people });
  await portal.browser.signIn('ann.example');
  return portal;
};

const ask = (browser: Browser, query: object, subject = 'ann'): Promise<Answer> =>
  browser.write('POST', `/patients/${subject}/observations/search`, query);

const find = async (browser: Browser, query: object = { analyte: glucose }) =>
  successOf(contract.searchObservations, await ask(browser, query));

const resultsIn = async (browser: Browser, query: object = { analyte: glucose }) =>
  (await find(browser, query)).observations.map(({ resultId }) => resultId);

const reportOn = (day: string, parts: Partial<ReportRecord> = {}) =>
  makeReport({ id: `on-${day}`, collectedAt: `${day}T08:00:00Z`, ...parts });

describe('one analyte over time', () => {
  it('has each observation with what its result says of it, latest first, undated last', async () => {
    const { browser } = await openWith([
      reportOn('2024-05-01'),
      makeReport({ id: 'undated', collectedAt: null }),
      reportOn('2026-01-01', {
        status: 'corrected',
        laboratory: 'Quay Laboratory',
        observations: [
          makeObservation({
            id: 'high',
            interpretation: 'high',
            value: { kind: 'quantity', value: 140, comparator: null, unit: 'mg/dL' },
            previousValue: { kind: 'quantity', value: 14, comparator: null, unit: 'mg/dL' },
          }),
        ],
      }),
    ]);
    const { observations, total, nextCursor } = await find(browser);
    expect(observations.map(({ resultId }) => resultId)).to.deep.equal([
      'on-2026-01-01',
      'on-2024-05-01',
      'undated',
    ]);
    expect({ total, nextCursor }).to.deep.equal({ total: 3, nextCursor: null });
    expect(observations[0]).to.deep.equal({
      ...makeObservation({
        id: 'high',
        interpretation: 'high',
        value: { kind: 'quantity', value: 140, comparator: null, unit: 'mg/dL' },
        previousValue: { kind: 'quantity', value: 14, comparator: null, unit: 'mg/dL' },
      }),
      resultId: 'on-2026-01-01',
      status: 'corrected',
      collectedAt: '2026-01-01T08:00:00Z',
      laboratory: 'Quay Laboratory',
    });
  });

  it('is told apart by its code, and by its name where it has none', async () => {
    const named = (name: string, code: string | null) =>
      makeObservation({ id: `${name}-${code}`, name, code: code === null ? null : loinc(code) });
    const { browser } = await openWith([
      reportOn('2026-01-01', { observations: [named('Sugar', glucose), named('Glucose', '1-1')] }),
      reportOn('2026-01-02', { observations: [named('Glucose', null), named('glucose', null)] }),
    ]);
    const idsOf = async (analyte: string) =>
      (await find(browser, { analyte })).observations.map(({ id }) => id);
    expect(await idsOf(glucose)).to.deep.equal(['Sugar-2345-7']);
    expect(await idsOf('Glucose')).to.deep.equal(['Glucose-null']);
    expect(await idsOf('Nothing')).to.deep.equal([]);
  });

  it('comes in pages, each once, also where it stands twice in one result', async () => {
    const twice = [makeObservation({ id: 'first' }), makeObservation({ id: 'second' })];
    const reports = Array.from({ length: 9 }, (_, n) =>
      makeReport({ id: `r-${n}`, collectedAt: '2026-01-01T08:00:00Z', observations: twice }),
    );
    const { browser } = await openWith(reports);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof find>> = await find(browser, {
        analyte: glucose,
        limit: 5,
        cursor,
      });
      expect(page.total).to.equal(18);
      seen.push(...page.observations.map(({ id, resultId }) => `${resultId} ${id}`));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).to.deep.equal(reports.flatMap(({ id }) => [`${id} first`, `${id} second`]));
  });

  it('is refused with a cursor that no page gave', async () => {
    const { browser } = await openWith([makeReport()]);
    const answer = await ask(browser, { analyte: glucose, cursor: 'x' });
    expect(answer.status).to.equal(400);
    expect(problemOf(answer).errors?.map(({ pointer }) => pointer)).to.deep.equal(['/body/cursor']);
  });

  it('is found in its own record only', async () => {
    const { backend } = await openWith([makeReport()]);
    const bob = new Browser(backend);
    await bob.signIn('bob.example');
    const elsewhere = await ask(bob, { analyte: glucose }, 'ann');
    expect(elsewhere.status).to.equal(404);
    expect(elsewhere).to.deep.equal(await ask(bob, { analyte: glucose }, 'nobody'));
    const own = successOf(contract.searchObservations, await ask(bob, { analyte: glucose }, 'bob'));
    expect(own.total).to.equal(0);
  });
});

for (const policy of policies) {
  describe(`one analyte over time under ${policy.id}`, () => {
    it('shows nothing of what is withheld: results.sensitive-withheld, results.provider-choice', async () => {
      const codes = Object.values(withheldCodes(policy)).flat();
      const { browser } = await openWith(
        [
          reportOn('2026-01-01'),
          // In one panel with something withheld, or withheld itself.
          ...codes.map((code, n) =>
            makeReport({
              id: `secret-${n}`,
              observations: [makeObservation(), makeObservation({ code: loinc(code) })],
            }),
          ),
        ],
        policy,
      );
      expect(await resultsIn(browser)).to.deep.equal(['on-2026-01-01']);
      const nothing = await ask(browser, { analyte: 'never measured' });
      for (const analyte of codes) expect(await ask(browser, { analyte })).to.deep.equal(nothing);
    });

    it('has a value from its review on: results.after-review', async () => {
      const { backend, browser } = await openWith(
        [reportOn('2026-01-01', { reviewed: false, reviewedAt: null, category: 'imaging' })],
        policy,
      );
      expect(await resultsIn(browser)).to.deep.equal([]);
      await reviewResult(backend, 'on-2026-01-01');
      expect(await resultsIn(browser)).to.deep.equal(['on-2026-01-01']);
    });
  });
}

describe('a download of results', () => {
  it('has whole results, as each alone is read, of the same search in the same order', async () => {
    const { browser } = await openWith([
      reportOn('2026-01-01', { name: 'Lipids' }),
      reportOn('2026-02-01', {
        note: { author: 'Dana Lee, MD', text: 'Well.', writtenAt: '2026-02-03T14:00:00Z' },
      }),
      reportOn('2026-01-15', { name: 'Secret', code: loinc('56888-1') }),
    ]);
    const download = async (query: object) =>
      successOf(
        contract.exportResults,
        await browser.write('POST', '/patients/ann/results/export', query),
      );
    const all = await download({});
    expect(all.results.map(({ id }) => id)).to.deep.equal(['on-2026-02-01', 'on-2026-01-01']);
    for (const result of all.results) {
      const alone = await browser.send('GET', `/patients/ann/results/${result.id}`);
      expect(result).to.deep.equal(successOf(contract.getResult, alone));
    }
    const found = await download({ text: 'lipids' });
    expect(found.results.map(({ id }) => id)).to.deep.equal(['on-2026-01-01']);
    const first = await download({ limit: 1 });
    expect(first.total).to.equal(2);
    const second = await download({ limit: 1, cursor: first.nextCursor });
    expect(second.results.map(({ id }) => id)).to.deep.equal(['on-2026-01-01']);
    expect(second.nextCursor).to.equal(null);
  });
});
