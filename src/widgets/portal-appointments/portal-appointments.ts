import { html, LitElement, nothing } from 'lit';
import type { Appointment, AppointmentRequest } from '../../contract/record/appointments.js';
import type { Eligibility } from '../../contract/eligibility.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import { pageHref } from '../../shape/address.js';
import { actingForView } from '../../ui/acting-for.js';
import type { BrowserHistory } from '../../ui/browser-history.js';
import { baseStyles } from '../../ui/styles/base-styles.js';
import { partStyles } from '../../ui/styles/part-styles.js';
import { emptyView } from '../../ui/empty.js';
import { failureNote } from '../../ui/failure-note.js';
import { FocusNext } from '../../ui/focus-next.js';
import { calendar } from '../../ui/generated/icons.js';
import { headingView } from '../../ui/heading.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import type { RefusalView } from '../../ui/refusals/refusal-note.js';
import { defineElement } from '../../ui/define-element.js';
import type { ListView } from '../../reading/list-view.js';
import { notShownNote } from '../../ui/not-shown.js';
import { noRecordView } from '../../reading/no-record.js';
import { LazyPart } from '../../ui/lazy-part.js';
import { requestActions, visitActions } from './actions.js';
import { appointmentCard } from './appointment-card.js';
import { appointmentReader, listViewOf, requestReader } from './appointment-lists.js';
import { cardList, pending } from './card-list.js';
import { cardStyles } from './card-styles.js';
import type { Confirmation } from './confirmation.js';
import {
  PortalAppointmentCancelledEvent,
  PortalAppointmentRequestedEvent,
  PortalAppointmentRequestWithdrawnEvent,
} from './portal-appointments.events.js';
import { styles } from './portal-appointments.styles.js';
import type { Asked, News, Questions } from './questions.js';
import type { PastAppointments } from './past-appointments.js';
import { requestCard } from './request-card.js';
import type { RequestForm } from './request-form.js';

const defaultMapHref = 'https://www.google.com/maps/search/?api=1&query={address}';

/**
 * The appointments of the record that is open: upcoming ones, with directions, instructions and an entry for
 * the calendar that tells nobody what the appointment is for; pending requests, and what came of others;
 * past appointments. The backend says whether one can be requested, a request or an appointment canceled, or whom
 * to call for it (`appointments.request`, `appointments.cancel-by-phone`,
 * `proxy.friends-and-family`). Times are those of the portal's time zone, which is named for who
 * reads elsewhere. When the session ends or another record opens, everything of the last one leaves the page.
 *
 * @element portal-appointments
 * @attr {string} map-href - Address of a map's page, with `{address}` where the address goes. Nothing is
 *   sent there before the link is followed. Default: a search of Google Maps.
 * @attr {number} heading-level - 2 to 4; default 2.
 * @attr {'on' | 'off'} history - Whether Back closes the form and Forward opens it again; `off` for a host with a router
 *   of its own. Default: `on`.
 * @csspart acting-for - Whose record it is, if it is somebody else's.
 * @csspart heading - The headings: of the whole, of its sections, and of each appointment and request.
 * @csspart ask - The button that opens the form for a request.
 * @csspart request-form - The form.
 * @csspart draft - What was typed before and not sent.
 * @csspart draft-state - Whether what is typed is saved.
 * @csspart error-summary - What has to be changed in the form.
 * @csspart note - A refusal, a failure, or the news that a request is on its way.
 * @csspart news - What was done just now.
 * @csspart appointment - An appointment.
 * @csspart instructions - What to bring, how to get there.
 * @csspart directions - The link to a map.
 * @csspart calendar - The button that makes an entry for the calendar.
 * @csspart cancel - The button that cancels an appointment.
 * @csspart why-not - Why an appointment or a request cannot be canceled here, and whom to call.
 * @csspart request - A request.
 * @csspart answer - What the office has answered to it.
 * @csspart withdraw - The button that cancels it.
 * @csspart confirmation - The dialog in which that is confirmed.
 * @csspart past - Past appointments.
 * @csspart not-shown - That the appointments are not shown in full, and whom to ask.
 * @csspart more - A button that fetches more of a list.
 * @fires {PortalAppointmentRequestedEvent} portal-appointment-requested - An appointment was requested; carries the request's id only.
 * @fires {PortalAppointmentRequestWithdrawnEvent} portal-appointment-request-withdrawn - A request was canceled; carries its id only.
 * @fires {PortalAppointmentCancelledEvent} portal-appointment-cancelled - An appointment was canceled; carries its id only.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It shows that something failed; carries the kind and the status only.
 */
