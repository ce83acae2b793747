import type { PortalContext } from '../../session/portal-context.js';

const hides = '--_whose-record';
const sayers = new WeakMap<HTMLElement, Set<HTMLElement>>();

/** The element that gives the session to a widget: a `<portal-session>` around it, or the page. */
const scopeOf = (widget: HTMLElement, context: PortalContext): HTMLElement => {
  for (let around: Node | null = widget; around;) {
    if ((around as Partial<{ context: unknown }>).context === context) return around as HTMLElement;
    around = around instanceof ShadowRoot ? around.host : around.parentNode;
  }
  return document.documentElement;
};

/**
 * Tells the other widgets of a session that whose record is open stands on the screen already (`actingForView`).
 * @returns what takes it back
 */
export const sayHere = (widget: HTMLElement, context: PortalContext): (() => void) => {
  const scope = scopeOf(widget, context);
  const here = sayers.get(scope) ?? new Set();
  sayers.set(scope, here.add(widget));
  scope.style.setProperty(hides, 'none');
  return () => {
    here.delete(widget);
    if (here.size === 0) scope.style.removeProperty(hides);
  };
};
