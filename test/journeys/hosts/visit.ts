import { expect, test, type Page } from '@playwright/test';
import type { HostName } from './recipes.js';
import { signOutButton, trySignIn } from '../support/visitor.js';

const cholesterol = (page: Page) =>
  page
    .locator('test-results')
    .getByRole('button', { name: /^Cholesterol panel/ })
    .first();

/** A patient's visit, step by step; each is a step of the report. */
const steps = {
  async 'signs in'(page: Page) {
    await trySignIn(page, 'rosa.delgado');
    await expect(page.getByRole('heading', { name: 'My health' })).toBeVisible();
  },

  async 'reads a result'(page: Page) {
    await cholesterol(page).click();
    await expect(
      page.locator('test-results').getByRole('heading', { name: /^Cholesterol panel/ }),
    ).toBeVisible();
  },

  async 'asks about it'(page: Page) {
    await page.getByRole('button', { name: 'Ask about this result' }).click();
    const inbox = page.locator('secure-inbox');
    await inbox.getByLabel('To', { exact: true }).selectOption('Elena Marsh, MD, Primary care');
    await inbox.getByLabel('Your message').fill('Is this one better than last year?');
    await inbox.getByRole('button', { name: 'Send message', exact: true }).click();
    await expect(inbox.getByText('Message sent.')).toBeVisible();
  },

  async 'renews a medication'(page: Page) {
    const name = 'Tranexamic acid 650 mg tablet';
    const card = page
      .locator('med-renewal')
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name, exact: true }) });
    await card.getByRole('button', { name: `Request a renewal: ${name}` }).click();
    await card.getByLabel('90 days').check();
    await card.getByLabel('Refills', { exact: true }).selectOption('2');
    await card.getByLabel('No new allergies').check();
    await card.getByRole('button', { name: 'Request a renewal', exact: true }).click();
    await expect(card).toContainText('Renewal requested.');
  },

  /** By a library that swaps the page's content: without a reload, and with no copy of the record. */
  async 'leaves and comes back'(page: Page) {
    const loadedAt = () => page.evaluate(() => performance.timeOrigin);
    const before = await loadedAt();
    await page.getByRole('link', { name: 'Visiting us' }).click();
    await expect(page.getByRole('heading', { name: 'Visiting us' })).toBeVisible();
    await expect(page.locator('test-results')).toHaveCount(0);
    const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    expect(stored).not.toMatch(/cholesterol|delgado/i);
    await page.goBack();
    await expect(cholesterol(page)).toBeVisible();
    expect(await loadedAt()).toBe(before);
  },

  async 'opens her son’s record'(page: Page) {
    const switcher = page.locator('proxy-switcher');
    await switcher.locator('summary').first().click();
    await switcher.getByRole('button', { name: /^Leo/ }).click();
    await expect(page.locator('test-results')).toContainText('Leo Delgado');
  },

  async 'signs out in the site’s header'(page: Page) {
    await signOutButton(page).click();
    await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
    await expect(signOutButton(page)).toBeHidden();
  },
} satisfies Record<string, (page: Page) => Promise<void>>;

export type Step = keyof typeof steps;

const allSteps = Object.keys(steps) as Step[];

export const takeStep = (page: Page, step: Step): Promise<void> =>
  test.step(step, () => steps[step](page));

/** What a patient does there. */
export const stepsOf = (host: HostName): readonly Step[] =>
  allSteps.filter((step) => step !== 'leaves and comes back' || /htmx|turbo/.test(host));

/** Which steps were taken at which host, as text. */
export const tableOf = (taken: readonly (readonly [HostName, readonly Step[]])[]): string =>
  [
    [''.padEnd(10), ...allSteps].join(' | '),
    ...taken.map(([host, steps]) =>
      [
        host.padEnd(10),
        ...allSteps.map((step) => (steps.includes(step) ? '✓' : '–').padEnd(step.length)),
      ].join(' | '),
    ),
  ].join('\n');
