import { expect, test } from '@playwright/test';
import { Visitor, type Globals } from './visitor.js';

/** The states that most people see, on a phone; some as they look elsewhere. */
const pictures: readonly (readonly [name: string, story: string, globals?: Globals])[] = [
  ['sign-in', 'portal-login--fresh'],
  ['locked-dark-spanish', 'portal-login--locked-my-cooper', { scheme: 'dark', locale: 'es' }],
  ['results', 'test-results--many'],
  ['result', 'test-results--panel'],
  ['trend', 'test-results--trend'],
  ['medications-garden', 'med-renewal--many', { theme: 'garden' }],
  ['inbox', 'secure-inbox--many'],
  ['appointments-dark', 'portal-appointments--many', { scheme: 'dark' }],
  ['acting-for', 'proxy-switcher--acting-for'],
];

for (const [name, story, globals = {}] of pictures) {
  test(`${name} looks as it did`, async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.open('portal-faq--spanish', { 'a11y.manual': '!true' });
    await visitor.show(story);
    if (Object.keys(globals).length > 0) await visitor.choose(globals);
    await page.evaluate(() => document.fonts.ready);
    // Letters differ by a hair among machines; a line that moves is more than that.
    await expect(page).toHaveScreenshot(`${name}.png`, { maxDiffPixelRatio: 0.01 });
  });
}
