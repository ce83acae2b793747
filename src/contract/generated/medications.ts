// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import {
  day,
  instant,
  list,
  nullable,
  object,
  oneOf,
  text,
  truth,
  whole,
} from '../../shape/shape.js';
import { eligibility } from './shapes/eligibility.js';

const shared1 = object({ at: instant, by: text, note: nullable(text) });
const shared2 = nullable(object({ system: text, code: text, display: text }));
const shared3 = nullable(shared1);
const shared8 = object({
  id: text,
  status: oneOf('pending', 'approved', 'denied'),
  requestedAt: instant,
  requestedBy: text,
  supplyDays: whole,
  refills: whole,
  newAllergies: nullable(text),
  pharmacy: nullable(text),
  note: nullable(text),
  expectedBy: day,
  overdue: truth,
  decision: shared3,
});
const shared9 = nullable(shared8);
const shared10 = object({
  id: text,
  name: text,
  code: shared2,
  directions: nullable(text),
  status: oneOf('active', 'on-hold', 'completed', 'stopped'),
  prescriber: nullable(text),
  prescribedOn: nullable(text),
  'takenSince?': text,
  endedOn: nullable(text),
  supplyDays: nullable(whole),
  refillsRemaining: nullable(whole),
  pharmacy: nullable(object({ name: text, phone: text })),
  renewable: eligibility,
  supplyChoices: list(whole, 1),
  lastRenewal: shared9,
});

export const searchMedications: ClientEndpointOf<Contract['searchMedications']> = {
  id: 'searchMedications',
  method: 'POST',
  path: '/patients/{subject}/medications/search',
  safe: true,
  answer: object({
    medications: list(shared10),
    'notShown?': whole,
    total: whole,
    nextCursor: nullable(text),
  }),
};

export const getMedication: ClientEndpointOf<Contract['getMedication']> = {
  id: 'getMedication',
  method: 'GET',
  path: '/patients/{subject}/medications/{medication}',
  safe: true,
  answer: shared10,
};

export const requestRenewal: ClientEndpointOf<Contract['requestRenewal']> = {
  id: 'requestRenewal',
  method: 'POST',
  path: '/patients/{subject}/medications/{medication}/renewals',
  safe: false,
  answer: shared10,
};
