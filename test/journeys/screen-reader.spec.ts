import { expect } from './support/journey.js';
import { openLongRecord, rowsOf } from './support/long-record.js';
import { heard, test } from './support/screen-reader.js';
import { arrive } from './support/visitor.js';

test('June hears every loaded row of her long record, those out of view too', async ({ page }) => {
  await openLongRecord(page);
  const shown = await rowsOf(page).evaluateAll((rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(' ')),
  );
  const rows = (await heard(page)).filter(({ role }) => role === 'row');
  const columns = 'Test Collected Ordered by Type Status';
  // The year is a piece of the date of its own.
  const words = rows.map(({ text }) => text.replaceAll(' ,', ','));
  expect(words.filter((text) => text !== columns)).toEqual(shown);
  // Each month's table names its columns.
  const tables = await page.getByRole('table').count();
  expect(tables).toBeGreaterThan(3);
  expect(rows).toHaveLength(60 + tables);
});

test('Rosa hears flags, ranges and trends as words', async ({ page }) => {
  await arrive(page, '/my-health.html', { username: 'rosa.delgado' });
  await page.getByRole('button', { name: 'Cholesterol panel' }).first().click();
  await page.getByRole('button', { name: 'Total cholesterol over time' }).waitFor();
  const wordsOf = async (role: string) =>
    (await heard(page)).filter((each) => each.role === role).map(({ name, text }) => name || text);
  expect(await wordsOf('row')).toEqual([
    'Test Result Normal range High or low',
    'Total cholesterol 214 mg/dL Over time 199 mg/dL or lower High',
    'HDL cholesterol 52 mg/dL Over time 50 mg/dL or higher Normal',
    'Triglycerides 138 mg/dL Over time 149 mg/dL or lower Normal',
    'LDL cholesterol 134 mg/dL Over time 99 mg/dL or lower High',
    'Non-HDL cholesterol 162 mg/dL Over time 129 mg/dL or lower High',
  ]);

  await page.getByRole('button', { name: 'Total cholesterol over time' }).click();
  await expect(page.getByRole('option')).toHaveCount(2);
  const date = /\w+ \d+, \d{4}/.source;
  const above = '199 mg/dL or lower';
  expect(await wordsOf('option')).toEqual([
    expect.stringMatching(`^${date}: 221 mg/dL\\. High\\. Normal range: ${above}\\.$`),
    expect.stringMatching(`^${date}: 214 mg/dL\\. High\\. Normal range: ${above}\\.$`),
  ]);
  expect(await wordsOf('row')).toEqual([
    'Collected Result Normal range High or low Lab',
    expect.stringMatching(`^${date} 214 mg/dL ${above} High `),
    expect.stringMatching(`^${date} 221 mg/dL ${above} High `),
  ]);
  expect(await wordsOf('listitem')).toEqual(
    expect.arrayContaining([
      expect.stringMatching(`^2 measurements from ${date} to ${date}\\.$`),
      'Latest: 214 mg/dL.',
      expect.stringMatching(`^Lowest: 214 mg/dL, ${date}\\.$`),
      expect.stringMatching(`^Highest: 221 mg/dL, ${date}\\.$`),
      'Out of range: 2.',
    ]),
  );
});
