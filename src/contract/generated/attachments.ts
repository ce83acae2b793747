// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { object, oneOf, text, whole } from '../../shape/shape.js';
import { attachmentSummary } from './shapes/attachment-summary.js';

export const addAttachment: ClientEndpointOf<Contract['addAttachment']> = {
  id: 'addAttachment',
  method: 'PUT',
  path: '/patients/{subject}/attachments/{attachment}',
  safe: false,
  answer: attachmentSummary,
};

export const getAttachment: ClientEndpointOf<Contract['getAttachment']> = {
  id: 'getAttachment',
  method: 'GET',
  path: '/patients/{subject}/attachments/{attachment}',
  safe: true,
  answer: object({
    id: text,
    name: text,
    type: oneOf('image/jpeg', 'image/png', 'application/pdf', 'text/plain'),
    size: whole,
    data: text,
  }),
};

export const removeAttachment: ClientEndpointOf<Contract['removeAttachment']> = {
  id: 'removeAttachment',
  method: 'DELETE',
  path: '/patients/{subject}/attachments/{attachment}',
  safe: false,
  answer: null,
};
