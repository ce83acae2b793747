// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../../client-endpoint.js';
import type { Contract } from '../../index.js';
import { nullable, object, oneOf } from '../../../shape/shape.js';
import { draft } from '../shapes/draft.js';

export const saveDraft: ClientEndpointOf<Contract['saveDraft']> = {
  id: 'saveDraft',
  method: 'PUT',
  path: '/patients/{subject}/drafts/{draft}',
  safe: false,
  answer: object({ outcome: oneOf('saved', 'late', 'conflict'), draft: nullable(draft) }),
};

export const getDraft: ClientEndpointOf<Contract['getDraft']> = {
  id: 'getDraft',
  method: 'GET',
  path: '/patients/{subject}/drafts/{draft}',
  safe: true,
  answer: object({ draft: nullable(draft) }),
};

export const deleteDraft: ClientEndpointOf<Contract['deleteDraft']> = {
  id: 'deleteDraft',
  method: 'DELETE',
  path: '/patients/{subject}/drafts/{draft}',
  safe: false,
  answer: null,
};
