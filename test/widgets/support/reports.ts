import type { Person, ReportRecord } from '../../../mocks/db/records/index.js';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import type { Observation } from '../../../src/contract/results.js';

/** A value of a result that says as little as can be. */
export const observationWith = (facts: Partial<Observation>): Observation => ({
  id: `observation-${facts.name ?? ''}`,
  name: 'Sodium',
  code: null,
  value: null,
  absentReason: null,
  referenceRange: null,
  interpretation: null,
  previousValue: null,
  ...facts,
});

/** A released result that says as little as can be. */
export const reportWith = (facts: Partial<ReportRecord>): ReportRecord => ({
  id: 'report',
  patientId: 'pat',
  name: 'Salts',
  code: null,
  category: 'laboratory',
  status: 'final',
  collectedAt: null,
  reportedAt: null,
  reviewed: true,
  reviewedAt: null,
  orderedBy: null,
  laboratory: null,
  specimen: null,
  observations: [],
  note: null,
  correction: null,
  ...facts,
});

/** Pat Doe (`pat.doe`), with these results. */
export const patWith = (...reports: readonly ReportRecord[]): Person => ({
  patient: {
    id: 'pat',
    givenName: 'Pat',
    familyName: 'Doe',
    birthDate: '1980-02-29',
    sex: 'unknown',
    contact: { email: null, phone: null, address: null },
    releaseOfInformation: true,
  },
  account: { username: 'pat.doe', password: demoPassword },
  reports,
});
