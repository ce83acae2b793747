import { expect, test } from '@playwright/test';
import { entries, storiesByFile, visited } from './story-list.js';
import { Visitor } from './visitor.js';

const phone = { width: 360, height: 740 };
/** 1280 px at 400 % (WCAG 1.4.10). */
const zoomed = { width: 320, height: 740 };

/** Ways to look at a story, besides light, English, on a phone. Each leaves things as they were. */
const looks: readonly (readonly [name: string, look: (visitor: Visitor) => Promise<string[]>])[] = [
  [
    'dark',
    async (visitor) => {
      await visitor.choose({ scheme: 'dark' });
      const mistakes = await visitor.mistakes();
      await visitor.choose({ scheme: 'light' });
      return mistakes;
    },
  ],
  [
    'Spanish',
    async (visitor) => {
      await visitor.choose({ locale: 'es' });
      const mistakes = await visitor.mistakes();
      await visitor.choose({ locale: undefined });
      return mistakes;
    },
  ],
  [
    '320 px',
    async (visitor) => {
      await visitor.page.setViewportSize(zoomed);
      const width = await visitor.width();
      await visitor.page.setViewportSize(phone);
      return width > zoomed.width ? [`It is ${width} px wide.`] : [];
    },
  ],
];

/** What the elements log on purpose, for the people who set up a page; patients never see it. */
const meant = [
  /^console: <[\w-]+> The policy object cannot be used/,
  /^console: The answer to \w+ breaks the contract/,
  /^console: <portal-session> base-url "http:[^"]+" is not encrypted/,
  /^console: <portal-session> got no session cookie with a request/,
];

const mishaps = (visitor: Visitor): string[] =>
  visitor.complaints().filter((each) => !meant.some((pattern) => pattern.test(each)));

test('the Storybook that is visited has all that it should', () => {
  expect(storiesByFile.size).toBeGreaterThanOrEqual(17);
  expect(entries.length).toBeGreaterThan(400);
});

for (const [file, members] of storiesByFile) {
  const chosen = visited(members);
  test(`${file}: ${chosen.length} of ${members.length} stories`, async ({ page }) => {
    const visitor = new Visitor(page);
    // Nothing is asked of the addon: axe looks from here.
    await visitor.open('portal-faq--spanish', { 'a11y.manual': '!true' });
    for (const [at, { id, name }] of chosen.entries()) {
      await test.step(name, async () => {
        await visitor.show(id);
        expect.soft(mishaps(visitor), id).toEqual([]);
        expect.soft(await visitor.mistakes(), `${id}, light`).toEqual([]);
        const others = process.env['ALL'] ? looks : looks.slice(at % 3, (at % 3) + 1);
        for (const [look, see] of others) {
          expect.soft(await see(visitor), `${id}, ${look}`).toEqual([]);
          expect.soft(mishaps(visitor), `${id}, ${look}`).toEqual([]);
        }
      });
    }
  });
}

const pages = entries.filter(({ type }) => type === 'docs');

for (const { id, title } of pages.filter(({ title }) => title.startsWith('Guide/'))) {
  test(`${title} opens, and leads nowhere that is not there`, async ({ page }) => {
    const visitor = new Visitor(page);
    await page.goto(`/iframe.html?id=${id}&viewMode=docs`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    const ids = await page
      .locator('a[href^="?path="]')
      .evaluateAll((links) =>
        links.map((link) => link.getAttribute('href')?.replace(/^\?path=\/\w+\//, '') ?? ''),
      );
    expect(ids.filter((each) => !entries.some((entry) => entry.id === each))).toEqual([]);
    expect(visitor.complaints()).toEqual([]);
  });
}

const elementPages = pages.filter(({ title }) => title.startsWith('Elements/'));

for (const { id, title } of process.env['ALL'] ? elementPages : elementPages.slice(0, 2)) {
  test(`the page of ${title} opens, with controls and markup`, async ({ page }) => {
    const visitor = new Visitor(page);
    await page.goto(`/iframe.html?id=${id}&viewMode=docs`);
    for (const heading of ['Markup to copy', 'Parts', 'Tokens', 'Every state']) {
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    }
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(visitor.complaints()).toEqual([]);
  });
}
