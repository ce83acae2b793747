import { html } from 'lit';
import { telHref } from '../shape/contact-links.js';

/** A phone number that a phone can call, with its extension if it has one (RFC 3966, 3); without digits, what stands there instead of one. */
export const callLink = (phone: string) => {
  const href = telHref(phone);
  return href === undefined ? html`${phone}` : html`<a href=${href}>${phone}</a>`;
};
