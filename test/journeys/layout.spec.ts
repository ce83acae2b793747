import { expect, test, type Page } from './support/journey.js';
import { arrive } from './support/visitor.js';

/** Pages with the element that each is for; behind the first ones one is signed in. */
const pages: readonly (readonly [page: string, element: string, username?: string])[] = [
  ['my-health', 'test-results', 'rosa.delgado'],
  ['medications', 'med-renewal', 'rosa.delgado'],
  ['summary', 'health-summary', 'rosa.delgado'],
  ['appointments', 'portal-appointments', 'rosa.delgado'],
  ['messages', 'secure-inbox', 'rosa.delgado'],
  ['family', 'family-access', 'rosa.delgado'],
  ['settings', 'portal-preferences', 'rosa.delgado'],
  ['index', 'portal-login'],
  ['recovery', 'portal-recovery'],
  ['sign-up', 'portal-signup'],
  ['help', 'portal-faq'],
];

/** Adds up what Chromium counts as layout shifts of this page (Cumulative Layout Shift, without its windows). */
const countShifts = () => {
  const counted = globalThis as unknown as { shifts: number; moved: string[] };
  counted.shifts = 0;
  counted.moved = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null }[];
    })[]) {
      if (entry.hadRecentInput) continue;
      counted.shifts += entry.value;
      for (const { node } of entry.sources) counted.moved.push(node?.nodeName ?? '');
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

const shiftsOf = (page: Page) =>
  page.evaluate(() => {
    const { shifts, moved } = globalThis as unknown as { shifts: number; moved: string[] };
    return { shifts, moved: moved.join(' ') };
  });

/** Whether something in the page still waits for an answer. */
const isBusy = (page: Page) =>
  page.evaluate(() => {
    const waits = (root: Document | ShadowRoot): boolean =>
      [...root.querySelectorAll('[aria-busy=true], :not(:defined)')].some((element) =>
        element.checkVisibility(),
      ) ||
      [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && waits(shadowRoot));
    return waits(document);
  });

/** Nothing has moved that anybody could see, until all is there. */
const expectNoShifts = async (page: Page, element: string) => {
  await expect(page.locator(element)).toBeVisible();
  await expect.poll(() => isBusy(page)).toBe(false);
  const { shifts, moved } = await shiftsOf(page);
  expect(shifts, moved).toBeLessThanOrEqual(0.02);
};

for (const [name, element, username] of pages) {
  test(`${name}.html: nothing jumps, and on a phone what one came for is at the top`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.addInitScript(countShifts);
    await arrive(page, `/${name}.html`, username === undefined ? {} : { username });
    await expectNoShifts(page, element);
    const top = await page.locator(element).evaluate((found) => found.getBoundingClientRect().top);
    expect(top + (await page.evaluate(() => scrollY))).toBeLessThan(400);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.reload();
    await expectNoShifts(page, element);
  });
}

test('on a phone a result takes no more than 88 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await arrive(page, '/my-health.html', { username: 'rosa.delgado' });
  const rows = page
    .locator('test-results')
    .getByRole('row')
    .filter({ has: page.getByRole('button') });
  await expect(rows.first()).toBeVisible();
  const heights = await rows.evaluateAll((found) =>
    found.map((row) => row.getBoundingClientRect().height),
  );
  expect(Math.max(...heights)).toBeLessThanOrEqual(88);
});
