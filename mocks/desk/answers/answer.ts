import type { Backend } from '../../host.js';
import type { AnswerIn } from '../../handlers/http/call.js';
import { allowed, type Allowed } from '../../rules/decision.js';
import type { DeskContract, DeskEndpointId } from '../contract/index.js';

/** What the desk's answers work with: all of the backend. */
export interface DeskCall {
  readonly hospital: Backend;
}

/** Answers a row of the desk's contract. Where it throws a DeskError, that is the refusal. */
export type DeskAnswer<Id extends DeskEndpointId> = AnswerIn<DeskCall, DeskContract[Id]>;

/** The answer of a row without one, once it is done. */
export const done = async (work: Promise<unknown>): Promise<Allowed<undefined>> => {
  await work;
  return allowed(undefined);
};
