import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, test, type Page } from './support/journey.js';
import { openDesk } from './support/staff.js';
import { arrive } from './support/visitor.js';

const pages = [
  ...['index', 'care', 'help', 'recovery', 'sign-up', 'theme', 'desk'],
  ...['my-health', 'medications', 'summary', 'appointments', 'messages', 'family', 'settings'],
];

/** Opens everything that a page of the demo has besides the hospital's own. */
const openAll = async (page: Page, name: string) => {
  if (name === 'desk') {
    await page.getByRole('button', { name: 'Rosa Delgado' }).click();
    await page
      .getByRole('button', { name: /^Correct / })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: /^Correct / })).toBeFocused();
    return;
  }
  await page.getByText('Demo controls').click();
  await expect(page.getByRole('button', { name: 'rosa.delgado' })).toBeVisible();
};

type AxeRun = (root: Document, options: RunOptions) => Promise<AxeResults>;

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The rules that another color scheme can break; all others hold in both or in none. */
const rulesOfColor = ['color-contrast', 'link-in-text-block'];

const mistakesOfAccess = (page: Page, rules?: readonly string[]) =>
  page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: { run: AxeRun } };
    const { violations } = await axe.run(document, rules ? { runOnly: [...rules] } : {});
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, rules);

for (const name of pages) {
  test(`${name}.html: accessible in light and dark, and nothing sticks out`, async ({ page }) => {
    await page.addInitScript({ path: axe });
    await arrive(page, `/${name}.html`);
    await openAll(page, name);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await mistakesOfAccess(page), `light, ${width} px`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await mistakesOfAccess(page, rulesOfColor), `dark, ${width} px`).toEqual([]);
      const overflow = () => document.documentElement.scrollWidth - window.innerWidth;
      expect(await page.evaluate(overflow), `${width} px`).toBe(0);
    }
  });
}

test('a click on one of the people fills in the sign-in form; it is told, too, whom to sign up', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByText('Demo controls').click();
  await expect(page.getByText('Theo Brandt has the code 7KQ4M-XW2RD-9HTFB')).toBeVisible();
  await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'june.whitfield' }).click();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/my-health.html');
});

test('the policy holds on all pages and in all tabs, and the answers follow it', async ({
  page,
  context,
}) => {
  const help = page;
  await arrive(help, '/help.html#faq-login-unlock');
  const unlock = help.locator('portal-faq details[open]');
  await expect(unlock).toContainText('1-844-369-2667');

  const desk = await openDesk(context);
  await desk.getByRole('radio', { name: 'myCooper', exact: true }).check();
  await expect(desk.getByRole('status')).toHaveText('In force now: the policy of myCooper.');

  await expect(unlock).toContainText('Call the office that gave you access: 1-555-555-0118');
  await expect(unlock).not.toContainText('1-844-369-2667');
  await help.reload();
  await expect(unlock).toContainText('Call the office that gave you access: 1-555-555-0118');
});

test('the language of the portal is chosen once', async ({ page }) => {
  await arrive(page, '/');
  await page.getByText('Demo controls').click();
  await page.getByRole('radio', { name: 'Spanish' }).check();
  await expect(page.locator('portal-login')).toHaveAttribute('lang', 'es');
  await page.goto('/my-health.html');
  await expect(page.locator('test-results')).toHaveAttribute('lang', 'es');
});

test('the hospital’s own page speaks the language of the portal, and goes back to English', async ({
  page,
}) => {
  await arrive(page, '/care.html');
  await page.getByText('Demo controls').click();
  await page.getByRole('radio', { name: 'Spanish' }).check();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page).toHaveTitle('Atención y clínicas: Riverbend Health');
  await expect(page.getByRole('heading', { name: 'Servicios' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Sitio' })).toContainText('Mi salud');
  await page.getByRole('radio', { name: 'Inglés' }).check();
  await expect(page).toHaveTitle('Care and locations: Riverbend Health');
  await expect(page.getByRole('heading', { name: 'Services' })).toBeVisible();
});

test('on a phone the page of the record that is open is in view, and the menu leads elsewhere', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await arrive(page, '/settings.html', { username: 'rosa.delgado' });
  const record = page.getByRole('navigation', { name: 'My health' });
  await expect(record.getByRole('link', { name: 'Settings' })).toBeInViewport({ ratio: 1 });
  await expect(record.getByRole('link', { name: 'Test results' })).not.toBeInViewport();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page
    .getByRole('navigation', { name: 'Site' })
    .getByRole('link', { name: 'Care and locations' })
    .click();
  await page.waitForURL('**/care.html');
});

test('two colors of a brand make a style sheet, and the preview follows', async ({ page }) => {
  await arrive(page, '/theme.html');
  const sheet = page.getByText(/^:root \{/);
  await expect(sheet).toContainText('--portal-color-accent: light-dark(#0c5360,');
  await page.getByRole('radio', { name: 'Lakeside Clinics' }).check();
  await expect(sheet).toContainText('--portal-color-accent: light-dark(#5b2a86,');
  const next = page.locator('portal-signup').getByRole('button', { name: 'Continue' });
  await expect(next).toHaveCSS('background-color', 'rgb(91, 42, 134)');
});

test('the controls lead to the staff side', async ({ page }) => {
  await arrive(page, '/');
  await page.getByText('Demo controls').click();
  await page.getByRole('link', { name: 'Staff side of the demonstration' }).click();
  await expect(page.getByRole('heading', { name: 'Patients', exact: true })).toBeVisible();
});
