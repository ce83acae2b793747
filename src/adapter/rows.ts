import type { ClientEndpoint } from '../contract/client-endpoint.js';
import * as account from '../contract/generated/account.js';
import * as appointments from '../contract/generated/appointments.js';
import * as attachments from '../contract/generated/attachments.js';
import * as audit from '../contract/generated/audit.js';
import * as careTeam from '../contract/generated/care-team.js';
import * as demographics from '../contract/generated/demographics.js';
import * as draftDetails from '../contract/generated/details/drafts.js';
import * as resultDetails from '../contract/generated/details/results.js';
import * as threadDetails from '../contract/generated/details/threads.js';
import * as drafts from '../contract/generated/drafts.js';
import * as family from '../contract/generated/family.js';
import * as medications from '../contract/generated/medications.js';
import * as messages from '../contract/generated/messages.js';
import * as notifications from '../contract/generated/notifications.js';
import * as passkeys from '../contract/generated/passkeys.js';
import * as preferences from '../contract/generated/preferences.js';
import * as record from '../contract/generated/record.js';
import * as results from '../contract/generated/results.js';
import * as secondStep from '../contract/generated/second-step.js';
import * as session from '../contract/generated/session.js';
import * as sharing from '../contract/generated/sharing.js';
import * as threads from '../contract/generated/threads.js';

const variablesIn = ({ path }: ClientEndpoint): number => path.split('{').length;

/** Every row of the contract; of paths that fit the same address, the one that says more comes first. */
export const rows: readonly ClientEndpoint[] = [
  account,
  appointments,
  attachments,
  audit,
  careTeam,
  demographics,
  draftDetails,
  drafts,
  family,
  medications,
  messages,
  notifications,
  passkeys,
  preferences,
  record,
  resultDetails,
  results,
  secondStep,
  session,
  sharing,
  threadDetails,
  threads,
]
  .flatMap((area: Readonly<Record<string, ClientEndpoint>>) => Object.values(area))
  .sort((a, b) => variablesIn(a) - variablesIn(b));
