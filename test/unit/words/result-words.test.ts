import { expect } from 'chai';
import type {
  Interpretation,
  Observation,
  Result,
  ResultSummary,
  ResultValue,
} from '../../../src/contract/record/results.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { drugTable, growthsOf } from '../../../src/widgets/test-results/microbiology.js';
import { missingResults } from '../../../src/widgets/test-results/missing-results.js';
import {
  flagView,
  rangeOf,
  valueView,
} from '../../../src/widgets/test-results/observation-views.js';
import { columnsFor, resultList } from '../../../src/widgets/test-results/result-list.js';
import type { ResultTables } from '../../../src/widgets/test-results/result-tables.js';
import {
  categoryWords,
  dateWords,
  monthWords,
  statusWords,
} from '../../../src/widgets/test-results/result-words.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { observationWith } from '../../../stories/fixtures/support/reports.js';
import { contextWith } from '../support/context.js';
import { markupOf, wordsOf } from '../support/template.js';

const text = (words: string): ResultValue => ({ kind: 'text', text: words });
const quantity = (value: number, unit: string | null): ResultValue => ({
  ...{ kind: 'quantity', value, unit },
  comparator: null,
});

describe('the words of results', () => {
  it('name each kind and each state', () => {
    expect(categoryWords()).to.deep.equal({
      laboratory: 'Lab test',
      microbiology: 'Culture',
      pathology: 'Biopsy or Pap test',
      imaging: 'Imaging',
      other: 'Other test',
    });
    expect(statusWords()).to.deep.equal({
      final: 'Final',
      amended: 'Updated',
      corrected: 'Corrected',
      cancelled: 'Canceled',
    });
  });

  it('give the day in the portal’s time zone, if there is one', () => {
    expect(dateWords('2026-05-04T02:00:00Z', contextWith())).to.equal('May 3, 2026');
    expect(dateWords(null, contextWith())).to.equal('Date not given');
  });
});

describe('the list of results', () => {
  const summary = (parts: Partial<ResultSummary> = {}): ResultSummary => ({
    id: 'salts',
    name: 'Salts',
    category: 'laboratory',
    status: 'final',
    collectedAt: '2026-05-04T02:00:00Z',
    orderedBy: null,
    observationCount: 3,
    abnormalCount: 0,
    ...parts,
  });
  const context = contextWith();
  const cells = (parts?: Partial<ResultSummary>): Readonly<Record<string, string>> =>
    Object.fromEntries(
      columnsFor(context).map(({ label, words }) => [label, words(summary(parts))]),
    );

  it('says of each what, when, by whom, and how many are out of range', () => {
    expect(cells({ orderedBy: 'Ines Roth, MD', abnormalCount: 1 })).to.deep.equal({
      Collected: 'May 3, 2026',
      'Ordered by': 'Ines Roth, MD',
      Type: 'Lab test',
      Status: '1 out of range',
    });
    expect(cells({ status: 'corrected', abnormalCount: 2 })['Status']).to.equal(
      'Corrected 2 out of range',
    );
    expect(cells()['Ordered by']).to.equal('Not given');
  });

  it('never says that all is normal, and nothing of values where there are none', () => {
    expect(cells()['Status']).to.equal('None flagged');
    expect(cells({ observationCount: 0 })['Status']).to.equal('No values');
    expect(cells({ status: 'cancelled', abnormalCount: 2 })['Status']).to.equal(
      'Canceled No values',
    );
  });

  /** What a directive is called with. */
  const givenTo = (called: object): unknown =>
    'values' in called ? (called.values as readonly unknown[])[0] : undefined;

  it('numbers its rows on from page to page, and knows the month of the page before', () => {
    const page = (...ids: readonly string[]) => ids.map((id) => summary({ id }));
    const pages = [page('a', 'b'), [summary({ id: 'c', collectedAt: null })], page('d')];
    const tables = resultList({ pages, context, headingLevel: 2, onOpen: () => undefined });
    expect(
      tables.map(givenTo).map((given) => {
        const { first, results, monthBefore, headingLevel } = given as ResultTables;
        return [first, results, monthBefore, headingLevel];
      }),
    ).to.deep.equal([
      [1, pages[0], undefined, 3],
      [3, pages[1], 'May 2026', 3],
      [4, pages[2], 'Date not given', 3],
    ]);
  });

  it('names months in the portal’s time zone', () => {
    const collectedAt = '2026-05-01T02:00:00Z';
    expect(monthWords(context)({ collectedAt })).to.equal('April 2026');
    expect(monthWords(contextWith({ locale: 'es' }))({ collectedAt })).to.equal('Abril de 2026');
    expect(monthWords(context)({ collectedAt: null })).to.equal('Date not given');
  });

  it('has the same columns for every page', () => {
    expect(columnsFor(context)).to.equal(columnsFor(context));
    expect(columnsFor(contextWith())).not.to.equal(columnsFor(context));
  });
});

