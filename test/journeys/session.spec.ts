import { expect, test, type BrowserContext, type Page } from './support/journey.js';
import { arrive, signIn, signOutButton, wholeHtml } from './support/visitor.js';

const opened = (page: Page) => page.getByRole('table', { name: 'Hemoglobin A1c' });
const warning = (page: Page) => page.getByRole('dialog', { name: 'Are you still there?' });

/** Opens a result, and returns words that stand on the page only because of the record. */
const readResult = async (page: Page): Promise<readonly string[]> => {
  const list = page.locator('test-results');
  await expect(list.getByRole('rowheader').first()).toBeVisible();
  // Not `innerText`: in a tab that is not in front, rows may not be laid out.
  const names = await list.getByRole('rowheader').allTextContents();
  await page.getByRole('button', { name: 'Hemoglobin A1c' }).first().click();
  await expect(opened(page)).toBeVisible();
  const words = [...new Set(names.map((name) => name.trim())), '5.8', 'prediabetes'];
  expect(words.length).toBeGreaterThan(5);
  expect(await presentOf(words, page)).toEqual(words);
  return words;
};

const presentOf = async (words: readonly string[], page: Page) => {
  const html = await wholeHtml(page);
  return words.filter((word) => html.includes(word));
};

/** Until one of the tabs has told the backend that somebody is there. */
const keepAlive = (context: BrowserContext) =>
  context.waitForEvent('response', (response) => response.url().endsWith('/session/activity'));

const openHealth = (page: Page) => arrive(page, '/my-health.html', { username: 'rosa.delgado' });

const secondTab = async (page: Page): Promise<Page> => {
  const tab = await page.context().newPage();
  await tab.goto('/my-health.html');
  return tab;
};

test('a reload keeps the session', async ({ page }) => {
  await arrive(page, '/');
  await signIn(page, 'rosa.delgado');
  await readResult(page);
  await page.reload();
  await readResult(page);
});

test('a second tab is signed in too, and signing out in one empties the other', async ({
  page,
}) => {
  await openHealth(page);
  const other = await secondTab(page);
  const words = await readResult(other);
  await readResult(page);

  await signOutButton(page).click();

  for (const tab of [page, other]) {
    await expect(tab.locator('test-results').getByRole('link', { name: /sign in/i })).toBeVisible();
    expect(await presentOf(words, tab)).toEqual([]);
  }
  await other.reload();
  await expect(other.locator('test-results').getByRole('link', { name: /sign in/i })).toBeVisible();
});

test('signing in in one tab signs in the other', async ({ page }) => {
  await arrive(page, '/my-health.html');
  await expect(page.locator('test-results').getByRole('link', { name: /sign in/i })).toBeVisible();
  const other = await page.context().newPage();
  await signIn(other, 'rosa.delgado');
  await readResult(page);
});

test.describe('idling', () => {
  test.use({ movesClock: true });

  test('13 minutes of idling bring the warning in every tab, 15 end the session in all', async ({
    page,
    context,
  }) => {
    await openHealth(page);
    const other = await secondTab(page);
    const words = await readResult(page);
    await readResult(other);
    const tabs = [page, other];

    await context.clock.fastForward('12:00');
    for (const tab of tabs) await expect(warning(tab)).toBeHidden();
    await context.clock.fastForward('01:00');
    for (const tab of tabs) await expect(warning(tab)).toBeVisible();
    await context.clock.fastForward('02:00');
    for (const tab of tabs) {
      await expect(warning(tab)).toBeHidden();
      await expect(
        tab.locator('test-results').getByRole('link', { name: /sign in/i }),
      ).toBeVisible();
      expect(await presentOf(words, tab)).toEqual([]);
    }
    await page.reload();
    await expect(
      page.locator('test-results').getByRole('link', { name: /sign in/i }),
    ).toBeVisible();
  });

  test('"Stay signed in" in one tab ends the warning in all', async ({ page, context }) => {
    await openHealth(page);
    const other = await secondTab(page);
    await readResult(other);
    let told = keepAlive(context);
    await context.clock.fastForward('01:30');
    await told;
    await context.clock.fastForward('12:00');
    await expect(warning(other)).toBeVisible();

    told = keepAlive(context);
    await warning(page).getByRole('button', { name: 'Stay signed in' }).click();
    await told;

    for (const tab of [page, other]) await expect(warning(tab)).toBeHidden();
    await context.clock.fastForward('12:00');
    await other.reload();
    await readResult(other);
  });
});
