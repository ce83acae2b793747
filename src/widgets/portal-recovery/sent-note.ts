import { html } from 'lit';
import type { NextStep } from '../../contract/problems.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { nextStepView } from '../../ui/next-step.js';
import { noteView } from '../../ui/note.js';
import { openingHours } from '../../ui/words/opening-hours.js';

/**
 * An e-mail is on its way, if there is somebody to send it to: nobody who reads this gets to know.
 * @param next what to do if none comes
 */
export const sentNote = (
  heading: string,
  next: readonly NextStep[],
  { policy, locale }: PortalContext,
) =>
  noteView({
    heading,
    text: msg('It can take a few minutes. Check your spam folder, too.'),
    steps: [
      html`${msg('Already asked? Use the latest email. We only send a few per hour.')}`,
      html`${msg('No email? We may have a different address for you, or none.')}`,
      ...next
        .map((step) => nextStepView(step, { policy, locale }))
        .filter((step) => step !== undefined),
      html`${openingHours(policy.calendar, locale)}`,
    ],
  });
