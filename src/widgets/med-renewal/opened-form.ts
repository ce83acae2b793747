import { nothing, type LitElement, type ReactiveController } from 'lit';
import { msg } from '../../locales/localize.js';
import { mostInPage } from '../../reading/page-size.js';
import type { SessionController } from '../../session/session-controller.js';
import { BrowserHistory, type HasHistory } from '../../ui/browser-history.js';
import { FocusNext } from '../../ui/focus-next.js';
import { noteView } from '../../ui/note.js';
import { cardId } from './card-id.js';
import {
  PortalMedicationClosedEvent,
  PortalMedicationOpenedEvent,
  PortalRenewalRequestedEvent,
} from './med-renewal.events.js';
import type { MedicationReader } from './medication-reader.js';
import { RenewalView, type OnRenewalEnd } from './renewal-view.js';

interface Host extends LitElement, HasHistory {
  /** Id of the medication whose form the page wants open; null: none. */
  readonly medicationId: string | null;
}

/**
 * Which form is open, as the page's router and the browser's history know it, and what comes of the form. Fetched with the
 * first form that somebody opens, or that the page asks for.
 */
export class OpenedForm implements ReactiveController {
  readonly view: RenewalView;
  readonly #host: Host;
  readonly #session: SessionController;
  readonly #reader: MedicationReader;
  readonly #openId: () => string | undefined;
  readonly #show: (id: string | undefined) => void;
  readonly #focus: FocusNext;
  readonly #history: BrowserHistory<string>;
  /** What the page has asked for in this record, or for the first one. */
  #wanted: string | null = null;
  /** Whether the page knows what this update brings: it has asked for it. */
  #isAsWanted = false;
  /** What the page was told last. */
  #told: string | undefined;
  /** Key of the record in which the page has asked for a medication that is not there. */
  #missingIn: string | undefined;

  /**
   * @param openId tells for which medication a form is open
   * @param show opens another, or none
   */
  constructor(
    host: Host,
    session: SessionController,
    reader: MedicationReader,
    openId: () => string | undefined,
    show: (id: string | undefined) => void,
  ) {
    this.#host = host;
    this.#session = session;
    this.#reader = reader;
    this.#openId = openId;
    this.#show = show;
    this.#focus = new FocusNext(host);
    this.#history = new BrowserHistory(host, (id) => {
      this.#go(id);
    });
    host.addController(this); // before the form, which follows what is open
    this.view = new RenewalView(
      host,
      session,
      reader,
      () => reader.entries.find(({ id, renewable }) => id === openId() && renewable.allowed),
      this.#onEnd,
      this.#onClose,
    );
    const open = openId();
    if (open !== undefined) this.entered(open);
  }

  /** Somebody has opened a form by its button. */
  entered(id: string): void {
    this.#history.opened(id);
    this.#focus.on('#renewal-heading');
  }

  hostUpdate(): void {
    if (!this.#session.record) return;
    const { medicationId } = this.#host;
    if (medicationId !== this.#wanted) {
      this.#wanted = medicationId;
      this.#missingIn = undefined;
      if (medicationId !== (this.#openId() ?? null)) {
        this.#isAsWanted = true;
        this.#go(medicationId ?? undefined, this.#host.matches(':focus-within'));
      }
    }
  }

  hostUpdated(): void {
    const before = this.#told;
    const open = this.#session.record && this.#openId();
    const isAsWanted = this.#isAsWanted;
    this.#told = open;
    this.#isAsWanted = false;
    if (open !== before && !isAsWanted) {
      if (before !== undefined) this.#host.dispatchEvent(new PortalMedicationClosedEvent(before));
      if (open !== undefined) this.#host.dispatchEvent(new PortalMedicationOpenedEvent(open));
    }
    this.#look();
  }

  /** Looks whether the form can be open: else the list shows, with a note where the medication is not in it. */
  #look(): void {
    const openId = this.#openId();
    const { key, entries, total, hasMore, query } = this.#reader;
    if (openId === undefined || total === undefined) return;
    this.#missingIn = undefined;
    const opened = entries.find(({ id }) => id === openId);
    if (opened?.renewable.allowed) return;
    if (!opened && hasMore && entries.length < mostInPage) {
      this.#reader.read(query, mostInPage);
      return;
    }
    this.#show(undefined); // its card tells why it cannot be renewed
    if (!opened) this.#missingIn = key;
  }

  /** That the page has asked for one that is not in the list; until a form is open. */
  missingNote() {
    return this.#openId() !== undefined || this.#missingIn !== this.#reader.key
      ? nothing
      : noteView({
          heading: msg('We can’t find that medication.'),
          text: msg('You can look for it in the list.'),
        });
  }

  #go(id: string | undefined, takesFocus = true): void {
    const was = this.#openId();
    this.#show(id);
    if (!takesFocus) return;
    if (id !== undefined) this.#focus.on('#renewal-heading');
    else if (was !== undefined) this.#focusAt(was, ['renew', 'note']);
  }

  #focusAt(id: string, parts: readonly string[]): void {
    this.#focus.on(...parts.map((part) => `#${cardId(id)} > [part=${part}]`));
  }

  readonly #onClose = () => {
    if (!this.#history.goBack()) this.#go(undefined);
  };

  readonly #onEnd: OnRenewalEnd = (id, renewal) => {
    if (id === undefined) {
      this.#show(undefined);
      this.#history.forget();
      return;
    }
    // What is known late of one does not close the form of another.
    if (id === this.#openId()) {
      this.#show(undefined);
      this.#history.goBack();
    }
    if (this.#openId() === undefined) {
      this.#focusAt(id, renewal ? ['note', 'renew'] : ['renew', 'note']);
    }
    if (renewal) this.#host.dispatchEvent(new PortalRenewalRequestedEvent(id, renewal.id));
  };
}
