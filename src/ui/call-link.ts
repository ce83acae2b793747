import { html } from 'lit';
import { telHref } from '../shape/address.js';

/** A phone number that a phone can call; without digits, what stands there instead of one. */
export const callLink = (phone: string) => {
  const href = telHref(phone);
  return href === undefined ? html`${phone}` : html`<a href=${href}>${phone}</a>`;
};
