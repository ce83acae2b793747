import { html } from 'lit';

/** A phone number that a phone can call. */
export const callLink = (phone: string) =>
  html`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>`;
