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
    text: msg('It takes a few minutes. Look in your spam folder, too.'),
    steps: [
      html`${msg('Asked before? Use the last email that you got. We send only a few in an hour.')}`,
      html`${msg('No email? Then we may have another address of you, or none.')}`,
      ...next
        .map((step) => nextStepView(step, { policy, locale }))
        .filter((step) => step !== undefined),
      html`${openingHours(policy.calendar, locale)}`,
    ],
  });
