import { version } from './version.js';

/** Where each problem is explained at length. */
const guide = 'portal-widgets docs/troubleshooting.md';

/** A problem in words: what it is, and how to mend it. */
interface Words {
  readonly level: 'error' | 'warn';
  readonly say: (detail: string) => string;
}

const error = (say: Words['say']): Words => ({ level: 'error', say });
const warning = (say: Words['say']): Words => ({ level: 'warn', say });

/** What can be wrong with how a page is set up; `docs/troubleshooting.md` has an entry for each. */
export const problems = {
  'attribute-value': warning((detail) => `${detail}. The default is used.`),
  'base-url-invalid': error((detail) => `${detail} is not a web address.`),
  'base-url-missing': error(
    () => 'has no base-url. Say where the backend is: base-url="https://portal.example.org/api".',
  ),
  'cookie-not-returned': error(
    (detail) =>
      `got no session cookie with a request${detail && ` (${detail})`}, though cookies are on. ${
        globalThis.top !== globalThis.self
          ? 'This page is in a frame: in one of another site, browsers send no SameSite=Lax cookie. Open the page by itself.'
          : 'The cookie is SameSite=Lax: serve the backend from the same site as this page.'
      }`,
  ),
  'less-sharing': warning(
    () => 'lets tabs share or keep less: this browser blocks BroadcastChannel or sessionStorage.',
  ),
  'link-left-out': warning(
    (detail) =>
      `left out a link (${detail}). Links lead to pages of this site by http or https; name other sites in allowed-origins.`,
  ),
  'locale-unknown': warning(
    (detail) =>
      `has the locale "${detail}", which the elements do not know: they show English. Write en, es or es-US, or call registerTranslation before the elements are defined.`,
  ),
  'no-session': error(() =>
    document.querySelector('portal-session:not(:defined)')
      ? 'waits for <portal-session>, which is on this page but was never defined. Load its script.'
      : 'needs a <portal-session>, and this page has none. Add one: <portal-session base-url="…" policy="…">.',
  ),
  'not-encrypted': error((detail) => `${detail} is not encrypted: use https.`),
  'not-loaded': error(
    (detail) =>
      `could not load a part of itself (${detail}). Reload the page; after a new release, keep the files of the one before for a while.`,
  ),
  'policy-invalid': error((detail) => detail),
  'policy-missing': error((detail) => detail),
  'policy-not-found': error((detail) => detail),
  'tag-taken': warning(
    () =>
      'is taken by another class. Give this element another name: TestResults.define("acme-results").',
  ),
  'two-backends': warning(
    (detail) =>
      `has another backend than the first one on this page (${detail}). Elements outside both use the first.`,
  ),
  'two-copies': warning(
    (detail) =>
      `is on this page in two versions (${detail}). Load one: which of them an element uses is left to chance.`,
  ),
  'two-languages': warning(
    (detail) =>
      `has another locale than the first one on this page (${detail}). A page speaks one language: the last one set.`,
  ),
  'wrong-backend': error(
    (detail) =>
      `got no answer that a portal backend gives (${detail}). Check base-url: GET base-url/session must answer as in openapi.json.`,
  ),
} satisfies Record<string, Words>;

export type SetupProblem = keyof typeof problems;

/** Several copies of this library write each once, too. */
const writtenOnPage = Symbol.for('portal-widgets.written');

/** Of which one message says it for the whole page, whatever the element. */
const wholePage: readonly SetupProblem[] = ['no-session', 'two-copies'];

/** Writes a problem to the console, unless it has been written there before. */
export const write = (found: SetupProblem, where: string, detail: string): void => {
  const [problem, value] = found === 'tag-taken' ? whoHas(where) : [found, detail];
  if (!problem) return;
  const { level, say } = problems[problem];
  const text = `${where || elementsWith(detail)} ${say(value)}\nSee ${guide}#${problem}`;
  const key = wholePage.includes(problem) ? problem : text;
  const page = globalThis as Record<symbol, Set<string> | undefined>;
  const written = (page[writtenOnPage] ??= new Set());
  if (written.has(key)) return;
  written.add(key);
  if (level === 'warn') console.warn(text);
  else console.error(text);
};

/** A tag that another copy of this library has is the same element, unless the versions differ. */
const whoHas = (where: string): [problem: SetupProblem | undefined, detail: string] => {
  const known = customElements.get(where.slice(1, -1)) as { portalWidgets?: string } | undefined;
  const other = known?.portalWidgets;
  if (other === undefined) return ['tag-taken', ''];
  return [other === version ? undefined : 'two-copies', `${other}, ${version}`];
};

/** The elements whose `heading-level` cannot be: what makes headings does not know them. */
const elementsWith = (detail: string): string => {
  const [attribute = ''] = detail.split(' ');
  const wrong = [...document.querySelectorAll(`[${attribute}]`)].filter(
    (element) => !/^[2-4]$/.test(element.getAttribute(attribute) ?? ''),
  );
  return wrong.map(({ localName }) => `<${localName}>`).join(', ') || 'portal-widgets';
};
