/**
 * The elements in markup of Svelte 5. Somewhere in your code, once:
 *
 *     import type {} from 'portal-widgets/types/svelte';
 *
 * A listener is `on` and the whole name of its event: `onportal-session-ended={…}`.
 */
import type { HTMLAttributes } from 'svelte/elements';
import type { Listeners, PortalElement, PortalElements, Settings } from './elements.js';

type Props<E extends PortalElement> = HTMLAttributes<E['element']> &
  Settings<E> &
  Listeners<'on', E['events']>;

type Elements = { [Tag in keyof PortalElements]: Props<PortalElements[Tag]> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
