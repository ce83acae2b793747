import { idempotent, missing, noCursor, noLimit, noText, read, type Samples } from './sample.js';

const params = { subject: 'ann' };

export const record: Samples = {
  getHealthSummary: { right: { params } },
  searchHealthSummary: {
    right: { params, body: { list: 'conditions', cursor: null, limit: 20 } },
    wrong: { list: [...noText, '', 'vitals'], cursor: noCursor, limit: noLimit },
  },
  searchVitals: {
    right: { params, body: { kind: '85354-9', cursor: null, limit: 20 } },
    wrong: {
      kind: [...noText, '', 'x'.repeat(1001)].filter((value) => value !== missing),
      cursor: noCursor,
      limit: noLimit,
    },
  },
  getDemographics: { right: { params } },
  saveDemographics: {
    right: {
      params,
      headers: { ...read.headers, ...idempotent.headers },
      body: { categories: ['asian'], details: null, declined: false },
    },
    wrong: {
      categories: [null, missing, 'white', 5, {}, Array(8).fill('white')],
      details: [missing, '', 5, [], {}, 'x'.repeat(201)],
      declined: [null, missing, 'no', 0, []],
    },
  },
};
