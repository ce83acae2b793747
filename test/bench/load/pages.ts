/** The pages that the bench of loading compares, each with what a person waits for. */

export interface LoadPage {
  readonly name: string;
  /** What stands in the body, and which scripts it needs. */
  readonly body: string;
  readonly script?: string;
  /** Elements whose first files stand in the head (`first-view.json`). */
  readonly preloads?: readonly string[];
  /** Whether somebody is signed in. */
  readonly signedIn: boolean;
  /**
   * Tells, in the page, what is waited for: an element that a selector finds, in the shadow root of another if
   * there are two.
   */
  readonly until: readonly [string] | readonly [host: string, inside: string];
  /** The page that it is compared with. */
  readonly against?: 'React form' | 'React table';
  /** The ratio of medians that may not be exceeded. */
  readonly limit?: number;
}

const session =
  '<portal-session base-url="/api" policy="mycooper" faq-href="/faq"></portal-session>';
/** Where the page goes on: what moves when something above it grows. */
const below = '<p>Below it, the page goes on.</p>';
const autoload = '/embed/autoload.js';

const record = (
  name: string,
  element: string,
  inside: string,
  { limit = 0.95, switcher = true } = {},
): LoadPage => ({
  name,
  body: `${session}${switcher ? '<proxy-switcher></proxy-switcher>' : ''}<${element}></${element}>${below}`,
  script: autoload,
  signedIn: switcher,
  until: [element, inside],
  against: 'React table',
  limit,
});

const login = `${session}<portal-login></portal-login>${below}`;

const plainForm = `<form action="/sign-in" method="post">
  <p><label for="username">Username</label><input id="username" name="username" required></p>
  <p><label for="password">Password</label><input id="password" name="password" type="password" required></p>
  <button>Sign in</button>
</form>`;

export const loadPages: readonly LoadPage[] = [
  { name: 'plain form', body: plainForm + below, signedIn: false, until: ['form button'] },
  {
    name: 'React form',
    body: `<div id="form"></div>${below}`,
    script: '/react/form.js',
    signedIn: false,
    until: ['form button'],
  },
  {
    name: 'portal-login, autoload',
    body: login,
    script: autoload,
    signedIn: false,
    until: ['portal-login form button[type=submit]'],
    against: 'React form',
    limit: 0.9,
  },
  {
    name: 'portal-login, preloaded',
    body: login,
    script: autoload,
    preloads: ['portal-session', 'portal-login'],
    signedIn: false,
    until: ['portal-login form button[type=submit]'],
    against: 'React form',
    limit: 0.9,
  },
  {
    name: 'portal-login, define.js',
    body: login,
    script: '/embed/define.js',
    signedIn: false,
    until: ['portal-login form button[type=submit]'],
    against: 'React form',
  },
  {
    name: 'portal-login, Vite app',
    body: login,
    script: '/vite/login.js',
    signedIn: false,
    until: ['portal-login form button[type=submit]'],
    against: 'React form',
    limit: 0.7,
  },
  {
    name: 'React table',
    body: `<div id="table"></div>${below}`,
    script: '/react/table.js',
    signedIn: true,
    until: ['table tr'],
  },
  record('test-results', 'test-results', '.pw-row, tbody tr', { limit: 0.9 }),
  record('med-renewal', 'med-renewal', '[part="medication"]'),
  record('secure-inbox', 'secure-inbox', '[part="threads"] li'),
  record('health-summary', 'health-summary', '[part="section"] li'),
  record('portal-faq', 'portal-faq', '[part="entry"]', { switcher: false }),
];

/** Keeps the places of elements until they are there, as "Embed it" in the README has it. */
const places = `
  portal-login { display: block; min-height: 28rem; }
  proxy-switcher:not(:defined) { display: block; min-height: 4.5rem; }
  :is(test-results, med-renewal, secure-inbox, health-summary, portal-faq):not(:defined) {
    display: block;
    min-height: 95vh;
  }`;

/**
 * A page as the server sends it.
 * @param firstView files by element, beside `autoload.js`
 */
export const documentOf = (
  { name, body, script, preloads = [] }: LoadPage,
  firstView: Readonly<Record<string, readonly string[]>>,
): string => {
  const preloaded = new Set(preloads.flatMap((tag) => firstView[tag] ?? []));
  const links = [...preloaded].map((file) => `<link rel="modulepreload" href="/embed/${file}">`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${name}</title>
    <link rel="icon" href="data:,">
    <style>${places}</style>
    ${links.join('\n    ')}
    ${script ? `<script type="module" src="${script}"></script>` : ''}
  </head>
  <body>${body}</body>
</html>`;
};
