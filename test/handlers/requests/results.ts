import { noCursor, noDay, noLimit, wrongText, type Sample, type Samples } from './sample.js';

/** What the list and its download are searched by. */
const search: Sample = {
  right: {
    params: { subject: 'ann' },
    body: {
      text: 'panel',
      category: 'laboratory',
      from: '2026-01-01',
      to: '2026-03-01',
      abnormalOnly: false,
      cursor: null,
      limit: 20,
    },
  },
  wrong: {
    text: [null, 5, [], {}, 'x'.repeat(101)],
    category: [null, '', 5, 'bloodwork', ['laboratory']],
    from: noDay,
    to: noDay,
    abnormalOnly: [null, 'true', 1],
    cursor: noCursor,
    limit: noLimit,
  },
};

export const results: Samples = {
  searchResults: search,
  exportResults: search,
  searchObservations: {
    right: { params: { subject: 'ann' }, body: { analyte: '2345-7', cursor: null, limit: 20 } },
    wrong: { analyte: wrongText(1000), cursor: noCursor, limit: noLimit },
  },
  getResult: { right: { params: { subject: 'ann', result: 'report' } } },
  getResultDocument: {
    right: { params: { subject: 'ann', result: 'report', document: 'pdf' } },
  },
};
