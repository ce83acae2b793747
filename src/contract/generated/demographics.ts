// Made from src/contract/demographics.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../demographics.js';
import { list, nullable, object, oneOf, tagged, text } from '../../shape/shape.js';
import { instant, truth } from '../../shape/more-shapes.js';

const shared1 = object({
  action: text,
  'contact?': object({ name: text, phone: text }),
  'subject?': text,
  'at?': instant,
});
const shared2 = list(shared1);
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
const shared5 = object({ allowed: oneOf(false), rule: text, 'case?': text, next: shared2 });
const shared6 = object({
  categories: shared4,
  details: nullable(text),
  declined: truth,
  savedAt: instant,
});
const shared7 = tagged('allowed', { true: object({ allowed: oneOf(true) }), false: shared5 });
const shared8 = nullable(shared6);
const shared9 = object({ etag: text, requiredByState: text, answer: shared8, change: shared7 });

export const getDemographics: ClientEndpointOf<typeof contract.getDemographics> = {
  id: 'getDemographics',
  method: 'GET',
  path: '/patients/{subject}/demographics',
  safe: true,
  answer: shared9,
};

export const saveDemographics: ClientEndpointOf<typeof contract.saveDemographics> = {
  id: 'saveDemographics',
  method: 'PUT',
  path: '/patients/{subject}/demographics',
  safe: false,
  answer: shared9,
};
