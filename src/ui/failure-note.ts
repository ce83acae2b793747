import { msg, str } from '../locales/localize.js';
import { html } from 'lit';
import type { PortalError } from '../client/portal-errors.js';
import { tellError } from './host/tell-error.js';
import { keepFocus } from './keep-focus.js';
import { noteView } from './note.js';

/** What to tell when a call failed for no rule's sake. */
const wordsFor = (error: unknown): { heading: string; text: string } => {
  const failure = error as Partial<PortalError> & { retryAfterSeconds?: number };
  switch (failure.kind) {
    case 'unreachable':
      return {
        heading: msg('We can’t reach the portal.'),
        text: msg('Check your internet connection, then try again.'),
      };
    case 'too-many-requests': {
      const seconds = failure.retryAfterSeconds ?? 60;
      return {
        heading: msg('Too many attempts.'),
        text: msg(str`Wait ${seconds} seconds, then try again.`),
      };
    }
    case 'not-found':
      return {
        heading: msg('We can’t find this.'),
        text: msg('It may have been moved or removed. Go back and try again.'),
      };
    case 'session-changed':
    case 'conflict':
      return {
        heading: msg('Something has changed.'),
        text: msg(
          'You may have changed it in another tab, or your care team did. Check how it looks now.',
        ),
      };
    default:
      return {
        heading: msg('Something went wrong on our side.'),
        text: msg('Try again in a few minutes.'),
      };
  }
};

/** A failed call, in plain words, and a way to try again. The page hears of it, too. */
export const failureNote = (error: unknown, onRetry?: () => void) => {
  if ((error as Partial<PortalError>).kind === 'not-offered') {
    return noteView({
      heading: msg('This isn’t offered here.'),
      text: msg('Call us if you need help with it.'),
    });
  }
  return html`${tellError(error)}
  ${noteView({
    ...wordsFor(error),
    tone: 'danger',
    steps: onRetry
      ? [
          html`<button
            type="button"
            @click=${(event?: Event) => {
              keepFocus(event?.currentTarget);
              onRetry();
            }}
          >
            ${msg('Try again')}
          </button>`,
        ]
      : [],
  })}`;
};
