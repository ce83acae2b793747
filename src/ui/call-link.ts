import { html } from 'lit';

/** A phone number that a phone can call, with its extension if it has one (RFC 3966, 3). */
export const callLink = (phone: string) =>
  html`<a href="tel:${phone.replace(' ext. ', ';ext=').replace(/[^\d+;=ext]/g, '')}">${phone}</a>`;
