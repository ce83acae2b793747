import type { LitElement } from 'lit';
import { faults, tellAuthor, type SetupFault } from '../shape/setup-problem.js';
import { version } from '../shape/version.js';
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

let faultView: ((fault: SetupFault) => unknown) | undefined;

/** What shows in place of an element that cannot work; nothing until its words are there. */
const inPlaceOf = (element: LitElement, fault: SetupFault): unknown => {
  if (faultView) return faultView(fault);
  import('./words/cannot-show.js').then(
    ({ cannotShowView }) => {
      faultView = cannotShowView;
      element.requestUpdate();
    },
    () => undefined, // a form that works nowhere is no better
  );
  return undefined;
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
        /** By which another copy of this library knows it. */
        static readonly portalWidgets = version;

        override connectedCallback() {
          super.connectedCallback();
          followPage(this);
          watchLinks(this.renderRoot);
        }

        protected override render(): unknown {
          const fault = faults.get(this);
          return fault ? inPlaceOf(this, fault) : super.render();
        }
      },
    );
  } else if (!(known.prototype instanceof element)) tellAuthor('tag-taken', `<${tag}>`);
};
