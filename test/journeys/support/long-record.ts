import { expect, type Locator, type Page } from './journey.js';
import { signIn } from './visitor.js';

/** The rows of results in the list, without those of column names. */
export const rowsOf = (page: Page): Locator => page.locator('test-results').locator('tbody tr');

/**
 * June's results of 15 years, the first sixty of them loaded in three pages. One is at the top again: the
 * last rows are far below, and the browser has left them to be laid out later.
 */
export const openLongRecord = async (page: Page): Promise<void> => {
  await signIn(page, 'june.whitfield');
  const shows = (count: number) =>
    page.locator('test-results').getByText(`Showing ${count} of 1,200`, { exact: true });
  for (let count = 20; count < 60; count += 20) {
    await shows(count).waitFor();
    await page.getByRole('button', { name: 'Load more' }).click();
  }
  await shows(60).waitFor();
  // What has the focus is laid out wherever it is, and the first new row has it.
  await page.getByRole('heading', { name: 'Test results', level: 1 }).click();
  await expect.poll(() => skippedRows(rowsOf(page).last())).toBe(1);
};

/** How many of these rows are not laid out, because they are out of view. */
export const skippedRows = (rows: Locator): Promise<number> =>
  rows.evaluateAll(
    (all) => all.filter((row) => !row.checkVisibility({ contentVisibilityAuto: true })).length,
  );
