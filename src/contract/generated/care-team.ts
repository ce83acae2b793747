// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { list, nullable, object, text } from '../../shape/shape.js';

export const getCareTeam: ClientEndpointOf<Contract['getCareTeam']> = {
  id: 'getCareTeam',
  method: 'GET',
  path: '/patients/{subject}/care-team',
  safe: true,
  answer: object({
    members: list(object({ id: text, name: text, role: text, phone: nullable(text) })),
  }),
};
