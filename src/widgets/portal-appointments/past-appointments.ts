import type { LitElement } from 'lit';
import type { Appointment } from '../../contract/appointments.js';
import { searchAppointments } from '../../contract/generated/appointments.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { listView } from './list-view.js';
import { RecordList } from './record-list.js';

/** The visits that were, latest first. Fetched with the first look at them. */
export class PastAppointments {
  readonly #list;

  /** @param onNext called with the id of the first visit of each page after the first */
  constructor(host: LitElement, session: SessionController, onNext: (id?: string) => void) {
    this.#list = new RecordList(
      host,
      session,
      (client, { subject, signal, ...page }) =>
        client.call(
          searchAppointments,
          { params: { subject }, body: { period: 'past', ...page } },
          { signal },
        ),
      ({ appointments: [first] }) => {
        onNext(first?.id);
      },
    );
  }

  render({ locale }: PortalContext, card: (appointment: Appointment) => unknown) {
    const { pages } = this.#list;
    return listView({
      moreId: 'more-past',
      list: this.#list,
      entries: pages.flatMap(({ appointments }) => appointments),
      total: pages[0]?.total,
      notShown: pages[0]?.notShown,
      locale,
      empty: msg('There are no past visits here.'),
      card,
    });
  }
}
