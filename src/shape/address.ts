// Addresses that come from outside: from attributes, a policy or a backend. Every link and every page
// gone to passes through here.

/** Where an address is followed from. */
export interface Page {
  /** What relative addresses are relative to. */
  readonly base: string;
  /** The page's own origin. A `<base>` may name another. */
  readonly origin: string;
}

const thisPage = (): Page => ({ base: document.baseURI, origin: self.origin });

const told = new Set<string>();

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
  warn(url);
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

/** Tells the page's author, once. Paths and queries may carry what is nobody's business. */
const warn = (url: URL | undefined): void => {
  const where = url ? (url.host ? `${url.protocol}//${url.host}` : url.protocol) : 'no address';
  if (told.has(where)) return;
  told.add(where);
  console.warn(
    `portal-widgets: a link was left out (${where}). Links lead to pages of this site by http or https; other sites are named in allowed-origins.`,
  );
};

/**
 * What makes a phone call a number, with its extension if it has one (RFC 3966, 3): `856-555-0100 ext. 12`;
 * undefined where there are no digits to call.
 */
export const telHref = (phone: string): string | undefined => {
  const [number = '', extension] = phone.split(/\s*ext\.?\s*/i);
  const digits = number.replace(/\D/g, '');
  if (digits.length < 2) return undefined;
  const inside = extension?.replace(/\D/g, '');
  return `tel:${/^\D*\+/.test(number) ? '+' : ''}${digits}${inside ? `;ext=${inside}` : ''}`;
};

/** What opens an email to an address. Nothing in the address can add a header: `?bcc=…` is part of a name. */
export const mailHref = (email: string): string =>
  `mailto:${email.replace(/[^\w.+@-]+/g, encodedText)}`;

/** Text as a part of an address. Half of a surrogate pair has no place in one, and would throw. */
export const encodedText = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
