import { expect, test, type Page } from './support/journey.js';
import { enter } from './support/keyboard.js';
import { choosePolicy, signIn } from './support/visitor.js';

const switcher = (page: Page) => page.locator('proxy-switcher');

for (const policy of ['MyChart', 'myCooper'] as const) {
  test(`${policy}: Henry switches to Ada’s record and back, and everything on the page follows`, async ({
    page,
  }) => {
    await choosePolicy(page, policy);
    await signIn(page, 'henry.okafor');
    const results = page.locator('test-results');
    await expect(results.getByRole('rowheader').first()).toBeVisible();
    await expect(switcher(page)).toContainText('You are in your own record, Henry Okafor.');

    await enter(page, switcher(page).getByRole('button', { name: /^Ada Okafor/ }));
    await expect(switcher(page)).toContainText('You are in the record of Ada Okafor.');
    await expect(
      results.getByRole('heading', { name: 'Test results for Ada Okafor' }),
    ).toBeVisible();
    await expect(
      results.getByRole('rowheader', { name: 'Celiac disease screening' }),
    ).toBeVisible();
    await expect(results.getByRole('rowheader', { name: 'Hemoglobin A1c' })).toHaveCount(0);

    await page.reload();
    await expect(switcher(page)).toContainText('You are in the record of Ada Okafor.');
    await page.goto('/family.html');
    await expect(
      page
        .locator('family-access')
        .getByRole('heading', { name: 'Who can see the record of Ada Okafor' }),
    ).toBeVisible();
    await expect(page.locator('family-access')).toContainText('Henry Okafor');

    await switcher(page)
      .getByRole('button', { name: /^Henry Okafor/ })
      .click();
    await expect(switcher(page)).toContainText('You are in your own record, Henry Okafor.');
    await expect(
      page.locator('family-access').getByRole('heading', { name: 'Who can see your record' }),
    ).toBeVisible();
  });
}
