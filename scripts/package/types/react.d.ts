/**
 * The elements in JSX of React 19. Somewhere in your code, once:
 *
 *     import type {} from 'portal-widgets/types/react';
 *
 * A listener is `on` and the whole name of its event: `onportal-session-ended={…}`.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type {
  Listeners,
  PortalElement,
  PortalElements,
  PortalTokens,
  Settings,
} from './elements.js';

type Props<E extends PortalElement> = DetailedHTMLProps<
  HTMLAttributes<E['element']>,
  E['element']
> &
  Settings<E> &
  Listeners<'on', E['events']>;

type Elements = { [Tag in keyof PortalElements]: Props<PortalElements[Tag]> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
  interface CSSProperties extends PortalTokens {}
}
