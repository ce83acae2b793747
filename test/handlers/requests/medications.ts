import { idempotent, missing, noCursor, noLimit, wrongTextOrNull, type Samples } from './sample.js';

const params = { subject: 'ann', medication: 'medication' };

export const medications: Samples = {
  searchMedications: {
    right: { params: { subject: 'ann' }, body: { period: 'current', cursor: null, limit: 20 } },
    wrong: {
      period: [missing, null, '', 5, 'upcoming', ['current']],
      cursor: noCursor,
      limit: noLimit,
    },
  },
  getMedication: { right: { params } },
  requestRenewal: {
    right: {
      ...idempotent,
      params,
      body: {
        supplyDays: 30,
        refills: 3,
        newAllergies: null,
        pharmacy: null,
        note: 'I leave on the 20th.',
      },
    },
    wrong: {
      supplyDays: [missing, null, '30', 0, -30, 30.5, 366, [], {}],
      refills: [missing, null, '1', -1, 0.5, 12, [], {}],
      newAllergies: wrongTextOrNull(500),
      pharmacy: wrongTextOrNull(200),
      note: wrongTextOrNull(1000),
    },
  },
};