describe('a value of a result', () => {
  const value = (facts: Partial<Observation>) => wordsOf(valueView(observationWith(facts), 'en'));

  it('is as the laboratory printed it, or why there is none', () => {
    expect(value({ value: quantity(4.2, 'mmol/L') })).to.equal('4.2 mmol/L');
    expect(value({ value: null, absentReason: 'Hemolyzed' })).to.equal('Hemolyzed');
    expect(value({ value: null })).to.equal('No value');
  });

  it('has what stood there before a correction', () => {
    expect(value({ value: text('Negative'), previousValue: text('Positive') })).to.equal(
      'Negative Before the correction: Positive',
    );
  });

  it('has its range in its own unit', () => {
    const referenceRange = { low: 3.5, high: 5.1, text: null };
    expect(
      rangeOf(observationWith({ value: quantity(4, 'mmol/L'), referenceRange }), 'en'),
    ).to.equal('3.5 to 5.1 mmol/L');
    expect(rangeOf(observationWith({ value: text('High'), referenceRange }), 'en')).to.equal(
      '3.5 to 5.1',
    );
    expect(rangeOf(observationWith({ referenceRange }), 'en')).to.equal('3.5 to 5.1');
  });

  it('has its flag in words, and a mark for the eye alone', () => {
    const flag = (interpretation: Interpretation | null) =>
      flagView(observationWith({ interpretation }));
    expect(wordsOf(flag('critical-high'))).to.equal('▲▲ Critically high');
    expect(markupOf(flag('critical-high'))).to.contain('<span aria-hidden="true">▲▲</span>');
    expect(wordsOf(flag('normal'))).to.equal('Normal');
    expect(markupOf(flag(null))).to.equal('');
  });
});

