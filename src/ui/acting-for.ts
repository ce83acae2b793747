import { html, nothing } from 'lit';
import type { Subject } from '../contract/session.js';
import { msg, str } from '../locales/localize.js';

/** Whose record it is, as long as it is somebody else's (`proxy.own-login`): each widget says it. */
export const actingForView = ({ relationship, displayName }: Subject) =>
  relationship === 'self'
    ? nothing
    : html`<p class="acting-for" part="acting-for">
        ${msg(str`You are in the record of ${displayName}.`)}
      </p>`;
