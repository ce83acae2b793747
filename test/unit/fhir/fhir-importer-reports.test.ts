import { expect } from 'chai';
import { decideRelease } from '../../../mocks/rules/record/results.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import {
  imported,
  loinc,
  observation,
  observationCategory,
  report,
  section,
  type Json,
} from '../support/fhir-bundles.js';

/** A panel of one glucose, `more` apart. */
const importedPanel = (more: Json, glucose: Json = {}) =>
  imported(observation('glucose', glucose), report('panel', ['Observation/glucose'], more));

describe('a report', () => {
  const statuses: readonly (readonly [source: string, status: string, reviewed: boolean])[] = [
    ['registered', 'registered', false],
    ['partial', 'preliminary', false],
    ['preliminary', 'preliminary', false],
    ['final', 'final', true],
    ['amended', 'amended', true],
    ['appended', 'amended', true],
    ['corrected', 'corrected', true],
    ['cancelled', 'cancelled', true],
  ];
  for (const [source, status, reviewed] of statuses) {
    it(`that is ${source} is ${status} and ${reviewed ? 'reviewed' : 'waits for review'}`, () => {
      const { reports } = importedPanel({ status: source });
      expect(reports).to.have.lengthOf(1);
      expect(reports[0]).to.deep.include({ status, reviewed, reviewedAt: null });
    });
  }

  for (const status of ['entered-in-error', 'unknown', 'brand-new']) {
    it(`that is ${status} is left out with its observations`, () => {
      const { reports, skipped } = importedPanel({ status });
      expect(reports).to.deep.equal([]);
      expect(skipped).to.deep.equal({
        [`DiagnosticReport (${status})`]: 1,
        'Observation (laboratory)': 1,
      });
    });
  }

  it('that is cancelled has no values', () => {
    const { reports, skipped } = importedPanel({ status: 'cancelled' });
    expect(reports[0]?.observations[0]).to.deep.include({
      value: null,
      absentReason: 'Cancelled',
      interpretation: null,
    });
    expect(skipped).to.deep.equal({ 'value of a cancelled Observation': 1 });
  });

  it('is as final as the least final of its observations', () => {
    for (const status of ['registered', 'preliminary']) {
      const { reports } = importedPanel({}, { status });
      expect(reports[0]).to.deep.include({ status: 'preliminary', reviewed: false });
    }
    const { reports } = importedPanel({ status: 'registered' }, { status: 'preliminary' });
    expect(reports[0]).to.deep.include({ status: 'registered' });
  });

  it('leaves out observations in error and keeps cancelled ones without a value', () => {
    const { reports, skipped } = imported(
      observation('wrong', { status: 'entered-in-error' }),
      observation('not-done', {
        status: 'cancelled',
        dataAbsentReason: { text: 'Specimen clotted' },
        valueQuantity: undefined,
      }),
      report('panel', ['Observation/wrong', 'Observation/not-done']),
    );
    expect(reports[0]?.status).to.equal('final');
    expect(reports[0]?.observations).to.have.lengthOf(1);
    expect(reports[0]?.observations[0]?.absentReason).to.equal('Specimen clotted');
    expect(skipped).to.deep.equal({ 'Observation (entered-in-error)': 1 });
  });

  const categories: readonly (readonly [codes: readonly string[], category: string])[] = [
    [['LAB'], 'laboratory'],
    [['HM'], 'laboratory'],
    [['CH'], 'laboratory'],
    [['LAB', 'MB'], 'microbiology'],
    [['PAT'], 'pathology'],
    [['SP'], 'pathology'],
    [['CP'], 'pathology'],
    [['RAD'], 'imaging'],
    [['CT'], 'imaging'],
    [['LP29684-5'], 'imaging'],
    [['EC'], 'other'],
    [['LP29708-2'], 'other'],
  ];
  for (const [codes, category] of categories) {
    it(`of section ${codes.join(' and ')} is of ${category}`, () => {
      const { reports } = importedPanel({ category: codes.map(section) });
      expect(reports[0]?.category).to.equal(category);
    });
  }

  it('of another or no section is one of the laboratory if its observations are', () => {
    for (const category of [undefined, [section('OTH')]]) {
      expect(importedPanel({ category }).reports[0]?.category).to.equal('laboratory');
      const vitals = { category: [observationCategory('vital-signs')] };
      expect(importedPanel({ category }, vitals).reports).to.deep.equal([]);
    }
  });

  it('has its name and LOINC code, or says that there is none', () => {
    const coding = loinc('24323-8', 'Comprehensive metabolic 2000 panel - Serum or Plasma');
    const local = { system: 'urn:oid:1.2.3', code: 'CMP' };
    const named = importedPanel({ code: { ...coding, text: 'Metabolic panel' } }).reports[0];
    expect(named?.name).to.equal('Metabolic panel');
    expect(named?.code).to.deep.equal({
      system: 'http://loinc.org',
      code: '24323-8',
      display: 'Comprehensive metabolic 2000 panel - Serum or Plasma',
    });
    const coded = importedPanel({ code: { coding: [local] } }).reports[0];
    expect(coded).to.deep.include({ name: 'CMP', code: null });
    expect(importedPanel({ code: {} }).reports[0]?.name).to.equal('Result without a name');
  });

  it('has its own words as observations: conclusion and plain text', () => {
    const { reports, skipped } = importedPanel({
      conclusion: 'Mild anemia.',
      presentedForm: [
        {
          contentType: 'text/plain; charset=utf-8',
          data: 'R2x1Y29zZSDigJMgZmluZQ==',
          title: 'Summary',
        },
        { contentType: 'text/plain', data: 'ok' },
        { contentType: 'text/plain', data: '///' },
        { contentType: 'application/pdf', data: 'JVBERi0=' },
        { url: 'Binary/1' },
      ],
    });
    const words = reports[0]?.observations
      .slice(1)
      .map(({ name, value }) => [name, value?.kind === 'text' ? value.text : null]);
    expect(words).to.deep.equal([
      ['Conclusion', 'Mild anemia.'],
      ['Summary', 'Glucose – fine'],
    ]);
    expect(skipped).to.deep.equal({
      'DiagnosticReport.presentedForm (no type)': 1,
      'DiagnosticReport.presentedForm (text/plain)': 2,
    });
    const coded = importedPanel({ conclusionCode: [{ text: 'Anemia' }, { text: 'Mild' }] });
    expect(coded.reports[0]?.observations[1]?.value).to.deep.equal({
      kind: 'text',
      text: 'Anemia; Mild',
    });
  });

  it('may share an observation with another, with ids of their own', () => {
    const { reports } = imported(
      observation('glucose'),
      report('one', ['Observation/glucose']),
      report('two', ['Observation/glucose', 'Observation/glucose']),
    );
    const ids = reports.flatMap(({ observations }) => observations.map(({ id }) => id));
    expect(ids).to.have.lengthOf(2);
    expect(ids[0]).not.to.equal(ids[1]);
  });
});

