// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { list, nullable, object, text, whole } from '../../shape/shape.js';
import { draft } from './shapes/draft.js';

export const searchDrafts: ClientEndpointOf<Contract['searchDrafts']> = {
  id: 'searchDrafts',
  method: 'POST',
  path: '/patients/{subject}/drafts/search',
  safe: true,
  answer: object({ drafts: list(draft), total: whole, nextCursor: nullable(text) }),
};
