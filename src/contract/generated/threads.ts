// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { list, nullable, object, text, whole } from '../../shape/shape.js';
import { threadSummary } from './shapes/thread-summary.js';

export const searchThreads: ClientEndpointOf<Contract['searchThreads']> = {
  id: 'searchThreads',
  method: 'POST',
  path: '/patients/{subject}/threads/search',
  safe: true,
  answer: object({ threads: list(threadSummary), total: whole, nextCursor: nullable(text) }),
};

export const getUnreadCount: ClientEndpointOf<Contract['getUnreadCount']> = {
  id: 'getUnreadCount',
  method: 'GET',
  path: '/patients/{subject}/threads/unread',
  safe: true,
  answer: object({ threads: whole, messages: whole }),
};