describe('the drugs that work against a germ', () => {
  const found = (words: string, name = 'Culture') => observationWith({ name, value: text(words) });
  const measured = (unit: string | null) =>
    observationWith({ name: 'Concentration', value: quantity(32, unit) });
  const growths = (observations: Observation[], category: Result['category'] = 'microbiology') =>
    growthsOf({ category, observations } as Result)?.map(({ findings, drugs }) => [
      findings.map(({ name }) => name),
      drugs.map(({ name }) => name),
    ]);

  const susceptible = found('Susceptible', 'Cefazolin');
  const resistant = found('Resistant (>=32 ug/mL)', 'Ampicillin');

  it('stand after their germ, however many there are', () => {
    expect(
      growths([
        found('100,000 CFU/mL', 'Count'),
        found('Escherichia coli', 'Germ 1'),
        susceptible,
        resistant,
        found('Enterococcus faecalis', 'Germ 2'),
        susceptible,
      ]),
    ).to.deep.equal([
      [
        ['Count', 'Germ 1'],
        ['Cefazolin', 'Ampicillin'],
      ],
      [['Germ 2'], ['Cefazolin']],
    ]);
  });

  it('may have how much of them it takes, once one of them stands there', () => {
    for (const unit of ['ug/mL', 'mg/L', 'mcg/mL', 'µg/mL', 'μg/mL']) {
      expect(growths([found('E. coli', 'Germ'), susceptible, measured(unit)]), unit).to.deep.equal([
        [['Germ'], ['Cefazolin', 'Concentration']],
      ]);
    }
    expect(growths([found('E. coli', 'Germ'), measured('ug/mL'), susceptible])).to.deep.equal([
      [['Germ', 'Concentration'], ['Cefazolin']],
    ]);
    for (const unit of ['{CFU}/mL', null]) {
      expect(growths([found('E. coli', 'Germ'), susceptible, measured(unit)])).to.deep.equal([
        [['Germ'], ['Cefazolin']],
        [['Concentration'], []],
      ]);
    }
  });

  it('are none where none were tried, or it is no culture', () => {
    expect(growths([found('E. coli', 'Germ'), measured('ug/mL')])).to.equal(undefined);
    expect(growths([])).to.equal(undefined);
    expect(growths([found('E. coli', 'Germ'), susceptible], 'laboratory')).to.equal(undefined);
  });

  it('begin with what stands first, where no germ stands before them', () => {
    expect(growths([susceptible, resistant])).to.deep.equal([[['Cefazolin'], ['Ampicillin']]]);
  });

  const tableOf = (...observations: Observation[]) => {
    const [growth] = growthsOf({ category: 'microbiology', observations } as Result) ?? [];
    if (!growth) throw new Error('Nothing grew.');
    return drugTable(growth, 'en');
  };

  it('are told in plain words, and in the laboratory’s own', () => {
    const drugs = [
      ['Susceptible', 'Works'],
      ['Susceptible, dose dependent', 'Works at a high enough dose'],
      ['intermediate', 'May work'],
      [' RESISTANT (>=32 ug/mL)', 'Doesn’t work'],
      ['Not susceptible', 'Doesn’t work'],
    ] as const;
    const words = wordsOf(
      tableOf(
        found('E. coli', 'Germ'),
        ...drugs.map(([answer], at) => found(answer, `Drug ${at}`)),
        measured('ug/mL'),
      ),
    );
    expect(words).to.equal(
      `Which medications work against E. coli Medication Does it work? Lab’s wording ${drugs
        .map(([answer, plain], at) => `Drug ${at} ${plain} ${answer.trim()}`)
        .join(' ')} Concentration 32 µg/mL`,
    );
  });

  it('name the column of each cell, for a narrow page', () => {
    const markup = markupOf(tableOf(found('E. coli'), susceptible));
    const labels = [...markup.matchAll(/data-label=([^>]+)>\s*([^<]+?)\s*</g)];
    expect(labels.map(([, label, cell]) => [label, cell])).to.deep.equal([
      ['Does it work?', 'Works'],
      ['Lab’s wording', 'Susceptible'],
    ]);
  });

  it('name the germ by what was found last before them, if it was named', () => {
    expect(
      wordsOf(tableOf(found('100,000'), found(' E. coli '), found(' '), susceptible)),
    ).to.match(/work against E\. coli Medication/);
    expect(wordsOf(tableOf(measured('ug/mL'), susceptible))).to.match(
      /^Which medications work against this germ Medication/,
    );
  });

  it('have no table where there are none', () => {
    expect(markupOf(drugTable({ findings: [found('E. coli')], drugs: [] }, 'en'))).to.equal('');
  });
});

describe('why a result may not be here yet', () => {
  const words = (policy: PortalPolicy, results: Partial<PortalPolicy['results']> = {}) =>
    wordsOf(
      missingResults(
        contextWith({ policy: { ...policy, results: { ...policy.results, ...results } } }),
      ),
    );

  it('is told by the hospital’s policy, each kind of test that is an exception too', () => {
    expect(words(lakeside)).to.contain(
      'When you’ll see results: Your results appear as soon as the lab is done. Biopsy or Pap test: Your results appear 3 days after the lab is done. Imaging: Your results appear once your doctor has reviewed them.',
    );
    expect(words(mycooper)).to.contain(
      'When you’ll see results: Your results appear once your doctor has reviewed them. How long it takes: Often a few days, but it can take up to 21 days. When to call: If it’s not here after 4 business days, call your office: 1-555-555-0118 Types of tests: Doctors choose',
    );
    expect(words(mycooper)).to.match(/Private tests: We never show very sensitive tests here\./);
  });

  it('counts days as people do', () => {
    expect(words(lakeside)).to.contain('Usually 0 to 2 days.').and.contain('after 7 days, call');
    const one = { days: 1, businessDays: true };
    expect(words(mycooper, { contactAfter: one })).to.contain('after 1 business day, call');
    expect(words(mycooper, { contactAfter: { ...one, businessDays: false } })).to.contain(
      'after 1 day, call',
    );
    expect(words(mycooper, { release: { when: 'after-days', days: 1 } })).to.contain(
      'Your results appear 1 day after the lab is done.',
    );
  });

  it('leads to the answers of the FAQ, if there is a FAQ', () => {
    const anchors = (faqHref: string | null) =>
      [...markupOf(missingResults(contextWith({ faqHref }))).matchAll(/#faq-([\w-]+)/g)].map(
        ([, anchor]) => anchor,
      );
    expect(anchors('faq.html')).to.deep.equal([
      'results-after-review',
      'results-typical-days',
      'results-contact-after',
      'results-provider-choice',
      'results-sensitive-withheld',
    ]);
    expect(anchors(null)).to.deep.equal([]);
  });
});
