import type { LitElement } from 'lit';
import { firstView } from './first-view.js';
import type { PortalSession } from './widgets/portal-session/portal-session.js';

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

/**
 * Fetches all that an element needs for what it shows first, at once: otherwise each file would be asked for
 * only when another names it.
 */
const preload = (name: string) => {
  for (const file of firstView[name] ?? []) {
    if (preloaded.has(file)) continue;
    preloaded.add(file);
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
    link.href = new URL(file, import.meta.url).href;
    document.head.append(link);
  }
};
const preloaded = new Set<string>();

/**
 * Asks the backend who is signed in, while the code that waits for the answer is on its way. Encrypted, as all
 * requests are (`session.encrypted`); what is no address is told by the element.
 */
const askWho = (session: Element & Partial<Pick<PortalSession, 'fetch' | 'early'>>) => {
  const baseUrl = session.getAttribute('base-url');
  if (session.fetch || baseUrl === null || !URL.canParse(baseUrl, document.baseURI)) return;
  const { origin, pathname, protocol } = new URL(baseUrl, document.baseURI);
  const address = `${origin}${pathname.replace(/\/$/, '')}/session`;
  const isEncrypted = protocol === 'https:' || origin === location.origin;
  if (!isEncrypted || !isSecureContext || asked.has(address)) return;
  asked.add(address);
  session.early = fetch(address, {
    headers: { Accept: 'application/json' },
    credentials: 'include',
    cache: 'no-store',
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
  }).then((response) => ({ response, at: Date.now() }));
  session.early.catch(() => undefined); // the element asks again, and tells
};
const asked = new Set<string>();

const load = (element: Element) => {
  const tag = element.localName;
  const loader = loaders[tag];
  if (!loader || customElements.get(tag)) return;
  const language = (element.getAttribute('locale') || document.documentElement.lang).slice(0, 2);
  if (tag === 'portal-session') askWho(element);
  preload(tag);
  preload(`${tag} ${language}`);
  loader().catch((error: unknown) => {
    console.error(`portal-widgets: <${tag}> could not be loaded.`, error);
  });
};

const loadAll = (root: Element) => {
  load(root);
  root.querySelectorAll(tags).forEach(load);
};

/** The page's language is another now: what has none of its own follows. */
const followLanguage = () => {
  for (const element of document.querySelectorAll<
    Element & { requestUpdate?: LitElement['requestUpdate'] }
  >(tags)) {
    element.requestUpdate?.('locale', null);
  }
};

/** @param page absent where a server imports this for a page that it renders: the browser looks at it later */
const watch = (page: Document | undefined) => {
  if (!page) return;
  loadAll(page.documentElement);
  new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) {
        if (node instanceof Element) loadAll(node);
      }
    }
  }).observe(page.documentElement, { childList: true, subtree: true });
  new MutationObserver(followLanguage).observe(page.documentElement, { attributeFilter: ['lang'] });
};

watch(globalThis.document);

/** A module, though nothing is exported: pages and scripts may import it. */
export {};
