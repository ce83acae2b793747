import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { mychart } from '../../src/policy/mychart.js';
import { expect, test, type Page } from './support/journey.js';
import { choosePolicy, signIn, trySignIn } from './support/visitor.js';

const pages = ['index', 'care', 'my-health', 'help', 'recovery', 'sign-up'];

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const mistakesOfAccess = (page: Page) =>
  page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe;
    const { violations } = await run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });

for (const name of pages) {
  test(`${name}.html: accessible in light and dark, and nothing sticks out`, async ({ page }) => {
    await page.addInitScript({ path: axe });
    await page.goto(`/${name}.html`);
    await page.getByText('Demo controls').click();
    await expect(page.getByRole('button', { name: 'rosa.delgado' })).toBeVisible();
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await mistakesOfAccess(page), `${colorScheme}, ${width} px`).toEqual([]);
      }
      const overflow = () => document.documentElement.scrollWidth - window.innerWidth;
      expect(await page.evaluate(overflow), `${width} px`).toBe(0);
    }
  });
}

test('a click on one of the people fills in the sign-in form', async ({ page }) => {
  await page.goto('/');
  await page.getByText('Demo controls').click();
  await page.getByRole('button', { name: 'june.whitfield' }).click();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/my-health.html');
});

test('the policy holds on all pages and in all tabs, and the answers follow it', async ({
  page,
  context,
}) => {
  const help = await context.newPage();
  await help.goto('/help.html');
  const unlock = help.locator('#faq-login-unlock');
  await expect(unlock).toContainText('1-844-369-2667');

  await page.goto('/');
  await choosePolicy(page, 'myCooper');

  await expect(unlock).toContainText('Call the office that gave you access: 1-555-555-0118');
  await expect(unlock).not.toContainText('1-844-369-2667');
  await help.reload();
  await expect(unlock).toContainText('Call the office that gave you access: 1-555-555-0118');
});

const chooseFile = async (page: Page, content: string) => {
  await page.getByText('Demo controls').click();
  await page.getByLabel('Your own, a JSON file').setInputFiles({
    name: 'policy.json',
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  });
};

test('a policy of one’s own is enforced and spoken', async ({ page }) => {
  const own = {
    ...mychart,
    id: 'lakeside',
    portal: { name: 'Lakeside Connect', organization: 'Lakeside Clinics' },
    login: { ...mychart.login, maxAttempts: 2 },
  };
  await page.goto('/');
  await chooseFile(page, JSON.stringify(own));
  await expect(page.getByRole('heading', { name: 'Sign in to Lakeside Connect' })).toBeVisible();

  await trySignIn(page, 'rosa.delgado', 'not this one');
  await expect(page.getByText('You have 1 try left.')).toBeVisible();
  await trySignIn(page, 'rosa.delgado', 'nor this one');
  await expect(page.getByText('There were 2 wrong tries in a row.')).toBeVisible();
  await page.goto('/help.html');
  await expect(page.locator('#faq-login-lockout')).toContainText('After 2 wrong passwords');
});

test('every mistake in a policy of one’s own is named, and the old one stays', async ({ page }) => {
  const wrong = { ...mychart, timeZone: 5, login: { ...mychart.login, maxAttempts: 0 } };
  await page.goto('/');
  await chooseFile(page, JSON.stringify(wrong));
  const mistakes = page.getByRole('alert').getByRole('listitem');
  await expect(mistakes).toHaveCount(2);
  await expect(mistakes.filter({ hasText: 'timeZone: expected' })).toBeVisible();
  await expect(mistakes.filter({ hasText: 'login.maxAttempts: expected' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sign in to MyChart' })).toBeVisible();

  await page.getByLabel('Your own, a JSON file').setInputFiles({
    name: 'notes.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Lakeside'),
  });
  await expect(mistakes).toHaveText(['It holds no JSON object.']);
});

test('the language of the portal is chosen once', async ({ page }) => {
  await page.goto('/');
  await page.getByText('Demo controls').click();
  await page.getByRole('radio', { name: 'Spanish' }).check();
  await expect(page.locator('portal-login')).toHaveAttribute('lang', 'es');
  await page.goto('/my-health.html');
  await expect(page.locator('test-results')).toHaveAttribute('lang', 'es');
});

test('"Start over" unlocks, signs out in every tab, and keeps the policy', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await choosePolicy(page, 'myCooper');
  const other = await context.newPage();
  await signIn(other, 'june.whitfield');
  await expect(page.getByRole('heading', { name: /^You are signed in/ })).toBeVisible();

  await page.getByText('Demo controls').click();
  await page.getByRole('button', { name: 'Start over' }).click();

  await expect(page.getByRole('heading', { name: 'Sign in to myCooper' })).toBeVisible();
  await expect(other.locator('test-results').getByRole('link', { name: /sign in/i })).toBeVisible();
});
