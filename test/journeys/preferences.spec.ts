import { expect, test, type Page } from './support/journey.js';
import { enter, tabTo } from './support/keyboard.js';
import { signIn } from './support/visitor.js';

const settings = (page: Page) => page.locator('portal-preferences');

const openSettings = async (page: Page) => {
  await page.goto('/settings.html');
  await expect(settings(page).getByText('rosa.delgado@example.com')).toBeVisible();
};

/** Opens a section's form by keyboard. */
const openForm = async (page: Page, words: string) => {
  await enter(page, settings(page).getByText(words, { exact: true }));
};

/** Replaces what stands in a field. */
const retype = async (page: Page, label: string, text: string) => {
  await tabTo(page, settings(page).getByLabel(label, { exact: true }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
};

test('the same change in two tabs: the second is told, is shown both, and loses nothing', async ({
  page,
  context,
}) => {
  await signIn(page, 'rosa.delgado');
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await openSettings(tab);
    await openForm(tab, 'Change my address or phone');
    await expect(settings(tab).getByLabel('Phone', { exact: true })).toBeVisible();
  }
  await retype(page, 'Phone', '1-555-555-0111');
  await page.keyboard.press('Enter');
  await expect(settings(page).getByText(/^Saved\./)).toBeVisible();

  await retype(other, 'Phone', '1-555-555-0122');
  await other.keyboard.press('Enter');
  const choice = settings(other).getByRole('alert');
  await expect(choice).toContainText('What you typed: 1-555-555-0122');
  await expect(choice).toContainText('On file now: 1-555-555-0111');
  await expect(settings(other).getByLabel('Phone', { exact: true })).toHaveValue('1-555-555-0122');
  await enter(other, choice.getByRole('button', { name: 'Save what I typed' }));
  await expect(settings(other).getByText(/^Saved\./)).toBeVisible();
  await page.reload();
  await expect(settings(page).getByText('1-555-555-0122')).toBeVisible();
});
