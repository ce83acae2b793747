import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from './support/journey.js';
import { openLongRecord, rowsOf, skippedRows } from './support/long-record.js';
import { arrive, signIn } from './support/visitor.js';

const results = (page: Page) => page.locator('test-results');

/** Goes from place to place with the browser's own search, to the last one; how many there are. */
const findAll = (page: Page, words: string): Promise<number> =>
  page.evaluate((text) => {
    const search = window as unknown as { find(text: string, caseSensitive: boolean): boolean };
    window.getSelection()?.removeAllRanges();
    let places = 0;
    while (search.find(text, true)) places += 1;
    return places;
  }, words);

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
  await arrive(page, '/my-health.html', { username: 'rosa.delgado' });
  await results(page).getByText('Download', { exact: true }).click();
  for (const [button, name, begins] of [
    ['Spreadsheet (CSV)', /^test-results-\d{4}-\d\d-\d\d\.csv$/, '\uFEFFcollected_at,'],
    ['Other health apps (FHIR R4)', /^test-results-\d{4}-\d\d-\d\d\.json$/, '{'],
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
  await arrive(page, '/my-health.html', { username: 'rosa.delgado' });
  await page.getByRole('button', { name: 'Mammogram' }).click();
  await page.getByRole('link', { name: 'Ask about this result' }).click();
  await page.waitForURL('**/messages.html*');
  expect(page.url()).not.toMatch(/mammogram/i);
});

test('June finds in the page what is loaded of her long record, however far below', async ({
  page,
}) => {
  await openLongRecord(page);
  const wanted = 'Basic metabolic panel';
  const names = await rowsOf(page).locator('th').allTextContents();
  expect(names).toHaveLength(60);
  const lowest = rowsOf(page).nth(names.lastIndexOf(wanted));
  await expect(lowest).not.toBeInViewport();
  expect(await findAll(page, wanted)).toBe(names.filter((name) => name === wanted).length);
  // The last place found is where one is.
  await expect(lowest).toBeInViewport();
  await expect.poll(() => skippedRows(lowest)).toBe(0);
});

test('June prints her long record: all loaded rows are on paper', async ({ page }) => {
  await openLongRecord(page);
  await page.emulateMedia({ media: 'print' });
  expect(await skippedRows(rowsOf(page))).toBe(0);
  await page.emulateMedia({ media: null });
  const paper = (await page.pdf({ tagged: true })).toString('latin1');
  const tables = await results(page).locator('table').count();
  expect(paper.match(/\/S \/TR\b/g)).toHaveLength(60 + tables); // each table names its columns
});
