import { expect, type Locator, type Page } from './journey.js';

/** Password of everyone in the demo. */
export const password = 'Garden-gate-7';

/** Puts another policy in force at the desk, and goes to the sign-in page. */
export const choosePolicy = async (page: Page, name: 'MyChart' | 'myCooper'): Promise<void> => {
  await page.goto('/desk.html');
  const preset = page.getByRole('radio', { name, exact: true });
  if (!(await preset.isChecked())) {
    await preset.check();
    await expect(page.getByRole('status')).toHaveText(`In force now: the policy of ${name}.`);
  }
  await page.goto('/');
  await expect(page.getByRole('heading', { name: `Sign in to ${name}` })).toBeVisible();
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
