import { expect, test, type Page } from '@playwright/test';
import { openHost, type HostName } from './host.js';
import { signOutButton, trySignIn } from '../support/visitor.js';

// In one worker: the package is packed once.
test.describe.configure({ mode: 'default' });

/** Opens a site, does something there, and fails for what its scripts throw. */
const at = async (name: HostName, page: Page, visit: () => Promise<void>): Promise<void> => {
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(String(error)));
  const host = await openHost(name);
  try {
    await page.goto(host.address);
    await visit();
    expect(thrown).toEqual([]);
  } finally {
    host.close();
  }
};

const readResult = async (page: Page): Promise<void> => {
  const results = page.locator('test-results');
  await results
    .getByRole('button', { name: /^Cholesterol panel/ })
    .first()
    .click();
  await expect(results.getByRole('heading', { name: /^Cholesterol panel/ })).toBeVisible();
};

const askAboutIt = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Ask about this result' }).click();
  const inbox = page.locator('secure-inbox');
  await inbox.getByLabel('To', { exact: true }).selectOption('Elena Marsh, MD, Primary care');
  await inbox.getByLabel('Your message').fill('Is this one better than last year?');
  await inbox.getByRole('button', { name: 'Send message', exact: true }).click();
  await expect(inbox.getByText('Message sent.')).toBeVisible();
};

const renew = async (page: Page): Promise<void> => {
  const name = 'Tranexamic acid 650 mg tablet';
  const card = page
    .locator('med-renewal')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) });
  await card.getByRole('button', { name: `Request a renewal: ${name}` }).click();
  await card.getByLabel('90 days').check();
  await card.getByLabel('Refills', { exact: true }).selectOption('2');
  await card.getByLabel('No new allergies').check();
  await card.getByRole('button', { name: 'Request a renewal', exact: true }).click();
  await expect(card).toContainText('Renewal requested.');
};

const openLeosRecord = async (page: Page): Promise<void> => {
  const switcher = page.locator('proxy-switcher');
  await switcher.locator('summary').first().click();
  await switcher.getByRole('button', { name: /^Leo/ }).click();
  await expect(page.locator('test-results')).toContainText('Leo Delgado');
};

for (const name of ['script-tag', 'react'] as const) {
  test(`the example "${name}" serves a whole visit from the package`, async ({ page }) => {
    await at(name, page, async () => {
      await trySignIn(page, 'rosa.delgado');
      await expect(page.getByRole('heading', { name: 'My health' })).toBeVisible();
      await readResult(page);
      await askAboutIt(page);
      await renew(page);
      await openLeosRecord(page);
      await signOutButton(page).click();
      await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
      await expect(signOutButton(page)).toBeHidden();
    });
  });
}

test('React takes over what a server has rendered, and the form comes then', async ({ page }) => {
  await at('rendered', page, async () => {
    await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
    await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
  });
});
