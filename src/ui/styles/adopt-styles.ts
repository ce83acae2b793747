const adopted = new WeakMap<Document | ShadowRoot, Set<string>>();

/**
 * Gives styles to the document or shadow root in which a light-DOM widget stands, once for each, as
 * a constructed style sheet: a strict Content-Security-Policy allows no `<style>`.
 */
export const adoptStyles = (widget: HTMLElement, styles: string): void => {
  const root = widget.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  const known = adopted.get(root) ?? new Set();
  if (known.has(styles)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  // First, so that the page's own style sheets win.
  root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
  adopted.set(root, known.add(styles));
};
