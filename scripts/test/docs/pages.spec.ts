import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import axe from 'axe-core';
import { root } from '../../project.js';

const pages = readdirSync(`${root}build/docs`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html') && name !== '404.html')
  .sort();

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const name of pages) {
      test(`${name}: reads well, and nothing goes wrong`, async ({ page }) => {
        const complaints: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error') complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(error.message));
        await page.goto(`/${name}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        // The element, where the page has one live, has got its answers.
        const live = page.locator('.live-element');
        if ((await live.count()) > 0) {
          await expect(live.locator('portal-session')).toBeAttached();
          await expect(live.locator('[aria-busy=true]').filter({ visible: true })).toHaveCount(0);
        }
        expect(complaints).toEqual([]);
        const { width = 0 } = page.viewportSize() ?? {};
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await page.evaluate(axe.source);
        const found = await page.evaluate(async () => {
          const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
        });
        expect(found).toEqual([]);
      });
    }
  });
}
