import { noCursor, noDay, noLimit, type Samples } from './sample.js';

export const results: Samples = {
  searchResults: {
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
  },
  getResult: { right: { params: { subject: 'ann', result: 'report' } } },
};
