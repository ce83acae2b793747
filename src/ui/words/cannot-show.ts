import { html } from 'lit';
import { msg } from '../../locales/localize.js';
import type { SetupFault } from '../../shape/setup-problem.js';
import { callLink } from '../call-link.js';
import { keepFocus } from '../keep-focus.js';
import { noteView } from '../note.js';

/**
 * In place of an element that cannot work as the page is set up: no form that would take what goes nowhere. Fetched
 * only then.
 */
export const cannotShowView = ({ phone, onRetry }: SetupFault) =>
  noteView({
    heading: msg('We can’t show this here.'),
    text:
      phone === undefined
        ? msg('Please call us.')
        : html`${msg('Please call us:')} ${callLink(phone)}`,
    tone: 'danger',
    steps: onRetry ? [tryAgain(onRetry)] : [],
  });

const tryAgain = (onRetry: () => void) => html`
  <button
    type="button"
    @click=${(event: Event) => {
      keepFocus(event.currentTarget);
      onRetry();
    }}
  >
    ${msg('Try again')}
  </button>
`;
