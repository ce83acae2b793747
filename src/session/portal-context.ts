import { ContextProvider, createContext } from '@lit/context';
import type { PortalClient } from '../client/portal-client.js';
import type { Locale } from '../locales/localization.js';
import type { PortalPolicy } from '../policy/portal-policy.js';
import type { SessionStore } from './session-store.js';
import type { Timers } from '../client/timers.js';
import { tellAuthor, type SetupFault } from '../shape/setup-problem.js';
import { version } from '../shape/version.js';

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

/** Undefined as long as there is no `<portal-session>` that is ready; a fault where none can be. */
export const portalContext = createContext<PortalContext | SetupFault | undefined>(
  Symbol.for('portal-widgets.portal-context'),
);

/** What several copies of this library on one page share. */
interface Page {
  /** Of the copy that came first. */
  readonly version: string;
  readonly provider: ContextProvider<typeof portalContext>;
}
const key = Symbol.for('portal-widgets.page');

/**
 * Provides for widgets that stand outside any `<portal-session>`, and keeps their requests until
 * one is there: widgets and session may come in any order, anywhere on the page.
 */
export const providerOfPage = (): ContextProvider<typeof portalContext> => {
  const page = ((globalThis as Record<symbol, Page | undefined>)[key] ??= {
    version,
    provider: new ContextProvider(document.documentElement, { context: portalContext }),
  });
  if (page.version !== version) {
    tellAuthor('two-copies', 'portal-widgets', `${page.version}, ${version}`);
  }
  return page.provider;
};

/** What was provided, if a widget can work with it. */
export const contextIn = (
  given: PortalContext | SetupFault | undefined,
): PortalContext | undefined => (given && 'problem' in given ? undefined : given);
