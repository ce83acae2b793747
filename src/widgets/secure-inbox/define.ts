import { SecureInbox } from './secure-inbox.js';

export type * from './secure-inbox.events.js';

SecureInbox.define();

declare global {
  interface HTMLElementTagNameMap {
    'secure-inbox': SecureInbox;
  }
}
