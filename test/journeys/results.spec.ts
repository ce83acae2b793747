import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from './support/journey.js';
import { signIn } from './support/visitor.js';

const results = (page: Page) => page.locator('test-results');

test('June follows her potassium over the years, by keyboard, and goes back', async ({ page }) => {
  await signIn(page, 'june.whitfield');
  await page.getByRole('button', { name: 'Basic metabolic panel' }).first().click();
  await page.getByRole('button', { name: 'Potassium over time' }).click();
  await expect(page.getByRole('heading', { name: 'Potassium over time' })).toBeFocused();
  const points = page.getByRole('option');
  await expect(points).toHaveCount(100);
  await points.last().focus();
  await page.keyboard.press('ArrowLeft');
  const point = points.nth(98);
  await expect(point).toBeFocused();
  const words = (await point.getAttribute('aria-label')) ?? '';
  expect(words).toMatch(
    /^\w+ \d+, \d{4}: [\d.]+ mmol\/L\. .*Normal range: 3\.5 to 5\.3 mmol\/L\.$/,
  );
  await expect(results(page).getByText(words, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Show earlier measurements' }).click();
  await expect(points).toHaveCount(182);
  await page.getByRole('button', { name: 'Back to the result' }).click();
  await expect(page.getByRole('button', { name: 'Potassium over time' })).toBeFocused();
});

test('Rosa takes her results away as a table and for other apps', async ({ page }) => {
  await signIn(page, 'rosa.delgado');
  await results(page).getByText('Download', { exact: true }).click();
  for (const [button, name, begins] of [
    ['Table for a spreadsheet (CSV)', /^test-results-\d{4}-\d\d-\d\d\.csv$/, '\uFEFFcollected_at,'],
    ['For other health apps (FHIR R4)', /^test-results-\d{4}-\d\d-\d\d\.json$/, '{'],
  ] as const) {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(name);
    const content = await readFile(await file.path(), 'utf8');
    expect(content.startsWith(begins)).toBe(true);
    expect(content).toContain('Cholesterol panel');
    expect(content).not.toMatch(/HIV|Chlamydia|Pregnancy/);
  }
});

test('Rosa asks about a result: the page of messages opens, with nothing of it in the address', async ({
  page,
}) => {
  await signIn(page, 'rosa.delgado');
  await page.getByRole('button', { name: 'Mammogram' }).click();
  await page.getByRole('link', { name: 'Ask about this result' }).click();
  await page.waitForURL('**/messages.html*');
  expect(page.url()).not.toMatch(/mammogram/i);
});
