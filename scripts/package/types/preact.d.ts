/**
 * The elements in JSX of Preact. Somewhere in your code, once:
 *
 *     import type {} from 'portal-widgets/types/preact';
 *
 * A listener is `on` and the whole name of its event: `onportal-session-ended={…}`.
 */
import type { HTMLAttributes } from 'preact';
import type { Listeners, PortalElement, PortalElements, Settings } from './elements.js';

type Props<E extends PortalElement> = HTMLAttributes<E['element']> &
  Settings<E> &
  Listeners<'on', E['events']>;

type Elements = { [Tag in keyof PortalElements]: Props<PortalElements[Tag]> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
