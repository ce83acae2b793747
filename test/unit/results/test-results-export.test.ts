import { expect } from 'chai';
import { parse } from 'csv-parse/browser/esm/sync';
import { rosa } from '../../../mocks/people/rosa/rosa.js';
import type { Observation, Result, ResultStatus } from '../../../src/contract/record/results.js';
import { csvColumns, csvOf } from '../../../src/widgets/test-results/export/csv.js';
import { observationWith, reportWith } from '../../../stories/fixtures/support/reports.js';
import { fc } from '../../support/properties.js';

const resultWith = (parts: Partial<Result>): Result => {
  const report = reportWith({});
  return {
    ...report,
    status: report.status as ResultStatus,
    observations: [],
    documents: [],
    observationCount: 0,
    abnormalCount: 0,
    ...parts,
  };
};

type Row = Readonly<Record<string, string>>;

/** As a parser of RFC 4180 reads it: any line with too many or too few cells is an error. */
const read = (csv: string): Row[] =>
  parse<Row>(csv, { columns: true, bom: true, record_delimiter: '\r\n' });

const rowOf = (observation: Partial<Observation>, result: Partial<Result> = {}): Row => {
  const [row] = read(
    csvOf([resultWith({ observations: [observationWith(observation)], ...result })]),
  );
  if (!row) throw new Error('There is no row.');
  return row;
};

