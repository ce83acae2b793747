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

/** What is done once: files preloaded, addresses asked, elements that say they are missing, errors told. */
const done = new Set<unknown>();
const isFirst = (thing: unknown) => done.size < done.add(thing).size;

/** What `early-reads` asks for. */
const readers = 'health-summary,med-renewal,secure-inbox,test-results';

/**
 * Fetches all that an element needs for what it shows first, at once: otherwise each file would be asked for
 * only when another names it.
 */
const preload = (name: string) => {
  for (const file of firstView[name] ?? []) {
    if (!isFirst(file)) continue;
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
    link.href = new URL(file, import.meta.url).href;
    document.head.append(link);
  }
};

/**
 * Asks the backend who is signed in, and then what the page shows of the record, while the code that waits for the
 * answers is on its way. Encrypted, as all requests are (`session.encrypted`); what is no address is told by the
 * element.
 */
const askWho = (
  session: Element & Partial<Pick<PortalSession, 'fetch' | 'authorize' | 'early' | 'tabStorage'>>,
) => {
  const baseUrl = session.getAttribute('base-url');
  if (session.fetch || session.authorize || !baseUrl || !URL.canParse(baseUrl, document.baseURI)) {
    return;
  }
  const { origin, pathname, protocol } = new URL(baseUrl, document.baseURI);
  const address = `${origin}${pathname.replace(/\/$/, '')}`;
  const isEncrypted = protocol === 'https:' || origin === location.origin;
  if (!isEncrypted || !isSecureContext || !isFirst(address)) return;
  const reading = document.querySelector(readers)
    ? import('./early-reads.js').catch(() => undefined)
    : undefined;
  session.early = fetch(`${address}/session`, {
    headers: { Accept: 'application/json' },
    credentials: 'include',
    cache: 'no-store',
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
  }).then(async (response) => ({
    response,
    at: Date.now(),
    reads: await (await reading)?.readEarly(response.clone(), address, session.tabStorage),
  }));
  session.early.catch(() => undefined); // the element asks again, and tells
};

const load = (element: Element) => {
  const tag = element.localName;
  const loader = loaders[tag];
  if (!loader || customElements.get(tag)) return;
  const language = (element.getAttribute('locale') || document.documentElement.lang).slice(0, 2);
  if (tag === 'portal-session') askWho(element);
  preload(tag);
  preload(`${tag} ${language}`);
  // WebKit takes a file that failed for one that has run, when it is asked for again.
  const defined = async () => {
    await loader();
    if (!customElements.get(tag)) throw Error();
  };
  // Once more after a second: a network fails, and a page that is left may have its fetches aborted. Browsers that keep the
  // failure for as long as the page is open (whatwg/html#10327 has it otherwise) fail again at once.
  defined()
    .catch(() => new Promise((resolve) => setTimeout(resolve, 1000)).then(defined))
    .catch((error: unknown) => {
      if (isFirst(element)) {
        const note = document.createElement('p');
        note.role = 'alert';
        // The words stand here, not in a file of their own: after a new release it could be missing, too.
        note.textContent =
          language === 'es'
            ? 'Esto no se pudo cargar. Vuelva a cargar la página.'
            : 'This didn’t load. Please reload the page.';
        element.prepend(note);
        void customElements.whenDefined(tag).then(() => {
          note.remove();
        });
      }
      // Elements that share a file fail for the same reason.
      if (isFirst(String(error))) {
        console.error(
          `<${tag}> could not be loaded. See portal-widgets docs/troubleshooting.md#not-loaded`,
          error,
        );
      }
    });
};

const roots: WeakRef<Element | ShadowRoot>[] = [];

/**
 * Fetches what a part of the page uses, now and later. The document is looked through by itself; a shadow root
 * is closed to that: whoever makes one with these elements inside hands it over here.
 */
export const discover = (root: Element | ShadowRoot): void => {
  const loadAll = (part: Element | ShadowRoot) => {
    if (part instanceof Element) load(part);
    part.querySelectorAll(tags).forEach(load);
  };
  loadAll(root);
  roots.push(new WeakRef(root));
  new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) {
        if (node instanceof Element) loadAll(node);
      }
    }
  }).observe(root, { childList: true, subtree: true });
};

/** The page's language is another now: what has none of its own follows. */
const followLanguage = () => {
  for (const root of roots) {
    root
      .deref()
      ?.querySelectorAll<Element & { requestUpdate?: LitElement['requestUpdate'] }>(tags)
      .forEach((element) => element.requestUpdate?.('locale', null));
  }
};

/** @param page absent where a server imports this for a page that it renders: the browser looks at it later */
const watch = (page: Document | undefined) => {
  if (!page) return;
  discover(page.documentElement);
  new MutationObserver(followLanguage).observe(page.documentElement, { attributeFilter: ['lang'] });
};

watch(globalThis.document);
