import { html, LitElement, nothing } from 'lit';
import type { Appointment, AppointmentRequest } from '../../contract/appointments.js';
import type { Eligibility } from '../../contract/eligibility.js';
import {
  cancelAppointment,
  searchAppointmentRequests,
  searchAppointments,
  withdrawAppointmentRequest,
} from '../../contract/generated/appointments.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import { actingForView } from '../../ui/acting-for.js';
import { baseStyles } from '../../ui/base-styles.js';
import { failureNote } from '../../ui/failure-note.js';
import { formatDay } from '../../ui/format.js';
import { headingView } from '../../ui/heading.js';
import { noteView } from '../../ui/note.js';
import { loadAppointmentRefusal } from '../../ui/refusals/load-appointment-refusal.js';
import type { RefusalView } from '../../ui/refusals/refusal-view.js';
import { defineElement } from '../define-element.js';
import { noRecordView } from '../no-record.js';
import { OnDemand } from '../on-demand.js';
import { appointmentCard } from './appointment-card.js';
import { appointmentTime } from './appointment-time.js';
import type { Confirmation, Question } from './confirmation.js';
import { listView, pageSize } from './list-view.js';
import type { PastAppointments } from './past-appointments.js';
import {
  PortalAppointmentCancelledEvent,
  PortalAppointmentRequestedEvent,
  PortalAppointmentRequestWithdrawnEvent,
} from './portal-appointments.events.js';
import { styles } from './portal-appointments.styles.js';
import { RecordList } from './record-list.js';
import { requestCard } from './request-card.js';
import type { RequestForm } from './request-form.js';

const defaultMapHref = 'https://www.google.com/maps/search/?api=1&query={address}';

/** What somebody has done just now. */
interface News {
  readonly text: string;
  /** Id of the heading that it is about. */
  readonly about: string;
}

/**
 * The visits of the record that is open: those to come, with directions, instructions and an entry for
 * the calendar that tells nobody what the visit is for; requests that wait, and what came of others;
 * visits that were. Asking for one, taking a request back, cancelling, or whom to call for it: what can
 * be done the backend says (`appointments.request`, `appointments.cancel-by-phone`,
 * `proxy.friends-and-family`). Times are those of the portal's time zone, which is named for who
 * reads elsewhere. When the session ends or another record opens, everything of the last one leaves the page.
 *
 * @element portal-appointments
 * @attr {string} map-href - Address of a map's page, with `{address}` where the address goes. Nothing is
 *   sent there before the link is followed. Default: a search of Google Maps.
 * @attr {number} heading-level - 2 to 4; default 2.
 * @csspart acting-for - Whose record it is, if it is somebody else's.
 * @csspart heading - The headings: of the whole, of its sections, and of each visit and request.
 * @csspart ask - The button that opens the form for a request.
 * @csspart request-form - The form.
 * @csspart draft - What was typed before and not sent.
 * @csspart draft-state - Whether what is typed is saved.
 * @csspart error-summary - What has to be changed in the form.
 * @csspart note - A refusal, a failure, or the news that a request is on its way.
 * @csspart news - What was done just now.
 * @csspart appointment - A visit.
 * @csspart instructions - What to bring, how to get there.
 * @csspart directions - The link to a map.
 * @csspart calendar - The button that makes an entry for the calendar.
 * @csspart cancel - The button that cancels a visit.
 * @csspart why-not - Why a visit cannot be cancelled here, or a request not be taken back, and whom to call.
 * @csspart request - A request.
 * @csspart answer - What the office has answered to it.
 * @csspart withdraw - The button that takes it back.
 * @csspart confirmation - The dialog in which that is confirmed.
 * @csspart past - The visits that were.
 * @csspart more - A button that fetches more of a list.
 * @fires {PortalAppointmentRequestedEvent} portal-appointment-requested - A visit was asked for; carries the request's id only.
 * @fires {PortalAppointmentRequestWithdrawnEvent} portal-appointment-request-withdrawn - A request was taken back; carries its id only.
 * @fires {PortalAppointmentCancelledEvent} portal-appointment-cancelled - A visit was cancelled; carries its id only.
 */
