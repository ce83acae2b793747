// Addresses that come from outside: from attributes, a policy or a backend. Every link and every page
// gone to passes through here.
import { tellAuthor } from './setup-problem.js';

/** Where an address is followed from. */
export interface Page {
  /** What relative addresses are relative to. */
  readonly base: string;
  /** The page's own origin. A `<base>` may name another. */
  readonly origin: string;
}

const thisPage = (): Page => ({ base: document.baseURI, origin: self.origin });

/**
 * The address as it was given, if a page may lead there: http or https, nobody's username in it, and of
 * the page's own origin or an allowed one. Undefined: it may not, or there is none.
 * @param allowed other origins, as an attribute lists them (`https://a.example https://b.example`);
 *   true: any, for what leads away by its nature, such as a map
 */
export const pageHref = (
  given: string | null | undefined,
  allowed: string | true = '',
  page: Page = thisPage(),
): string | undefined => {
  if (given === null || given === undefined) return undefined;
  const url = parsed(given, page.base);
  const isFit =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.username + url.password === '' &&
    (allowed === true || url.origin === page.origin || originsIn(allowed).includes(url.origin));
  if (isFit) return given;
  tell(url);
  return undefined;
};

const parsed = (address: string, base?: string): URL | undefined => {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
};

/** What is no address of a site lists nothing: neither `*` nor `data:` opens the page to all. */
const originsIn = (list: string): string[] =>
  list
    .split(/\s+/)
    .map((entry) => parsed(entry)?.origin ?? '')
    .filter((origin) => /^https?:/.test(origin));

/** Paths and queries may carry what is nobody's business. */
const tell = (url: URL | undefined): void => {
  const where = url ? (url.host ? `${url.protocol}//${url.host}` : url.protocol) : 'no address';
  tellAuthor('link-left-out', 'portal-widgets', where);
};
