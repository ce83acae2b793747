import { html, nothing } from 'lit';
import type { Subject } from '../contract/account/session.js';
import { msg, str } from '../locales/localize.js';

/** Whose record is open, in one sentence. */
export const viewingWords = (displayName: string): string =>
  msg(str`You’re viewing ${displayName}’s record.`);

export const viewOnlyWords = (): string =>
  msg('You can see everything here, but you can’t send or change anything.');

/**
 * Whose record it is while it is somebody else's (`proxy.own-login`), and whether one may only look. Each widget says
 * it, on paper too; on screen it is hidden while a `<proxy-switcher>` of the same session shows it. As in every line
 * that must never be an old one, `textContent` replaces what a translator of the browser has made of the words.
 */
export const actingForView = ({ relationship, displayName, access }: Subject) =>
  relationship === 'self'
    ? nothing
    : html`<p class="pw-acting-for" part="acting-for">
        <strong .textContent=${viewingWords(displayName)}></strong>
        ${access === 'view' ? viewOnlyWords() : nothing}
      </p>`;
