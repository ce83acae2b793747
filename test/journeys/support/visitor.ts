import type { Locator, Page } from './journey.js';
import { storedData, storedVersion, type PolicyName } from './stored-data.js';

/** Password of everyone in the demo. */
export const password = 'Garden-gate-7';

/** Written by the backend of a page that was there before this one. */
const store = async ({ data, version }: { data: string; version: string }): Promise<void> => {
  const earlier = await indexedDB.databases();
  if (earlier.length > 0)
    throw new Error('A journey arrives once, and before it does anything else.');
  const opening = indexedDB.open('portal-widgets', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('documents', { keyPath: ['table', 'id'] });
    opening.result.createObjectStore('changes', { keyPath: 'seq' });
    opening.result.createObjectStore('state');
  };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => {
      resolve(opening.result);
    };
    opening.onerror = () => {
      reject(new Error('The data of the demo cannot be stored.'));
    };
  });
  const writing = database.transaction(['documents', 'state'], 'readwrite');
  const documents = writing.objectStore('documents');
  for (const document of JSON.parse(data) as unknown[]) documents.put(document);
  writing.objectStore('state').put({ epoch: 'before', seq: 0, version }, 'current');
  await new Promise<void>((resolve, reject) => {
    writing.oncomplete = () => {
      resolve();
    };
    writing.onabort = () => {
      reject(new Error('The data of the demo cannot be stored.'));
    };
  });
  database.close();
};

/** What was done in a browser before somebody comes to the demo. */
export interface Before {
  /** Put in force at the desk. Default: MyChart. */
  readonly policy?: PolicyName;
  /** Who has just signed in. Default: nobody. */
  readonly username?: string;
}

/**
 * Opens a page of the demo in a browser where somebody was before: no seeding, no form. A journey that
 * begins without this one sees the demo for the first time.
 */
export const arrive = async (
  page: Page,
  path: string,
  { policy = 'MyChart', username }: Before = {},
): Promise<void> => {
  await page.goto('/favicon.svg'); // of the demo's origin, and without a script
  await page.evaluate(store, { data: await storedData(policy, username), version: storedVersion });
  await page.goto(path);
};

/** Fills in the sign-in form and sends it. */
export const trySignIn = async (
  page: Page,
  username: string,
  typedPassword = password,
): Promise<void> => {
  await page.getByLabel(/^(ID|Username|Member name)$/).fill(username);
  await page.getByLabel('Password', { exact: true }).fill(typedPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

/** Chooses a password in place of a one-time one. */
export const choosePassword = async (page: Page): Promise<void> => {
  await page.getByLabel('New password', { exact: true }).fill('ferry over calm water');
  await page.getByRole('button', { name: 'Save my new password' }).click();
};

/** Signs in on the home page and waits for the page after it. */
export const signIn = async (page: Page, username: string): Promise<void> => {
  await page.goto('/');
  await trySignIn(page, username);
  await page.waitForURL('**/my-health.html');
};

/** The button in the header of every page: there while somebody is signed in. */
export const signOutButton = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: 'Sign out' });

/** Signs out, and goes to the home page. */
export const signOut = async (page: Page): Promise<void> => {
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'DELETE' && response.url().endsWith('/session'),
  );
  await signOutButton(page).click();
  await answered; // a page that is left takes its requests with it
  await page.goto('/');
};

/** Everything that stands in the page, in its shadow roots too. */
export const wholeHtml = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const htmlOf = (root: Element | ShadowRoot): string =>
      [
        root instanceof Element ? root.outerHTML : root.innerHTML,
        ...[...root.querySelectorAll('*')].map((element) =>
          element.shadowRoot ? htmlOf(element.shadowRoot) : '',
        ),
      ].join('\n');
    return htmlOf(document.documentElement);
  });
