import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createBackend } from '../../mocks/backend.js';
import { createFetch } from '../../mocks/fetch.js';
import { people } from '../../mocks/people/index.js';
import { root } from '../../scripts/project.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { expect, test } from './support/journey.js';
import { likePrototypeJs } from './support/like-prototype-js.js';
import { today } from './support/today.js';
import { password } from './support/visitor.js';

const site = 'https://clinic.example';

/** No `default` policy here: the widgets need none. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

const home = `<!doctype html>
<html lang="en">
  <head>
    <title>Clinic</title>
    <script type="module" src="/widgets/autoload.js"></script>
  </head>
  <body>
    <portal-session base-url="/api" policy="mycooper"></portal-session>
    <portal-login></portal-login>
  </body>
</html>`;

/** Beside the widgets: scripts that the site has of its own, by their paths, loaded before. */
interface Own {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly trustedTypes?: string;
}

/** A clinic's site: a page, the built widgets beside it, and a backend. Tells what is fetched, in order. */
const openSite = async (
  page: Page,
  html = home,
  { scripts = {}, trustedTypes = '' }: Own = {},
): Promise<readonly string[]> => {
  const backend = await createBackend({
    policy: mycooper,
    baseUrl: '/api',
    clock: { now: () => today },
    people: people(today),
  });
  const ask = createFetch(backend, { origin: site });
  const fetched: string[] = [];

  await page.route(`${site}/`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': contentSecurityPolicy + trustedTypes },
      body: html,
    }),
  );
  for (const [path, body] of Object.entries(scripts)) {
    await page.route(site + path, (route) =>
      route.fulfill({ contentType: 'text/javascript', body }),
    );
  }
  await page.route(`${site}/widgets/**`, async (route) => {
    const path = new URL(route.request().url()).pathname.replace('/widgets/', '');
    fetched.push(path);
    await route.fulfill({
      contentType: 'text/javascript',
      body: await readFile(join(root, 'dist/embed', path)),
    });
  });
  await page.route(`${site}/api/**`, async (route) => {
    const request = route.request();
    fetched.push(`${request.method()} ${new URL(request.url()).pathname}`);
    const response = await ask(request.url(), {
      method: request.method(),
      headers: await request.allHeaders(),
      ...(request.postData() !== null && { body: request.postData() }),
    });
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
  await page.goto(`${site}/`);
  return fetched;
};

const signIn = async (page: Page): Promise<void> => {
  await page.getByLabel('ID').fill('rosa.delgado');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('You’re signed in')).toBeVisible();
};

test('one script tag brings a page the elements it uses, and no other', async ({ page }) => {
  const fetched = await openSite(page);
  await signIn(page);
  expect(fetched.filter((path) => path.includes('test-results'))).toEqual([]);

  await page.evaluate(() => document.body.append(document.createElement('test-results')));
  await expect(page.getByRole('heading', { name: 'Test results' })).toBeVisible();
  expect(fetched.filter((path) => path.includes('test-results'))).not.toEqual([]);
  const files = fetched.filter((path) => path.endsWith('.js'));
  expect(new Set(files).size).toBe(files.length);
});

test('a page asks at once for all that it shows first, and who is signed in, each once', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const fetched = await openSite(page);
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(fetched[0]).toBe('autoload.js');
  expect(fetched.filter((each) => each.startsWith('GET'))).toEqual(['GET /api/session']);
  expect(new Set(fetched).size).toBe(fetched.length);
  // All but the autoloader, the element's own file, which it imports, and the session.
  expect(await page.locator('link[rel=modulepreload]').count()).toBe(fetched.length - 3);
  expect(errors).toEqual([]);
});

test('a page asks for what it shows of the record before the element is there, and once', async ({
  page,
}) => {
  const both = '<portal-login></portal-login><test-results></test-results>';
  const fetched = await openSite(page, home.replace('<portal-login></portal-login>', both));
  await page.getByLabel('ID').fill('rosa.delgado');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText(/^Showing \d/)).toBeVisible();

  const before = fetched.length;
  const asked = page.waitForRequest(/\/results\/search$/);
  await page.route(/\/chunks\/test-results-/, async (route) => {
    await asked;
    await route.fallback();
  });
  await page.reload();
  await expect(page.getByText(/^Showing \d/)).toBeVisible();
  const searches = fetched.slice(before).filter((each) => each.endsWith('/results/search'));
  expect(searches).toHaveLength(1);
});

test('define.js brings all elements in one file', async ({ page }) => {
  const fetched = await openSite(page, home.replace('autoload.js', 'define.js'));
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible();
  expect(await page.evaluate(() => customElements.get('secure-inbox') !== undefined)).toBe(true);
  expect(fetched.filter((path) => path.endsWith('.js'))).toEqual(['define.js']);
});

test('a page with Prototype.js has sign-in, results and renewals as ever', async ({ page }) => {
  const scripts = { '/prototype.js': `(${likePrototypeJs.toString()})();` };
  const legacy = home
    .replace('<script', '<script src="/prototype.js"></script>$&')
    .replace('</body>', '<test-results></test-results><med-renewal></med-renewal></body>');
  await openSite(page, legacy, { scripts });
  await signIn(page);
  const results = page.locator('test-results');
  await results
    .getByRole('button', { name: /^Cholesterol panel/ })
    .first()
    .click();
  await expect(results.getByRole('heading', { name: /^Cholesterol panel/ })).toBeVisible();
  await results
    .getByRole('button', { name: /over time/ })
    .first()
    .click();
  await expect(results.getByRole('heading', { name: /over time/ })).toBeVisible();
  await expect(results.locator('[part=chart]')).toBeVisible();
  const medications = page.locator('med-renewal');
  await medications
    .getByRole('button', { name: /^Request a renewal/ })
    .first()
    .click();
  await medications.getByLabel('Refills', { exact: true }).selectOption('2');
});

test.describe('beside a Lit of the page’s own', () => {
  test.use({ tolerated: /TrustedTypePolicy|trusted-types|#not-loaded/ });

  const open = async (page: Page, trustedTypes: string) => {
    const told: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('troubleshooting.md')) told.push(message.text());
    });
    const lit = await readFile(join(root, 'node_modules/lit-html/lit-html.js'), 'utf8');
    const withLit = home.replace('<script', '<script type="module" src="/lit.js"></script>$&');
    await openSite(page, withLit, { scripts: { '/lit.js': lit }, trustedTypes });
    return told;
  };

  test('one message says why nothing loads where the page lets a policy be made once', async ({
    page,
  }) => {
    const told = await open(page, '');
    await expect(page.locator('portal-login')).toContainText('Please reload the page.');
    await expect(page.locator('portal-session')).toContainText('Please reload the page.');
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('docs/troubleshooting.md#not-loaded');
    expect(told[0]).toContain('TrustedTypePolicy');
  });

  test('all works with allow-duplicates', async ({ page }) => {
    const told = await open(page, " 'allow-duplicates'");
    await signIn(page);
    expect(told).toEqual([]);
  });
});
