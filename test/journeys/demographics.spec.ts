import { expect, test, type Page } from './support/journey.js';
import { enter, tabTo } from './support/keyboard.js';
import { arrive } from './support/visitor.js';

const widgetIn = (page: Page) => page.locator('portal-demographics');
const button = (page: Page, name: string) => widgetIn(page).getByRole('button', { name });

const openSettings = async (page: Page, username: string) => {
  await arrive(page, '/settings.html', { policy: 'myCooper', username });
  await expect(widgetIn(page).getByRole('heading', { name: 'Race and ethnicity' })).toBeVisible();
};

test('Mina answers for the first time, by keyboard alone', async ({ page }) => {
  await openSettings(page, 'mina.park');
  await expect(widgetIn(page)).toContainText('New Jersey requires hospitals to ask every patient.');
  await tabTo(page, page.getByLabel('Asian', { exact: true }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByLabel('White', { exact: true }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByLabel('In your own words (optional)'));
  await page.keyboard.type('Korean and Irish');
  await enter(page, button(page, 'Save answer'));
  await expect(widgetIn(page).getByRole('heading', { name: 'Race and ethnicity' })).toBeFocused();
  await expect(widgetIn(page)).toContainText('Asian and White');
  await page.reload();
  await expect(widgetIn(page)).toContainText('Korean and Irish');
});

test('two tabs: what the other has saved is shown, and never overwritten unasked', async ({
  page,
  context,
}) => {
  await openSettings(page, 'mina.park');
  const other = await context.newPage();
  await other.goto('/settings.html');
  await other.getByLabel('White', { exact: true }).check();
  await button(other, 'Save answer').click();
  await expect(widgetIn(other)).toContainText('Answer saved.');

  await page.getByLabel('Asian', { exact: true }).check();
  await button(page, 'Save answer').click();
  const conflict = widgetIn(page).getByRole('alert').filter({ hasText: 'Another answer' });
  await expect(conflict).toBeFocused();
  await expect(conflict).toContainText('Yours: Asian');
  await expect(conflict).toContainText(/Saved on .*: White/);
  await other.reload();
  await expect(widgetIn(other)).toContainText('White');

  await conflict.getByRole('button', { name: 'Save mine' }).click();
  await expect(widgetIn(page)).toContainText('Answer saved.');
  await other.reload();
  await expect(widgetIn(other)).toContainText('Asian');
  await expect(widgetIn(other)).not.toContainText('White');
});
