import type { HttpHandler } from 'msw';
import type { Backend } from '../backend.js';
import { handle } from '../handlers/handle.js';
import { otherMethods } from '../handlers/index.js';
import { deskAnswers } from './answers/index.js';
import { deskContract, type DeskEndpointId } from './contract/index.js';
import { deskGuard } from './desk-guard.js';

export { deskContract } from './contract/index.js';

/** MSW handlers of the hospital's side. */
export const createDeskHandlers = (hospital: Backend): HttpHandler[] => {
  const guard = deskGuard(hospital);
  const ids = Object.keys(deskContract) as DeskEndpointId[];
  return [
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties row to answer
    ...ids.map(<Id extends DeskEndpointId>(id: Id) =>
      handle(deskContract[id], deskAnswers[id], hospital, guard),
    ),
    ...otherMethods(Object.values(deskContract), hospital),
  ];
};
