import type { ReactiveControllerHost } from 'lit';
import { searchMedications } from '../../contract/generated/medications.js';
import type { MedicationQuery } from '../../contract/record/medications.js';
import { PagedReader } from '../../reading/paged-reader.js';
import type { SessionController } from '../../session/session-controller.js';

export type MedicationReader = ReturnType<typeof medicationReader>;

/**
 * In each page as it came what can be renewed stands first, and stays where it is when that changes.
 * @param query what is read with each record that opens: the current or the past medications; undefined: none
 */
export const medicationReader = (
  host: ReactiveControllerHost,
  session: SessionController,
  query: MedicationQuery | undefined,
) =>
  new PagedReader(host, session, {
    endpoint: searchMedications,
    entriesOf: ({ medications }) => [
      ...medications.filter(({ renewable }) => renewable.allowed),
      ...medications.filter(({ renewable }) => !renewable.allowed),
    ],
    query,
  });
