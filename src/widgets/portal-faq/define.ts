import { PortalFaq } from './portal-faq.js';

export type * from './portal-faq.events.js';

PortalFaq.define();

declare global {
  interface HTMLElementTagNameMap {
    'portal-faq': PortalFaq;
  }
}
