import { ContextConsumer } from '@lit/context';
import { updateWhenLocaleChanges } from '../locales/localize.js';
import type { LitElement, ReactiveController } from 'lit';
import type { Subject } from '../contract/account/session.js';
import { pageHref } from '../shape/address.js';
import type { OpenRecord } from './open-record.js';
import { portalContext, providerOfPage, type PortalContext } from './portal-context.js';
import type { SessionState } from './session-state.js';

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
  #waiting: ((context: PortalContext) => void)[] = [];

  constructor(host: LitElement) {
    this.host = host;
    this.#hostHasLanguage = host.hasAttribute('lang');
    providerOfPage();
    updateWhenLocaleChanges(host);
    this.#consumer = new ContextConsumer(host, {
      context: portalContext,
      subscribe: true,
      callback: (context) => {
        this.#follow(context);
      },
    });
    host.addController(this);
  }

  /** Undefined until a `<portal-session>` is ready. */
  get context(): PortalContext | undefined {
    return this.#context;
  }

  /** Resolves when a `<portal-session>` is ready; for what people do before that. */
  get ready(): Promise<PortalContext> {
    return this.#context
      ? Promise.resolve(this.#context)
      : new Promise((resolve) => this.#waiting.push(resolve));
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

  #follow(context: PortalContext | undefined): void {
    if (context === this.#context) return;
    this.#unsubscribe?.();
    this.#context = context;
    this.#unsubscribe = context?.store.subscribe(() => {
      this.host.requestUpdate();
    });
    if (context) {
      for (const resolve of this.#waiting) resolve(context);
      this.#waiting = [];
    }
    // WCAG 3.1.2: the portal's language may differ from the page's.
    if (context && !this.#hostHasLanguage) this.host.lang = context.locale;
    this.host.requestUpdate();
  }
}
