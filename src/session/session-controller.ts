import { ContextConsumer } from '@lit/context';
import { UnreachableError } from '../client/portal-errors.js';
import { systemTimers } from '../client/timers.js';
import { updateWhenLocaleChanges } from '../locales/localize.js';
import type { LitElement, ReactiveController } from 'lit';
import type { Subject } from '../contract/account/session.js';
import { pageHref } from '../shape/address.js';
import { faults, type SetupFault } from '../shape/setup-problem.js';
import type { OpenRecord } from './open-record.js';
import { contextIn, portalContext, providerOfPage, type PortalContext } from './portal-context.js';
import type { SessionState } from './session-state.js';

/** Milliseconds without a `<portal-session>` after which a widget looks whether there is one. */
const patience = 5000;

/** Keeps a widget up to date with the session and the language; the widget reads, it never writes. */
export class SessionController implements ReactiveController {
  /** The widget. */
  readonly host: LitElement;
  readonly #consumer: ContextConsumer<typeof portalContext, LitElement>;
  readonly #hostHasLanguage: boolean;
  #context: PortalContext | undefined;
  #unsubscribe: (() => void) | undefined;
  /** Whether the backend keeps what somebody has typed here whose session is over now. */
  hasKeptDraft = false;
  #waiting: [resolve: (context: PortalContext) => void, reject: (reason: Error) => void][] = [];
  #stopMissing: (() => void) | undefined;

  constructor(host: LitElement) {
    this.host = host;
    this.#hostHasLanguage = host.hasAttribute('lang');
    providerOfPage();
    updateWhenLocaleChanges(host);
    this.#consumer = new ContextConsumer(host, {
      context: portalContext,
      subscribe: true,
      callback: (given) => {
        this.#follow(given);
      },
    });
    host.addController(this);
  }

  /** Undefined until a `<portal-session>` is ready. */
  get context(): PortalContext | undefined {
    return this.#context;
  }

  /**
   * Resolves when a `<portal-session>` is ready; for what people do before that.
   * @throws UnreachableError where none can be: what was typed goes nowhere later
   */
  get ready(): Promise<PortalContext> {
    if (this.#context) return Promise.resolve(this.#context);
    return new Promise((...settle) => this.#waiting.push(settle));
  }

  /** Whether a session is still to come. */
  get isWaiting(): boolean {
    return this.host.isConnected && !this.#consumer.value;
  }

  get state(): SessionState {
    return this.#context?.store.getState() ?? { status: 'starting' };
  }

  /** Whose record is open; undefined while nobody is signed in. */
  get subject(): Subject | undefined {
    const { state } = this;
    return state.status === 'signed-in' ? state.subject : undefined;
  }

  /** The record that is open; undefined while nobody is signed in. */
  get record(): OpenRecord | undefined {
    return this.#context?.store.record;
  }

  /** An address that an attribute gives, if the page may lead there. */
  href(given: string | null | undefined): string | undefined {
    return pageHref(given, this.#context?.allowedOrigins);
  }

  hostConnected(): void {
    this.#follow(this.#consumer.value);
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(given: PortalContext | SetupFault | undefined): void {
    const context = contextIn(given);
    this.#stopMissing?.();
    if (!given && this.host.isConnected) {
      this.#stopMissing = systemTimers.after(patience, () => {
        void import('./missing-session.js').then(({ miss }) => miss(this));
      });
    }
    this.fail(given === context ? undefined : (given as SetupFault));
    if (context === this.#context) return;
    this.#unsubscribe?.();
    this.#context = context;
    this.#unsubscribe = context?.store.subscribe(() => {
      this.host.requestUpdate();
    });
    if (context) {
      for (const [resolve] of this.#waiting) resolve(context);
      this.#waiting = [];
    }
    // WCAG 3.1.2: the portal's language may differ from the page's.
    if (context && !this.#hostHasLanguage) this.host.lang = context.locale;
    this.host.requestUpdate();
  }

  /** Nothing comes of what the widget waits for, until a session is ready. */
  fail(fault: SetupFault | undefined): void {
    const { policy } = this.host as { policy?: unknown };
    if (policy) return; // one of its own, so it does without
    faults.set(this.host, fault);
    this.host.requestUpdate();
    if (!fault) return;
    for (const [, reject] of this.#waiting) reject(new UnreachableError());
    this.#waiting = [];
  }
}
