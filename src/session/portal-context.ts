import { ContextProvider, createContext } from '@lit/context';
import type { PortalClient } from '../client/portal-client.js';
import type { Locale } from '../locales/localization.js';
import type { PortalPolicy } from '../policy/portal-policy.js';
import type { SessionStore } from './session-store.js';
import type { Timers } from '../client/timers.js';

/** What `<portal-session>` gives to every widget. */
export interface PortalContext {
  readonly client: PortalClient;
  readonly store: SessionStore;
  readonly policy: PortalPolicy;
  readonly locale: Locale;
  /** Milliseconds since 1970: the time by which widgets tell what day it is. */
  readonly now: () => number;
  /** Calls back once after so many milliseconds; returns what ends it. */
  readonly after: Timers['after'];
  /** Address of the page with the FAQ; null: the host has named none. */
  readonly faqHref: string | null;
  /** Address of the page with the sign-in form; null: the host has named none. */
  readonly signInHref: string | null;
  /** Other origins that links of the widgets may lead to, as `allowed-origins` lists them. */
  readonly allowedOrigins: string;
}

/** Undefined as long as there is no `<portal-session>` that is ready. */
export const portalContext = createContext<PortalContext | undefined>(
  Symbol.for('portal-widgets.portal-context'),
);

let pageProvider: ContextProvider<typeof portalContext> | undefined;

/**
 * Provides for widgets that stand outside any `<portal-session>`, and keeps their requests until
 * one is there: widgets and session may come in any order, anywhere on the page.
 */
export const providerOfPage = (): ContextProvider<typeof portalContext> => {
  pageProvider ??= new ContextProvider(document.documentElement, { context: portalContext });
  return pageProvider;
};
