import { msg, str } from '../locales/localize.js';
import { html } from 'lit';
import type { PortalError } from '../client/portal-errors.js';
import { keepFocus } from './keep-focus.js';
import { noteView } from './note.js';

/** What to tell when a call failed for no rule's sake. */
const wordsFor = (error: unknown): { heading: string; text: string } => {
  const failure = error as Partial<PortalError> & { retryAfterSeconds?: number };
  switch (failure.kind) {
    case 'unreachable':
      return {
        heading: msg('We cannot reach the portal.'),
        text: msg('Check that you are connected to the internet. Then try again.'),
      };
    case 'too-many-requests': {
      const seconds = failure.retryAfterSeconds ?? 60;
      return {
        heading: msg('That was too many tries in a short time.'),
        text: msg(str`Wait ${seconds} seconds. Then try again.`),
      };
    }
    case 'not-found':
      return {
        heading: msg('We cannot find this.'),
        text: msg('It may have been moved or taken back. Go back and try again.'),
      };
    case 'session-changed':
    case 'conflict':
      return {
        heading: msg('Something has changed in the meantime.'),
        text: msg('It may have been you in another tab, or your care team. Look at how it is now.'),
      };
    default:
      return {
        heading: msg('The portal is not working as it should.'),
        text: msg('This is our fault, not yours. Try again in a few minutes.'),
      };
  }
};

/** A failed call, in plain words, and a way to try again. */
export const failureNote = (error: unknown, onRetry?: () => void) =>
  noteView({
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
  });