export class PortalAppointments extends LitElement {
  static override styles = [baseStyles, styles];
  static override properties = {
    mapHref: { attribute: 'map-href' },
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  static define(tag = 'portal-appointments', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);
  readonly #upcoming = new RecordList(
    this,
    this.#session,
    (client, { subject, cursor, signal }) =>
      client.call(
        searchAppointments,
        { params: { subject }, body: { period: 'upcoming', cursor, limit: pageSize } },
        { signal },
      ),
    ({ appointments: [first] }) => {
      this.#onNext('more-upcoming', first && `visit-${first.id}`);
    },
  );
  readonly #requests = new RecordList(
    this,
    this.#session,
    (client, { subject, cursor, signal }) =>
      client.call(
        searchAppointmentRequests,
        { params: { subject }, body: { cursor, limit: pageSize } },
        { signal },
      ),
    ({ requests: [first] }) => {
      this.#onNext('more-requests', first && `request-${first.id}`);
    },
  );
  readonly #past: OnDemand<PastAppointments> = new OnDemand(this, async () => {
    const { PastAppointments } = await import('./past-appointments.js');
    return new PastAppointments(this, this.#session, (id) => {
      this.#onNext('more-past', id && `visit-${id}`);
    });
  });
  readonly #form: OnDemand<RequestForm> = new OnDemand(this, async () => {
    const { RequestForm } = await import('./request-form.js');
    return new RequestForm(this, this.#session, {
      key: () => (this.#isAsking ? this.#requests.key : ''),
      isKnown: (id) => this.#allRequests.some((request) => request.id === id),
      onEnd: this.#onAsked,
    });
  });
  readonly #confirmation: OnDemand<Confirmation> = new OnDemand(this, async () => {
    const { Confirmation } = await import('./confirmation.js');
    return new Confirmation(this, {
      onClosed: this.#onAnswered,
      onConflict: () => {
        this.#refresh();
      },
    });
  });
  readonly #refusal: OnDemand<RefusalView | undefined> = new OnDemand(this, loadAppointmentRefusal);

  mapHref: string | null = null;
  headingLevel = 2;

  /** The lists' key of the record that all below is about. */
  #key = '';
  /** Key of the record in which the form is open; who comes back to it after an idle logout goes on there. */
  #askingIn: string | undefined;
  /** The request that was sent just now. */
  #sent: AppointmentRequest | undefined;
  #question: Question | undefined;
  /** Whether there was a question yet. */
  #hasAsked = false;
  /** What is told once the question's dialog is closed. */
  #whenDone: News | undefined;
  #news: News | undefined;
  /** Why no entry for the calendar could be made. */
  #calendarError: unknown;
  /** What takes the focus as soon as it is there. */
  #focusNext: string | undefined;

  protected override updated(): void {
    const target = this.#focusNext && this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    if (!target) return;
    this.#focusNext = undefined;
    target.focus();
  }

  /** Hands a file to the browser to be saved. */
  protected saveFile(file: File): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    // The browser has taken it by the next turn.
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
    });
  }

  protected override render() {
    const { context, subject } = this.#session;
    this.#forgetOthers();
    if (!context || !subject) {
      return html`
        ${headingView(this.headingLevel, msg('Appointments'))}
        ${noRecordView(this.#session, msg('Sign in to see your appointments.'))}
      `;
    }
    const title =
      subject.relationship === 'self'
        ? msg('Appointments')
        : msg(str`Appointments for ${subject.displayName}`);
    return html`
      ${actingForView(subject)}
      <div class="line">${headingView(this.headingLevel, title)} ${this.#renderAsk()}</div>
      <p part="news" role="status">${this.#news?.text ?? nothing}</p>
      ${this.#calendarError === undefined ? nothing : failureNote(this.#calendarError)}
      ${this.#renderRequestable(context)} ${this.#renderUpcoming(context)}
      ${this.#renderRequests(context)}
      ${this.#past.renderDetails('past', msg('Past visits'), false, (past) =>
        past.render(context, (appointment) => this.#renderVisit(appointment, context)),
      )}
      ${
        this.#hasAsked
          ? this.#confirmation.render((dialog) => dialog.render(this.#question, context))
          : nothing
      }
    `;
  }

  #renderAsk() {
    const isOffered = this.#requests.pages[0]?.requestable.allowed === true && !this.#isAsking;
    return isOffered
      ? html`<button id="ask" part="ask" class="primary" type="button" @click=${this.#onAsk}>
          ${msg('Ask for a visit')}
        </button>`
      : nothing;
  }

  /** The form, what came of it, or why nothing can be asked for here. */
  #renderRequestable(context: PortalContext) {
    const requestable = this.#requests.pages[0]?.requestable;
    if (requestable?.allowed === false) return this.#renderRefusal(requestable, context);
    if (this.#sent) {
      const day = formatDay(this.#sent.expectedBy, context.locale);
      return noteView({
        heading: msg('We have your request.'),
        text: msg(str`You will have an answer by ${day}. You find it here.`),
      });
    }
    return this.#isAsking
      ? this.#form.render((form) => form.render(context, this.#sectionLevel))
      : nothing;
  }

  #renderUpcoming(context: PortalContext) {
    const { pages } = this.#upcoming;
    return html`
      <section aria-labelledby="upcoming">
        ${headingView(this.#sectionLevel, msg('Upcoming visits'), 'upcoming')}
        ${listView({
          moreId: 'more-upcoming',
          list: this.#upcoming,
          entries: pages.flatMap(({ appointments }) => appointments),
          total: pages[0]?.total,
          locale: context.locale,
          empty: msg('No visits are planned.'),
          card: (appointment) => this.#renderVisit(appointment, context),
        })}
      </section>
    `;
  }

  #renderRequests(context: PortalContext) {
    const { pages } = this.#requests;
    return html`
      <section aria-labelledby="requests">
        ${headingView(this.#sectionLevel, msg('Requests'), 'requests')}
        ${listView({
          moreId: 'more-requests',
          list: this.#requests,
          entries: this.#allRequests,
          total: pages[0]?.total,
          locale: context.locale,
          empty: msg('No visit was asked for here.'),
          card: (request) =>
            requestCard({
              request,
              context,
              headingLevel: this.#cardLevel,
              actions: this.#renderRequestActions(request, context),
            }),
        })}
      </section>
    `;
  }

  #renderVisit(appointment: Appointment, context: PortalContext) {
    const isToCome = appointment.status === 'booked' && appointment.cancellable !== null;
    return appointmentCard({
      appointment,
      context,
      headingLevel: this.#cardLevel,
      mapHref: this.#checkedMapHref,
      actions: isToCome ? this.#renderVisitActions(appointment, context) : nothing,
    });
  }

  #renderVisitActions(appointment: Appointment, context: PortalContext) {
    const { id, cancellable } = appointment;
    return html`
      <div class="buttons">
        <button
          part="calendar"
          type="button"
          aria-describedby="visit-${id}"
          @click=${() => void this.#addToCalendar(appointment, context)}
        >
          ${msg('Add to calendar')}
        </button>
        ${
          cancellable?.allowed
            ? html`<button
                part="cancel"
                type="button"
                aria-describedby="visit-${id}"
                @click=${() => {
                  this.#askToCancel(appointment, context);
                }}
              >
                ${msg('Cancel this visit')}
              </button>`
            : nothing
        }
      </div>
      ${this.#renderWhyNot(cancellable, msg('Cancel or change this visit'), context)}
    `;
  }

  #renderRequestActions({ id, reason, withdrawable }: AppointmentRequest, context: PortalContext) {
    return withdrawable?.allowed
      ? html`<div class="buttons">
          <button
            part="withdraw"
            type="button"
            aria-describedby="request-${id}"
            @click=${() => {
              this.#askToWithdraw(id, reason, context);
            }}
          >
            ${msg('Take this back')}
          </button>
        </div>`
      : this.#renderWhyNot(withdrawable, msg('Take this back'), context);
  }

  #renderWhyNot(eligibility: Eligibility | null, summary: string, context: PortalContext) {
    return eligibility?.allowed === false
      ? html`<details part="why-not">
          <summary>${summary}</summary>
          ${this.#renderRefusal(eligibility, context)}
        </details>`
      : nothing;
  }

  #renderRefusal(refusal: Eligibility & { readonly allowed: false }, context: PortalContext) {
    const links = { signInHref: context.signInHref ?? undefined };
    return this.#refusal.render((view) => view?.(refusal, context, links) ?? nothing);
  }

  get #sectionLevel(): number {
    return Math.min(4, this.headingLevel + 1);
  }

  get #cardLevel(): number {
    return Math.min(4, this.headingLevel + 2);
  }

  get #allRequests(): readonly AppointmentRequest[] {
    return this.#requests.pages.flatMap(({ requests }) => requests);
  }

  get #isAsking(): boolean {
    return this.#askingIn !== undefined && this.#askingIn === this.#requests.key;
  }

  get #checkedMapHref(): string {
    return this.mapHref?.includes('{address}') ? this.mapHref : defaultMapHref;
  }

  /** Nothing of another person's record, or of the session before, stays. */
  #forgetOthers(): void {
    const { key } = this.#requests;
    if (key === this.#key) return;
    this.#key = key;
    this.#sent = this.#question = this.#whenDone = this.#news = this.#calendarError = undefined;
    if (key && !this.#isAsking) this.#askingIn = undefined;
  }

  #refresh(): void {
    this.#upcoming.refresh();
    this.#requests.refresh();
  }

  readonly #onAsk = () => {
    this.#askingIn = this.#requests.key;
    this.#sent = this.#news = undefined;
    this.requestUpdate();
  };

  readonly #onAsked = (request?: AppointmentRequest) => {
    this.#askingIn = undefined;
    this.#sent = request;
    this.#focusNext = request ? '[part="note"]' : '#ask';
    if (request) {
      this.#requests.refresh();
      this.dispatchEvent(new PortalAppointmentRequestedEvent(request.id));
    }
    this.requestUpdate();
  };

  #askToCancel({ id, ...appointment }: Appointment, { client, locale, policy }: PortalContext) {
    const { day, hours } = appointmentTime(appointment, locale, policy.timeZone);
    const params = { subject: this.#session.subject?.id ?? '', appointment: id };
    this.#ask(
      {
        heading: msg('Cancel this visit?'),
        text: `${appointment.title}: ${day}, ${hours}.`,
        confirm: msg('Yes, cancel it'),
        busyLabel: msg('Canceling…'),
        keep: msg('No, keep it'),
        subject: params,
        act: async (headers) => {
          await client.call(cancelAppointment, { params, headers });
          this.dispatchEvent(new PortalAppointmentCancelledEvent(id));
        },
      },
      { text: msg('The visit is canceled.'), about: `visit-${id}` },
    );
  }

  #askToWithdraw(id: string, reason: string, { client }: PortalContext) {
    const params = { subject: this.#session.subject?.id ?? '', request: id };
    this.#ask(
      {
        heading: msg('Take this request back?'),
        text: reason,
        confirm: msg('Yes, take it back'),
        busyLabel: msg('Taking it back…'),
        keep: msg('No, keep it'),
        subject: params,
        act: async (headers) => {
          await client.call(withdrawAppointmentRequest, { params, headers });
          this.dispatchEvent(new PortalAppointmentRequestWithdrawnEvent(id));
        },
      },
      { text: msg('The request is taken back.'), about: `request-${id}` },
    );
  }

  #ask(question: Question, whenDone: News): void {
    this.#hasAsked = true;
    this.#question = question;
    this.#whenDone = whenDone;
    this.#news = undefined;
    this.requestUpdate();
  }

  readonly #onAnswered = (done: boolean) => {
    if (done && this.#whenDone) {
      this.#news = this.#whenDone;
      // The button that had the focus goes away.
      this.#focusNext = `#${CSS.escape(this.#news.about)}`;
      this.#refresh();
    }
    this.#question = this.#whenDone = undefined;
    this.requestUpdate();
  };

  async #addToCalendar(appointment: Appointment, context: PortalContext): Promise<void> {
    const { policy, client, now } = context;
    this.#calendarError = undefined;
    try {
      const { calendarFile } = await import('./calendar-file.js');
      const text = calendarFile({
        appointment,
        summary: msg(str`Appointment (${policy.portal.name})`),
        domain: new URL(client.baseUrl).hostname,
        now: now(),
      });
      this.saveFile(new File([text], 'appointment.ics', { type: 'text/calendar' }));
    } catch (error) {
      this.#calendarError = error;
      this.#focusNext = '[part="note"]';
    }
    this.requestUpdate();
  }

  /** Who waits at the button goes on reading where the page begins; all others are left in peace. */
  #onNext(button: string, heading: string | undefined): void {
    if (this.shadowRoot?.activeElement?.id !== button || heading === undefined) return;
    this.#focusNext = `#${CSS.escape(heading)}`;
  }
}
