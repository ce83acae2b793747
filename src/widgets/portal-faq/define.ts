import { PortalFaq } from './portal-faq.js';

PortalFaq.define();

declare global {
  interface HTMLElementTagNameMap {
    'portal-faq': PortalFaq;
  }
}
