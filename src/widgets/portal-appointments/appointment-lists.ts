import type { LitElement } from 'lit';
import type { AppointmentQuery } from '../../contract/record/appointments.js';
import {
  searchAppointmentRequests,
  searchAppointments,
} from '../../contract/generated/appointments.js';
import type { ListEntry } from '../../reading/list-reading.js';
import { ListView } from '../../reading/list-view.js';
import { PagedReader } from '../../reading/paged-reader.js';
import type { SessionController } from '../../session/session-controller.js';

/** Appointments or requests that are fetched at a time. */
const pageSize = 10;

/** The appointments of a period, nearest to now first. */
export const appointmentReader = (
  host: LitElement,
  session: SessionController,
  period: AppointmentQuery['period'],
) =>
  new PagedReader(host, session, {
    endpoint: searchAppointments,
    entriesOf: ({ appointments }) => appointments,
    query: { period },
    pageSize,
  });

/** The requests, latest first. */
export const requestReader = (host: LitElement, session: SessionController) =>
  new PagedReader(host, session, {
    endpoint: searchAppointmentRequests,
    entriesOf: ({ requests }) => requests,
    query: {},
    pageSize,
  });

/**
 * @param id of the button that fetches more
 * @param card what the ids of its cards begin with
 */
export const listViewOf = <Entry extends ListEntry>(
  host: LitElement,
  reader: ListView<Entry>['reader'],
  id: string,
  card: 'visit' | 'request',
) =>
  new ListView(host, reader, {
    id,
    selectorOf: (entry) => `#${CSS.escape(`${card}-${entry.id}`)}`,
  });
