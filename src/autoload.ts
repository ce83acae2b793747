import type { LitElement } from 'lit';

/**
 * Looks which elements the page uses and fetches just those; also what is added to the page later.
 * One script tag is all that a page needs.
 */
const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'family-access': () => import('./widgets/family-access/define.js'),
  'health-summary': () => import('./widgets/health-summary/define.js'),
  'med-renewal': () => import('./widgets/med-renewal/define.js'),
  'portal-appointments': () => import('./widgets/portal-appointments/define.js'),
  'portal-faq': () => import('./widgets/portal-faq/define.js'),
  'portal-help': () => import('./widgets/portal-help/define.js'),
  'portal-demographics': () => import('./widgets/portal-demographics/define.js'),
  'portal-login': () => import('./widgets/portal-login/define.js'),
  'portal-preferences': () => import('./widgets/portal-preferences/define.js'),
  'portal-recovery': () => import('./widgets/portal-recovery/define.js'),
  'portal-session': () => import('./widgets/portal-session/define.js'),
  'portal-signup': () => import('./widgets/portal-signup/define.js'),
  'proxy-switcher': () => import('./widgets/proxy-switcher/define.js'),
  'secure-inbox': () => import('./widgets/secure-inbox/define.js'),
  'test-results': () => import('./widgets/test-results/define.js'),
};

const tags = Object.keys(loaders).join();

const load = (element: Element) => {
  const loader = loaders[element.localName];
  if (loader && !customElements.get(element.localName)) {
    loader().catch((error: unknown) => {
      console.error(`portal-widgets: <${element.localName}> could not be loaded.`, error);
    });
  }
};

const loadAll = (root: Element) => {
  load(root);
  root.querySelectorAll(tags).forEach(load);
};

loadAll(document.documentElement);
new MutationObserver((records) => {
  for (const record of records) {
    for (const node of record.addedNodes) {
      if (node instanceof Element) loadAll(node);
    }
  }
}).observe(document.documentElement, { childList: true, subtree: true });

/** The page's language is another now: what has none of its own follows. */
new MutationObserver(() => {
  for (const element of document.querySelectorAll<
    Element & { requestUpdate?: LitElement['requestUpdate'] }
  >(tags)) {
    element.requestUpdate?.('locale', null);
  }
}).observe(document.documentElement, { attributeFilter: ['lang'] });

/** A module, though nothing is exported: pages and scripts may import it. */
export {};
