import { html } from 'lit';
import type { NextAction } from '../../contract/problems.js';
import { msg } from '../../locales/localize.js';
import type { PortalPolicy } from '../../policy/portal-policy.js';
import type { PortalContext } from '../../session/portal-context.js';
import { nextStepView } from '../../ui/next-step.js';
import { openingHours } from '../../ui/words/opening-hours.js';

/** Who helps on the phone with a forgotten password, and with an account that no link unlocks. */
export const passwordByPhone = (context: PortalContext) => {
  const { password, login, calendar } = context.policy;
  const steps = (actions: readonly NextAction[]) =>
    actions.map((action) => html`<p>${nextStepView({ action }, context)}</p>`);
  return html`
    ${password.resetBy.includes('support-line') ? steps(['call-support-line']) : ''}
    ${
      password.lockedReset
        ? ''
        : html`
            <p>${msg('You can’t set a new password online for a locked account.')}</p>
            ${steps(login.unlock.flatMap((way) => callsOf[way]))}
            <p>${openingHours(calendar, context.locale)}</p>
          `
    }
  `;
};

/** Whom to call to have an account unlocked. */
const callsOf: Readonly<Record<PortalPolicy['login']['unlock'][number], readonly NextAction[]>> = {
  office: ['call-office'],
  'support-line': ['call-support-line'],
  'reset-link': [],
};
