/**
 * The elements in templates of Vue 3. Somewhere in your code, once:
 *
 *     import type {} from 'portal-widgets/types/vue';
 *
 * Vue sets what an element has as a property; `.policy="policy"` says so explicitly. Listen as usual:
 * `@portal-session-ended="…"`.
 */
import type { HTMLAttributes, ReservedProps } from 'vue';
import type { PortalElement, PortalElements, Settings } from './elements.js';

/** `portal-session-ended` → `PortalSessionEnded` */
type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

type VueListeners<Events> = {
  [Name in keyof Events & string as `on${Pascal<Name>}`]?:
    ((event: Events[Name]) => void) | undefined;
};

type Props<E extends PortalElement> = HTMLAttributes &
  ReservedProps &
  Settings<E> &
  VueListeners<E['events']>;

type Elements = { [Tag in keyof PortalElements]: new () => { $props: Props<PortalElements[Tag]> } };

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
