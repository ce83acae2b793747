// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { instant, list, nullable, object, oneOf, text, whole } from '../../shape/shape.js';

const shared1 = oneOf(
  'message',
  'reply',
  'renewal',
  'appointment-request',
  'preferences',
  'demographics',
  'sharing',
);
const shared2 = object({
  id: text,
  form: shared1,
  writer: text,
  sequence: whole,
  content: object({}),
  savedAt: instant,
});
const shared3 = nullable(shared2);

export const saveDraft: ClientEndpointOf<Contract['saveDraft']> = {
  id: 'saveDraft',
  method: 'PUT',
  path: '/patients/{subject}/drafts/{draft}',
  safe: false,
  answer: object({ outcome: oneOf('saved', 'late', 'conflict'), draft: shared3 }),
};

export const searchDrafts: ClientEndpointOf<Contract['searchDrafts']> = {
  id: 'searchDrafts',
  method: 'POST',
  path: '/patients/{subject}/drafts/search',
  safe: true,
  answer: object({ drafts: list(shared2), total: whole, nextCursor: nullable(text) }),
};

export const getDraft: ClientEndpointOf<Contract['getDraft']> = {
  id: 'getDraft',
  method: 'GET',
  path: '/patients/{subject}/drafts/{draft}',
  safe: true,
  answer: object({ draft: shared3 }),
};

export const deleteDraft: ClientEndpointOf<Contract['deleteDraft']> = {
  id: 'deleteDraft',
  method: 'DELETE',
  path: '/patients/{subject}/drafts/{draft}',
  safe: false,
  answer: null,
};