describe('a date', () => {
  const dates: readonly (readonly [source: string, at: string | null, skipped?: string])[] = [
    ['2011-07-06T11:08:18-04:00', '2011-07-06T15:08:18Z'],
    ['2011-07-06T15:08:18.345Z', '2011-07-06T15:08:18Z'],
    ['2011-07-06T15:08Z', '2011-07-06T15:08:00Z'],
    ['2011-12-31T23:30:00-05:00', '2012-01-01T04:30:00Z'],
    ['2011-07-06', '2011-07-06T12:00:00Z'],
    ['2024-02-29', '2024-02-29T12:00:00Z'],
    ['2011-07-06T15:08:18', '2011-07-06T12:00:00Z', 'time without a time zone'],
    ['2011-02-30', null, 'date that is none'],
    ['2011-07-06T25:00:00Z', null, 'date that is none'],
    ['July 6', null, 'date that is none'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
    ['9999-12-31T23:59:59-12:00', null, 'date that is none'],
    ['0001-01-01T00:00:00+12:00', null, 'date that is none'],
    ['0000-01-01', null, 'date that is none'],
  ];
  for (const [source, at, unread] of dates) {
    it(`written ${source} is ${at ?? 'not guessed'}`, () => {
      const { reports, skipped } = importedPanel({ effectiveDateTime: source });
      expect(reports[0]?.collectedAt).to.equal(at);
      expect(skipped).to.deep.equal(unread ? { [`DiagnosticReport: ${unread}`]: 1 } : {});
    });
  }

  for (const source of ['2011-07', '2011']) {
    it(`that names no day stays as it is: ${source}`, () => {
      const effective = { effectiveDateTime: source };
      const { reports, skipped } = imported(
        report('one', ['Observation/in'], effective),
        observation('in', effective),
        observation('alone', effective),
      );
      const dates = reports.map(({ collectedAt, collectedOn }) => [collectedAt, collectedOn]);
      expect(dates).to.deep.equal([
        [null, source],
        [null, source],
      ]);
      expect(skipped).to.deep.equal({});
    });
  }

  it('without a time is the same day in the portal’s time zone', () => {
    const { reports } = importedPanel({ effectiveDateTime: '2011-07-06' });
    for (const timeZone of ['America/New_York', 'Pacific/Honolulu', 'Asia/Tokyo']) {
      const day = new Intl.DateTimeFormat('en', { timeZone, day: 'numeric' });
      expect(day.format(new Date(reports[0]?.collectedAt ?? ''))).to.equal('6');
    }
  });

  it('is that of the study, else of the specimen, else none', () => {
    const period = { start: '2024-01-02T03:00:00Z', end: '2024-01-03T03:00:00Z' };
    const none = { effectiveDateTime: undefined, issued: undefined };
    const specimen = [{ reference: 'Specimen/tube' }];
    const collected = (collection: Json, more: Json) =>
      imported(
        { resourceType: 'Specimen', id: 'tube', collection },
        report('panel', [], { ...none, specimen, ...more }),
      ).reports[0]?.collectedAt;
    expect(collected({}, { effectivePeriod: period })).to.equal('2024-01-02T03:00:00Z');
    expect(collected({}, { effectivePeriod: { end: period.end } })).to.equal(
      '2024-01-03T03:00:00Z',
    );
    expect(collected({ collectedDateTime: '2024-05-05' }, {})).to.equal('2024-05-05T12:00:00Z');
    expect(collected({ collectedPeriod: period }, {})).to.equal('2024-01-02T03:00:00Z');
    expect(collected({}, {})).to.equal(null);
    expect(importedPanel(none).reports[0]).to.deep.include({ collectedAt: null, reportedAt: null });
  });
});

describe('a laboratory observation without a report', () => {
  it('is a result of its own', () => {
    const { reports } = imported(observation('glucose', { status: 'amended' }));
    expect(reports).to.have.lengthOf(1);
    expect(reports[0]).to.deep.include({
      name: 'Glucose [Mass/volume] in Serum or Plasma',
      category: 'laboratory',
      status: 'amended',
      reviewed: true,
      collectedAt: '2024-05-06T12:30:00Z',
      reportedAt: '2024-05-06T18:00:00Z',
    });
    expect(reports[0]?.observations).to.have.lengthOf(1);
  });

  it('waits for review while it is not final', () => {
    for (const status of ['registered', 'preliminary']) {
      const { reports } = imported(observation('glucose', { status }));
      expect(reports[0]).to.deep.include({ status, reviewed: false });
    }
  });

  it('is left out if it is in error or its status is unknown', () => {
    const { reports, skipped } = imported(
      observation('one', { status: 'entered-in-error' }),
      observation('two', { status: 'unknown' }),
    );
    expect(reports).to.deep.equal([]);
    expect(skipped).to.deep.equal({
      'Observation (entered-in-error)': 1,
      'Observation (unknown)': 1,
    });
  });

  it('has the members of its group, which are no results of their own', () => {
    const { reports, skipped } = imported(
      observation('one'),
      observation('two'),
      observation('inner', { hasMember: [{ reference: 'Observation/two' }] }),
      observation('outer', {
        hasMember: [{ reference: 'Observation/one' }, { reference: 'Observation/inner' }],
      }),
    );
    expect(reports.map(({ observations }) => observations.length)).to.deep.equal([2]);
    expect(skipped).to.deep.equal({});
  });

  it('is none if it is of imaging', () => {
    const { reports } = imported(
      observation('one', { category: [observationCategory('imaging')] }),
    );
    expect(reports).to.deep.equal([]);
  });
});

describe('a result named by several LOINC codes', () => {
  const named = (...codes: readonly string[]): Json => ({
    coding: codes.map((code) => ({ system: 'http://loinc.org', code, display: code })),
  });

  it('keeps each of them, of the report, its observations and their parts', () => {
    const { reports } = imported(
      observation('one', {
        code: named('2345-7', '2339-0'),
        component: [{ code: named('1111-1', '56888-1'), valueString: 'Nonreactive' }],
      }),
      report('panel', ['Observation/one'], { code: named('24323-8', '24321-2') }),
    );
    expect(reports[0]?.code?.code).to.equal('24323-8');
    expect(reports[0]?.otherCodes).to.have.members(['24321-2', '2339-0', '2345-7', '56888-1']);
  });

  it('is withheld by whichever of them is sensitive', () => {
    const released = (code: Json) =>
      imported(observation('one', { code })).reports.map(
        (each) => decideRelease(each, mycooper, Date.UTC(2026, 0, 1)).ok,
      );
    expect(released(named('2345-7', '2339-0'))).to.deep.equal([true]);
    expect(released(named('2345-7', '56888-1'))).to.deep.equal([false]);
    expect(released(named('56888-1', '2345-7'))).to.deep.equal([false]);
  });
});
