import type { Backend } from '../host.js';
import { routesOf, type Route } from '../handlers/http/handle.js';
import { deskAnswers } from './answers/index.js';
import { deskContract } from './contract/index.js';
import { deskGuard } from './desk-guard.js';

export { deskContract } from './contract/index.js';

/** The routes of the hospital's side. */
export const deskRoutes = (hospital: Backend): Route[] =>
  routesOf(deskContract, deskAnswers, hospital, deskGuard(hospital));
