import { html, nothing } from 'lit';
import type { Subject } from '../contract/account/session.js';
import { msg, str } from '../locales/localize.js';

/**
 * Whose record it is, as long as it is somebody else's (`proxy.own-login`), and whether one may look only:
 * each widget says it, on paper too.
 */
export const actingForView = ({ relationship, displayName, access }: Subject) =>
  relationship === 'self'
    ? nothing
    : html`<p class="pw-acting-for" part="acting-for">
        <strong>${msg(str`You are in the record of ${displayName}.`)}</strong>
        ${access === 'view' ? msg('You can look at it, and not send or change anything.') : nothing}
      </p>`;
