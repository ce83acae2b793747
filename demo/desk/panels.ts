import { accountPanel } from './account-panel.js';
import { clockPanel } from './clock-panel.js';
import { dataPanel } from './data-panel.js';
import { faultsPanel } from './faults-panel.js';
import { outboxPanel } from './outbox-panel.js';
import type { Panel, PatientPanel } from './panel.js';
import { policyPanel } from './policy-panel.js';
import { resultsPanel } from './results-panel.js';

/** On the card of the patient who was picked, in this order. */
export const patientPanels: readonly PatientPanel[] = [accountPanel, resultsPanel];

/** About the portal as a whole. */
export const portalPanels: readonly Panel<null>[] = [
  outboxPanel,
  clockPanel,
  policyPanel,
  faultsPanel,
  dataPanel,
];
