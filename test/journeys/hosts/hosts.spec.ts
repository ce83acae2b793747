import { expect, test, type Page } from '@playwright/test';
import { collectComplaints } from '../support/journey.js';
import { openHost } from './host.js';
import { visited, type HostName } from './recipes.js';
import { stepsOf, tableOf, takeStep, type Step } from './visit.js';

// In one worker: the package is packed once.
test.describe.configure({ mode: 'default' });

/** Opens a site, does something there, and fails for what the page complains of. */
const at = async (name: HostName, page: Page, visit: () => Promise<void>): Promise<void> => {
  test.setTimeout(600_000); // a framework is installed and built
  const complaints = await collectComplaints(page.context());
  const host = await test.step('is made', () => openHost(name));
  try {
    await page.goto(host.address);
    await visit();
    expect(complaints).toEqual([]);
  } finally {
    host.close();
  }
};

const taken: (readonly [HostName, Step[]])[] = [];

for (const name of visited) {
  test(`the example "${name}" serves a whole visit from the package`, async ({ page }) => {
    const steps = stepsOf(name);
    const done: Step[] = [];
    taken.push([name, done]);
    await at(name, page, async () => {
      for (const step of steps) {
        await takeStep(page, step);
        done.push(step);
      }
    });
  });
}

test.afterAll(() => {
  process.stdout.write(`${tableOf(taken)}\n`);
});

test('React takes over what a server has rendered, and the form comes then', async ({ page }) => {
  await at('rendered', page, async () => {
    await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
    await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
  });
});
