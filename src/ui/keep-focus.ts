/** The custom element in whose shadow root, or light DOM, something stands. */
const elementAround = (node: Element): Element | undefined => {
  for (let around: Element | null = node; around; around = around.parentElement) {
    if (around.localName.includes('-')) return around;
  }
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
};

const landmark = '[part~="note"], [part~="heading"], h2, h3, h4, summary';

/** The first that is there for everybody: what is hidden takes no focus. */
const landmarkIn = (area: ParentNode): HTMLElement | undefined =>
  [...area.querySelectorAll<HTMLElement>(landmark)].find((each) => each.checkVisibility());

/**
 * Keeps the focus in the element of a button that is about to be replaced by what it asks for: "Try again",
 * which goes away with the failure. Wherever that would drop the focus onto the page, it goes to the note or
 * heading nearest to where the button was. It ends with the next thing that the person does.
 */
export const keepFocus = (button: EventTarget | null | undefined): void => {
  if (!button || !(button instanceof Element)) return;
  const element = elementAround(button);
  if (!element) return;
  const root = element.shadowRoot ?? element;
  const area = button.closest('section, details, dialog');
  const take = () => {
    const focused = document.activeElement;
    if (focused && focused !== document.body) return;
    const near = area?.isConnected ? landmarkIn(area) : undefined;
    const target = near ?? landmarkIn(root) ?? root.querySelector<HTMLElement>('*');
    if (!target) return;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus();
  };
  const watch = new MutationObserver(take);
  const acted = new AbortController();
  const end = () => {
    watch.disconnect();
    acted.abort();
  };
  watch.observe(root, { childList: true, subtree: true });
  const options = { signal: acted.signal, capture: true };
  for (const type of ['keydown', 'pointerdown']) addEventListener(type, end, options);
};

/** Does the same where what has the focus is replaced by a note, without anybody having pressed anything. */
export const keepFocusIn = (host: HTMLElement): void => {
  const focused = host.shadowRoot ? host.shadowRoot.activeElement : host.querySelector(':focus');
  if (focused && !focused.closest('[part~="note"]')) keepFocus(focused);
};
