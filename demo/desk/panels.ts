import { accountPanel } from './account-panel.js';
import { appointmentsPanel } from './appointments-panel.js';
import { clockPanel } from './clock-panel.js';
import { dataPanel } from './data-panel.js';
import { familyPanel } from './family-panel.js';
import { faultsPanel } from './faults-panel.js';
import { medicationsPanel } from './medications-panel.js';
import { messagesPanel } from './messages-panel.js';
import { outboxPanel } from './outbox-panel.js';
import type { Panel, PatientPanel } from './panel.js';
import { policyPanel } from './policy-panel.js';
import { resultsPanel } from './results-panel.js';

/** On the card of the patient who was picked, in this order. */
export const patientPanels: readonly PatientPanel[] = [
  accountPanel,
  resultsPanel,
  medicationsPanel,
  messagesPanel,
  appointmentsPanel,
  familyPanel,
];

/** About the portal as a whole. */
export const portalPanels: readonly Panel<null>[] = [
  outboxPanel,
  clockPanel,
  policyPanel,
  faultsPanel,
  dataPanel,
];
