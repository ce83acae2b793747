// Made from src/contract/demographics.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../demographics.js';
import { instant, list, nullable, object, oneOf, text, truth } from '../../shape/shape.js';
import { eligibility } from './shapes/eligibility.js';

const shared1 = oneOf(
  'american-indian-alaska-native',
  'asian',
  'black-african-american',
  'hispanic-latino',
  'middle-eastern-north-african',
  'native-hawaiian-pacific-islander',
  'white',
);
const shared2 = list(shared1);
const shared3 = object({
  categories: shared2,
  details: nullable(text),
  declined: truth,
  savedAt: instant,
});
const shared4 = nullable(shared3);
const shared11 = object({
  etag: text,
  requiredByState: text,
  answer: shared4,
  change: eligibility,
});

export const getDemographics: ClientEndpointOf<typeof contract.getDemographics> = {
  id: 'getDemographics',
  method: 'GET',
  path: '/patients/{subject}/demographics',
  safe: true,
  answer: shared11,
};

export const saveDemographics: ClientEndpointOf<typeof contract.saveDemographics> = {
  id: 'saveDemographics',
  method: 'PUT',
  path: '/patients/{subject}/demographics',
  safe: false,
  answer: shared11,
};
