import { SecureInbox } from './secure-inbox.js';

SecureInbox.define();

declare global {
  interface HTMLElementTagNameMap {
    'secure-inbox': SecureInbox;
  }
}
