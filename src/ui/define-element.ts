import type { LitElement } from 'lit';
import { watchLinks } from './host/navigate.js';

/** Makes an element look right on dark pages that do not say so; see there. */
const followPage = (element: HTMLElement): void => {
  import('./styles/page-scheme.js').then(
    ({ followTextColor }) => {
      followTextColor(element);
    },
    () => undefined, // as the page says, then
  );
};

/**
 * Registers an element under a tag, once. A class may be registered under one tag only, so a second
 * tag gets a subclass of its own.
 */
export const defineElement = (
  element: new () => LitElement,
  tag: string,
  registry: CustomElementRegistry,
): void => {
  const known = registry.get(tag);
  if (!known) {
    registry.define(
      tag,
      class extends element {
        override connectedCallback() {
          super.connectedCallback();
          followPage(this);
          watchLinks(this.renderRoot);
        }
      },
    );
  } else if (!(known.prototype instanceof element)) {
    console.warn(`portal-widgets: <${tag}> is taken.`);
  }
};
