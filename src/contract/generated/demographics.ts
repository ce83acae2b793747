// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { instant, list, nullable, object, oneOf, text, truth } from '../../shape/shape.js';
import { eligibility } from './shapes/eligibility.js';

const shared3 = oneOf(
  'american-indian-alaska-native',
  'asian',
  'black-african-american',
  'hispanic-latino',
  'middle-eastern-north-african',
  'native-hawaiian-pacific-islander',
  'white',
);
const shared4 = list(shared3);
const shared6 = object({
  categories: shared4,
  details: nullable(text),
  declined: truth,
  savedAt: instant,
});
const shared8 = nullable(shared6);
const shared9 = object({ etag: text, requiredByState: text, answer: shared8, change: eligibility });

export const getDemographics: ClientEndpointOf<Contract['getDemographics']> = {
  id: 'getDemographics',
  method: 'GET',
  path: '/patients/{subject}/demographics',
  safe: true,
  answer: shared9,
};

export const saveDemographics: ClientEndpointOf<Contract['saveDemographics']> = {
  id: 'saveDemographics',
  method: 'PUT',
  path: '/patients/{subject}/demographics',
  safe: false,
  answer: shared9,
};
