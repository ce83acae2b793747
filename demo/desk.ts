/** The script of the desk's page: starts the simulated backend inside of it, and staff can work. */
import { DeskClient } from './desk/desk-client.js';
import { DeskChangedEvent } from './desk/hospital-desk.js';
import { SimulatedPortal } from './portal/simulated-portal.js';
import { allowWorkerScript } from './portal/trusted-types.js';
import { whyNot } from './portal/why-not.js';

const desk = document.querySelector('hospital-desk');
if (!desk) throw new Error('The page of the desk has none.');

const start = async () => {
  allowWorkerScript();
  const portal = await SimulatedPortal.start('mychart');
  desk.addEventListener(DeskChangedEvent.type, ({ change }) => void portal.tell(change));
  desk.client = new DeskClient('/api');
};

start().catch((error: unknown) => {
  console.error(error);
  desk.problem = whyNot(error);
});