describe('results as CSV', () => {
  it('have the named columns, in this order, under a byte order mark', () => {
    const csv = csvOf([]);
    expect(csv.charCodeAt(0)).to.equal(0xfeff);
    const [header] = parse(csv, { bom: true });
    expect(header).to.deep.equal(csvColumns);
    expect(csvColumns).to.deep.equal([
      ...['collected_at', 'reported_at', 'result', 'category', 'status', 'test', 'loinc'],
      ...['comparator', 'value', 'unit', 'range_low', 'range_high', 'range_text', 'flag'],
      ...['no_value_because', 'value_before_correction', 'correction', 'ordered_by'],
      ...['laboratory', 'specimen', 'note_author', 'note'],
    ]);
  });

  it('name the laboratory and the specimen', () => {
    const row = rowOf({}, { laboratory: 'Quay Street Lab', specimen: 'Serum' });
    expect(row).to.include({ laboratory: 'Quay Street Lab', specimen: 'Serum' });
  });

  it('tell the value before a correction in one cell, with whatever belongs to it', () => {
    const before = (previousValue: Observation['previousValue']) =>
      rowOf({ previousValue })['value_before_correction'];
    const quantity = { kind: 'quantity', value: -2.5, comparator: null, unit: null } as const;
    expect(before(null)).to.equal('');
    expect(before({ kind: 'text', text: 'Negative' })).to.equal('Negative');
    expect(before(quantity), 'a number, not a formula').to.equal('-2.5');
    expect(before({ ...quantity, value: 5, unit: 'mg/dL' })).to.equal('5 mg/dL');
    expect(before({ ...quantity, value: 5, comparator: '<' })).to.equal('<5');
    expect(before({ ...quantity, value: 5, comparator: '<', unit: 'mg/dL' })).to.equal('<5 mg/dL');
  });

  it('tell a value with all that belongs to it', () => {
    const row = rowOf(
      {
        name: 'Troponin I',
        code: { system: 'http://loinc.org', code: '10839-9', display: 'Troponin I' },
        value: { kind: 'quantity', value: 0.01, comparator: '<', unit: 'ng/mL' },
        referenceRange: { low: null, high: 0.04, text: 'at rest' },
        interpretation: 'normal',
        previousValue: { kind: 'quantity', value: 0.5, comparator: '>', unit: 'ng/mL' },
      },
      {
        name: 'Heart',
        status: 'corrected',
        collectedAt: '2026-05-01T02:30:00Z',
        note: {
          author: 'Ada Wong, MD',
          text: 'Well, "all" is\nfine.',
          writtenAt: '2026-05-02T00:00:00Z',
        },
        correction: { text: 'Mixed up.', correctedAt: null },
      },
    );
    expect(row).to.include({
      result: 'Heart',
      status: 'corrected',
      collected_at: '2026-05-01T02:30:00Z',
      test: 'Troponin I',
      loinc: '10839-9',
      comparator: '<',
      value: '0.01',
      unit: 'ng/mL',
      range_low: '',
      range_high: '0.04',
      range_text: 'at rest',
      flag: 'normal',
      value_before_correction: '>0.5 ng/mL',
      correction: 'Mixed up.',
      note_author: 'Ada Wong, MD',
      note: 'Well, "all" is\nfine.',
    });
  });

  it('have a line for each observation, and one for a result without any', () => {
    const { reports } = rosa(Date.parse('2026-05-04T13:30:00Z'));
    const results = reports.map((report) =>
      resultWith({
        ...report,
        observations: [...report.observations],
        documents: [],
        status: 'final',
      }),
    );
    expect(read(csvOf(results))).to.have.lengthOf(
      results.reduce((sum, { observations }) => sum + Math.max(1, observations.length), 0),
    );
    expect(read(csvOf([resultWith({ name: 'Cancelled' })]))[0]).to.include({
      result: 'Cancelled',
      test: '',
    });
  });

  it('tell what a value is a part of, and its own time', () => {
    const takenAt = '2026-05-01T14:30:00Z';
    expect(rowOf({ name: '500 Hz', group: 'Left ear', takenAt })).to.include({
      test: 'Left ear: 500 Hz',
      collected_at: takenAt,
    });
  });

  it('name a code of LOINC only as such', () => {
    const code = { code: '123', display: 'Something' };
    expect(rowOf({ code: { ...code, system: 'http://snomed.info/sct' } })['loinc']).to.equal('');
  });

  it('keep a cell whole where a semicolon or a tab parts cells', () => {
    const csv = csvOf([resultWith({ name: 'a;=1+1', orderedBy: 'b\t=1+1' })]);
    expect(csv).to.contain('"a;=1+1"').and.to.contain('"b\t=1+1"');
  });

  for (const start of [
    ...['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'],
    ...[' =', '\u00A0='],
  ]) {
    it(`never begin a text with ${JSON.stringify(start)}, which a spreadsheet would run`, () => {
      const text = `${start}HYPERLINK("https://example.org")`;
      const row = rowOf(
        { name: text, value: { kind: 'text', text }, absentReason: text },
        {
          name: text,
          orderedBy: text,
          note: { author: text, text, writtenAt: '2026-05-02T00:00:00Z' },
        },
      );
      for (const cell of [
        'test',
        'value',
        'result',
        'ordered_by',
        'note',
        'note_author',
        'no_value_because',
      ]) {
        expect(row[cell]).to.equal(`'${text}`);
      }
    });
  }

  it('keep a number below zero a number', () => {
    expect(
      rowOf({ value: { kind: 'quantity', value: -2.5, comparator: null, unit: 'mmol/L' } })[
        'value'
      ],
    ).to.equal('-2.5');
  });

  it('are read back as they were, whatever a laboratory writes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), {
          minLength: 1,
        }),
        (texts) => {
          const results = texts.map(([name, text]) =>
            resultWith({
              name,
              observations: [observationWith({ name: text, value: { kind: 'text', text } })],
            }),
          );
          const rows = read(csvOf(results));
          const plain = (cell: string | undefined) =>
            cell?.replace(/^'(?=[\t\r\n]|\s*[=+\-@＝＋－＠])/, '');
          expect(
            rows.map(({ result, test, value }) => [plain(result), plain(test), plain(value)]),
          ).to.deep.equal(texts.map(([name, text]) => [plain(name), plain(text), plain(text)]));
        },
      ),
    );
  });
});
