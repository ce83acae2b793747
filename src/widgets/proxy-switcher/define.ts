import { ProxySwitcher } from './proxy-switcher.js';

export type * from './proxy-switcher.events.js';

ProxySwitcher.define();

declare global {
  interface HTMLElementTagNameMap {
    'proxy-switcher': ProxySwitcher;
  }
}
