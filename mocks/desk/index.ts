import type { HttpHandler } from 'msw';
import type { Backend } from '../backend.js';
import { handleAll } from '../handlers/handle.js';
import { otherMethods } from '../handlers/index.js';
import { deskAnswers } from './answers/index.js';
import { deskContract } from './contract/index.js';
import { deskGuard } from './desk-guard.js';

export { deskContract } from './contract/index.js';

/** MSW handlers of the hospital's side. */
export const createDeskHandlers = (hospital: Backend): HttpHandler[] => {
  const guard = deskGuard(hospital);
  return [
    ...handleAll(deskContract, deskAnswers, hospital, guard),
    ...otherMethods(Object.values(deskContract), hospital),
  ];
};
