/**
 * The elements in JSX of Solid. Somewhere in your code, once:
 *
 *     import type {} from 'portal-widgets/types/solid';
 *
 * Solid sets properties of custom elements: `attr:page-size` is the attribute, `on:portal-session-ended` a listener.
 */
import type { JSX } from 'solid-js';
import type { Listeners, PortalElement, PortalElements, Prefixed, Settings } from './elements.js';

type Props<E extends PortalElement> = JSX.HTMLAttributes<E['element']> &
  Settings<E> &
  Prefixed<'attr:', E['attributes']> &
  Prefixed<'prop:', E['properties']> &
  Listeners<'on:', E['events']>;

type Elements = { [Tag in keyof PortalElements]: Props<PortalElements[Tag]> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