export class PortalAppointments extends LitElement {
  static override styles = [baseStyles, partStyles, styles, cardStyles];
  static override properties = {
    mapHref: { attribute: 'map-href' },
    history: {},
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  static define(tag = 'portal-appointments', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);
  readonly #upcoming = appointmentReader(this, this.#session, 'upcoming');
  readonly #upcomingList: ListView<Appointment> = listViewOf(
    this,
    this.#upcoming,
    'more-upcoming',
    'visit',
  );
  readonly #requests = requestReader(this, this.#session);
  readonly #requestList: ListView<AppointmentRequest> = listViewOf(
    this,
    this.#requests,
    'more-requests',
    'request',
  );
  /** Past appointments. Fetched with the first look at them. */
  readonly #past: LazyPart<PastAppointments> = new LazyPart(this, async () => {
    const { pastAppointments } = await import('./past-appointments.js');
    return pastAppointments(this, this.#session);
  });
  readonly #form: LazyPart<RequestForm> = new LazyPart(this, async () => {
    const { RequestForm, BrowserHistory } = await import('./request-form.js');
    this.#history = new BrowserHistory(this, (record) => {
      this.#show(record);
    });
    if (this.#askingIn !== undefined) this.#history.opened(this.#askingIn);
    return new RequestForm(this, this.#session, {
      key: () => this.#requests.key,
      isOpen: () => this.#isAsking,
      onEnd: this.#onAsked,
    });
  });
  readonly #confirmation: LazyPart<Confirmation> = new LazyPart(this, async () => {
    const { Confirmation } = await import('./confirmation.js');
    return new Confirmation(this, {
      onClosed: this.#onAnswered,
      onConflict: () => {
        this.#refresh();
      },
    });
  });
  readonly #refusal: LazyPart<RefusalView> = new LazyPart(this, () => loadRefusal('appointments'));

  mapHref: string | null = null;
  history: 'on' | 'off' = 'on';
  headingLevel = 2;

  /** The lists' key of the record that all below is about. */
  #key = '';
  /** Key of the record in which the form is open; who comes back to it after an idle logout goes on there. */
  #askingIn: string | undefined;
  /** Whether the form was open yet. */
  #hasForm = false;
  #question: ((questions: Questions) => Asked) | undefined;
  /** What is to be confirmed now. */
  #asked: Asked | undefined;
  /** Whether there was a question yet. */
  #hasAsked = false;
  #news: News | undefined;
  /** Why no entry for the calendar could be made. */
  #calendarError: unknown;
  readonly #focus = new FocusNext(this);
  /** By the key of the record in which the form was opened. Comes with the form. */
  #history: BrowserHistory<string> | undefined;

  /** Hands a file to the browser to be saved. */
  protected async saveFile(file: File): Promise<void> {
    const { saveFile } = await import('../../ui/save-file.js');
    saveFile(file);
  }

  protected override render() {
    const { context, subject } = this.#session;
    this.#forgetOthers();
    if (!context || !subject) {
      return html`
        ${headingView(this.headingLevel, msg('Appointments'))}
        ${noRecordView(this.#session, msg('Sign in to see your appointments.'), pending)}
      `;
    }
    const title =
      subject.relationship === 'self'
        ? msg('Appointments')
        : msg(str`Appointments for ${subject.displayName}`);
    return html`
      ${actingForView(subject)}
      <div class="pw-line">
        ${headingView(this.headingLevel, title)}
        ${this.#upcoming.total === 0 ? nothing : this.#renderAsk()}
      </div>
      <p part="news" role="status">${this.#news?.text ?? nothing}</p>
      ${
        this.#hasAsked
          ? this.#confirmation.render((dialog) =>
              dialog.render(this.#askedWith(dialog.questions)?.question, context),
            )
          : nothing
      }
      ${this.#calendarError === undefined ? nothing : failureNote(this.#calendarError)}
      ${this.#renderRequestable(context)} ${this.#renderLists(context)}
    `;
  }

  #renderAsk() {
    if (this.#requests.total === undefined && this.#requests.error === undefined) {
      return html`<span class="room"></span>`;
    }
    const isOffered = this.#requests.last?.requestable.allowed === true && !this.#isAsking;
    return isOffered
      ? html`<button id="ask" part="ask" class="pw-primary" type="button" @click=${this.#onAsk}>
          ${msg('Request an appointment')}
        </button>`
      : undefined;
  }

  /** The form, what came of it, or why nothing can be asked for here. */
  #renderRequestable(context: PortalContext) {
    const requestable = this.#requests.last?.requestable;
    if (requestable?.allowed === false) return this.#renderRefusal(requestable, context);
    return this.#hasForm
      ? this.#form.render((form) => form.render(context, this.#sectionLevel))
      : nothing;
  }

  #renderLists(context: PortalContext) {
    const { last, total, error } = this.#upcoming;
    // Nothing before what stands above has come: it would be pushed down.
    const hasCome = total !== undefined || error !== undefined;
    return html`
      ${notShownNote(last?.notShown, context)} ${this.#renderUpcoming(context)}
      ${hasCome ? this.#renderRest(context) : nothing}
    `;
  }

  #renderRest(context: PortalContext) {
    return html`
      ${this.#renderRequests(context)}
      ${this.#past.renderDetails('past', msg('Past appointments'), false, (view) =>
        view(context, this.#cardLevel, this.#upcoming.last?.notShown === undefined),
      )}
    `;
  }

  #renderUpcoming(context: PortalContext) {
    return html`
      <section aria-labelledby="upcoming">
        ${headingView(this.#sectionLevel, msg('Upcoming appointments'), 'upcoming')}
        ${cardList(this.#upcomingList, {
          locale: context.locale,
          // Not said where there are appointments that cannot be shown.
          empty:
            this.#upcoming.last?.notShown === undefined
              ? emptyView(calendar, msg('No upcoming appointments'), this.#renderAsk())
              : nothing,
          card: (appointment) => this.#renderVisit(appointment, context),
        })}
      </section>
    `;
  }

  #renderRequests(context: PortalContext) {
    return html`
      <section aria-labelledby="requests">
        ${headingView(this.#sectionLevel, msg('Requests'), 'requests')}
        ${cardList(this.#requestList, {
          locale: context.locale,
          empty: html`<p class="pw-muted">${msg('No requests')}</p>`,
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
      actions: isToCome ? this.#renderVisitActions(appointment, context) : nothing,
    });
  }

  #renderVisitActions(appointment: Appointment, context: PortalContext) {
    return visitActions({
      appointment,
      mapHref: this.#checkedMapHref,
      onCalendar: () => void this.#addToCalendar(appointment, context),
      onCancel: () => {
        this.#ask(({ cancelQuestion }) =>
          cancelQuestion(appointment, this.#subjectId, context, {
            isPending: () =>
              this.#upcoming.entries.some(
                ({ id, cancellable }) => id === appointment.id && cancellable !== null,
              ),
            onDone: () => {
              this.dispatchEvent(new PortalAppointmentCancelledEvent(appointment.id));
            },
          }),
        );
      },
      renderRefusal: (refusal) => this.#renderRefusal(refusal, context),
    });
  }

  #renderRequestActions(request: AppointmentRequest, context: PortalContext) {
    return requestActions({
      request,
      onWithdraw: () => {
        this.#ask(({ withdrawQuestion }) =>
          withdrawQuestion(request, this.#subjectId, context, {
            isPending: () =>
              this.#requests.entries.some(
                ({ id, withdrawable }) => id === request.id && withdrawable !== null,
              ),
            onDone: () => {
              this.dispatchEvent(new PortalAppointmentRequestWithdrawnEvent(request.id));
            },
          }),
        );
      },
      renderRefusal: (refusal) => this.#renderRefusal(refusal, context),
    });
  }

  #renderRefusal(refusal: Eligibility & { readonly allowed: false }, context: PortalContext) {
    const links = { signInHref: context.signInHref ?? undefined };
    return this.#refusal.render((view) => view(refusal, context, links));
  }

  get #subjectId(): string {
    return this.#session.subject?.id ?? '';
  }

  get #sectionLevel(): number {
    return Math.min(4, this.headingLevel + 1);
  }

  get #cardLevel(): number {
    return Math.min(4, this.headingLevel + 2);
  }

  get #isAsking(): boolean {
    return this.#askingIn !== undefined && this.#askingIn === this.#requests.key;
  }

  get #checkedMapHref(): string {
    const own = this.mapHref?.includes('{address}') ? pageHref(this.mapHref, true) : undefined;
    return own ?? defaultMapHref;
  }

  /** Nothing of another person's record, or of the session before, stays. */
  #forgetOthers(): void {
    const { key } = this.#requests;
    if (key === this.#key) return;
    this.#key = key;
    this.#question = this.#asked = this.#news = this.#calendarError = undefined;
    if (!key || this.#isAsking) return;
    this.#askingIn = undefined;
    this.#history?.forget();
  }

  #refresh(): void {
    this.#upcoming.refresh();
    this.#requests.refresh();
  }

  readonly #onAsk = () => {
    if (this.#isAsking) return;
    const { key } = this.#requests;
    this.#show(key);
    this.#history?.opened(key);
  };

  /** @param record in which the form opens; undefined: it closes */
  #show(record: string | undefined): void {
    if (this.#isAsking && record === undefined) this.#focus.on('#ask');
    this.#askingIn = record;
    this.#hasForm ||= record !== undefined;
    this.#news = undefined;
    this.requestUpdate();
  }

  readonly #onAsked = (request?: AppointmentRequest) => {
    if (!request) {
      if (!this.#history?.goBack()) this.#show(undefined);
      return;
    }
    if (this.#isAsking) this.#history?.goBack();
    this.#askingIn = undefined;
    this.#requests.refresh();
    this.dispatchEvent(new PortalAppointmentRequestedEvent(request.id));
    this.requestUpdate();
  };

  #ask(question: (questions: Questions) => Asked): void {
    this.#hasAsked = true;
    this.#question = question;
    this.#asked = undefined;
    this.#news = undefined;
    this.requestUpdate();
  }

  #askedWith(questions: Questions): Asked | undefined {
    this.#asked ??= this.#question?.(questions);
    return this.#asked;
  }

  readonly #onAnswered = (done: boolean) => {
    if (done && this.#asked) {
      this.#news = this.#asked.whenDone;
      // The button that had the focus goes away.
      this.#focus.on(`#${CSS.escape(this.#news.about)}`);
      this.#refresh();
    }
    this.#question = this.#asked = undefined;
    this.requestUpdate();
  };

  async #addToCalendar(appointment: Appointment, context: PortalContext): Promise<void> {
    this.#calendarError = this.#news = undefined;
    this.requestUpdate();
    try {
      const { calendarEntry, savedNews } = await import('./calendar-entry.js');
      await this.saveFile(calendarEntry(appointment, context));
      this.#news = savedNews(appointment);
    } catch (error) {
      this.#calendarError = error;
      this.#focus.on('[part="note"]');
    }
    this.requestUpdate();
  }
}
