import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../src/policy/portal-policy.js';
import { expect, test, type Page } from './support/journey.js';
import { enter, typeInto } from './support/keyboard.js';
import { arrive, trySignIn } from './support/visitor.js';

const openAnswer = (page: Page) =>
  page.locator('portal-faq details[open]').filter({ visible: true });

const question = (page: Page, words: string | RegExp) =>
  page.locator('portal-faq summary').filter({ hasText: words, visible: true });

/** Puts a policy file in force at the desk. */
const chooseFile = async (page: Page, policy: PortalPolicy): Promise<void> => {
  await arrive(page, '/desk.html');
  await page.getByLabel('Your own, as a JSON file').setInputFiles({
    name: 'policy.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(policy)),
  });
  await expect(page.getByRole('status')).toHaveText(
    `In force now: the policy of ${policy.portal.name}.`,
  );
};

test('an answer is found by a typing error, and by keyboard alone', async ({ page }) => {
  await arrive(page, '/help.html', { policy: 'myCooper' });
  await typeInto(page, page.getByLabel('What’s your question about?'), 'acess cod old');
  await expect(page.locator('portal-faq').getByRole('status')).toContainText('found.');
  await page.keyboard.press('Enter');
  const best = question(page, /^\s*Why doesn’t my (activation|access) code work\?/);
  await expect(best).toBeFocused();
  const { officePhone } = mycooper.support;
  await page.keyboard.press('Enter');
  for (const words of ['90 days', officePhone]) await expect(openAnswer(page)).toContainText(words);

  await enter(page, openAnswer(page).getByRole('button', { name: 'Ask a person' }));
  await expect(page.getByRole('heading', { name: 'Help and contact' })).toBeFocused();
  await expect(page.locator('portal-help')).toContainText(officePhone);
});

test('a refusal leads to its answer on the page of the FAQ', async ({ page }) => {
  await arrive(page, '/');
  await trySignIn(page, 'rosa.delgado', 'not this one');
  await page.getByRole('alert').getByRole('link', { name: 'Why?' }).click();
  await expect(page).toHaveURL(/\/help\.html#faq-login-no-hints$/);
  await expect(question(page, 'Why don’t you say what I typed wrong?')).toBeFocused();
  await expect(openAnswer(page)).toBeInViewport();
});

test('a refusal leads to its answer in place where the FAQ is on the page', async ({ page }) => {
  await arrive(page, '/sign-up.html');
  await page.getByLabel(/code$/).fill('7KQ4M-XW2RD-9HTFB');
  await page.getByLabel('Date of birth', { exact: true }).fill('1950-01-01');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Why?' }).click();
  await expect(page).toHaveURL(/\/sign-up\.html#faq-activation-issued-at-visit$/);
  await expect(question(page, 'How do I sign up?')).toBeFocused();
  await expect(openAnswer(page)).toBeInViewport();
});

test('the numbers of a policy of one’s own stand in every answer that tells them', async ({
  page,
}) => {
  await chooseFile(page, {
    ...mychart,
    id: 'lakeside',
    portal: { name: 'Lakeside Connect', organization: 'Lakeside Clinics' },
    activation: { ...mychart.activation, expiresAfterDays: 61 },
    session: { idleMinutes: 22, warnMinutes: 3 },
    support: { ...mychart.support, officePhone: '1-555-555-0177' },
  });
  await page.goto('/help.html#faq-activation-expires');
  await expect(openAnswer(page)).toContainText('A code works for 61 days');
  await page.goto('/help.html#faq-session-idle-logout');
  await expect(openAnswer(page).filter({ hasText: 'signed out' })).toContainText('22 minutes');
  await expect(page.locator('portal-faq')).not.toContainText(mychart.support.officePhone);
  await expect(page.locator('portal-help')).toContainText('1-555-555-0177');
});

test('search engines get the questions, under the strict Content-Security-Policy', async ({
  page,
}) => {
  await arrive(page, '/help.html');
  await expect(question(page, 'What is MyChart?')).toBeVisible();
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? '')).toMatchObject({
    '@type': 'FAQPage',
    mainEntity: expect.arrayContaining([
      expect.objectContaining({ name: 'Does MyChart cost anything?' }),
    ]),
  });
});

test('the FAQ is read and searched in Spanish', async ({ page }) => {
  await arrive(page, '/help.html');
  await page.getByText('Demo controls').click();
  await page.getByRole('radio', { name: 'Spanish' }).check();
  await page.getByLabel('¿Sobre qué es su pregunta?').fill('contrasena');
  await question(page, 'Olvidé mi contraseña. ¿Qué hago?').click();
  await expect(openAnswer(page)).toContainText('1-844-369-2667');
});
