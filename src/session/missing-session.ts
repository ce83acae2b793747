import { systemTimers } from '../client/timers.js';
import { localeFor, useLocale } from '../locales/localization.js';
import type { LitElement } from 'lit';
import { tellAuthor, type SetupFault } from '../shape/setup-problem.js';

/** What a widget has to do with sessions. */
interface Controller {
  readonly host: LitElement;
  /** Whether a session is still to come. */
  readonly isWaiting: boolean;
  /** Nothing comes of what the widget waits for. */
  fail(fault: SetupFault): void;
}

/** Milliseconds between two looks at a page that is not there yet, or has a session that is not ready yet. */
const pause = 2000;

/**
 * Has a widget say that its page has no session. A framework may add one late, so the page has to have loaded; and
 * once one comes, all is forgotten. A part of the session controller that is fetched where a widget waits for long.
 */
export const miss = (controller: Controller): void => {
  const { host, isWaiting } = controller;
  if (!isWaiting || (host as { policy?: unknown }).policy) return;
  if (document.readyState !== 'complete' || hasSession()) {
    systemTimers.after(pause, () => {
      miss(controller);
    });
    return;
  }
  controller.fail({ problem: 'no-session' });
  tellAuthor('no-session', `<${host.localName}>`);
  useLocale(localeFor(document.documentElement.lang)).catch(() => undefined);
};

/** Under whatever tag: no other element keeps what `tabStorage` names. */
const hasSession = (): boolean =>
  [...document.querySelectorAll(':defined')].some((element) => 'tabStorage' in element);
