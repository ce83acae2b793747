import { ProxySwitcher } from './proxy-switcher.js';

ProxySwitcher.define();

declare global {
  interface HTMLElementTagNameMap {
    'proxy-switcher': ProxySwitcher;
  }
}
