import { theo, theosCode } from '../../mocks/people/theo.js';
import { mychart } from '../../src/policy/mychart.js';
import { expect, test, type Page } from './support/journey.js';
import { enter, typeDate, typeInto } from './support/keyboard.js';
import { choosePolicy, trySignIn } from './support/visitor.js';

const password = 'ferry over calm water';

const birthDateAt = (now: number): string => theo(now).patient.birthDate ?? '';

/** The first step, by keyboard alone. */
const prove = async (page: Page, code: string, birthDate = birthDateAt(Date.now())) => {
  await typeInto(page, page.getByLabel(/^(Access|Activation|Starter) code$/), code);
  await typeDate(page, page.getByLabel('Date of birth', { exact: true }), birthDate);
  await page.keyboard.press('Enter');
};

for (const policy of ['MyChart', 'myCooper'] as const) {
  test(`${policy}: Theo signs up with his code, by keyboard alone, and once`, async ({ page }) => {
    await page.goto('/');
    await choosePolicy(page, policy);
    await page.goto('/sign-up.html');
    await prove(page, theosCode.toLowerCase().replaceAll('-', ' '));

    await expect(page.getByRole('heading', { name: 'Choose how you sign in' })).toBeFocused();
    await typeInto(page, page.getByLabel(/^(ID|Username|Member name)$/), 'theo.brandt');
    await typeInto(page, page.getByLabel('Password', { exact: true }), password);
    await typeInto(page, page.getByLabel('Email address', { exact: true }), 'theo@example.com');
    await typeInto(page, page.getByLabel('Email address once more'), 'theo@example.com');
    if (policy === 'myCooper') {
      await typeInto(page, page.getByLabel('Security question'), 'What was my first boat?');
      await typeInto(page, page.getByLabel('Answer to your question'), 'Marigold');
    }
    await enter(page, page.getByRole('button', { name: 'Create my account' }));
    await page.waitForURL('**/my-health.html');
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();

    await page.goto('/sign-up.html');
    await prove(page, theosCode);
    const note = page.getByRole('alert').filter({ hasText: 'was used before' });
    await expect(note).toBeFocused();
    await enter(page, note.getByRole('link', { name: 'Sign in' }));
    await trySignIn(page, 'theo.brandt', password);
    await page.waitForURL('**/my-health.html');
  });
}

test('a code that nobody was given is answered with the ways to get one', async ({ page }) => {
  await page.goto('/sign-up.html');
  await prove(page, '00000-00000-00000');
  const note = page.getByRole('alert').filter({ hasText: 'date of birth do not match' });
  await expect(note).toBeFocused();
  await expect(note).toContainText(mychart.support.officePhone);
  await note.getByRole('link', { name: 'Why is this so?' }).click();
  await expect(page.locator('portal-faq details[open]')).toBeInViewport();
});

test('a code works on its last day, and not on the next', async ({ page, context }) => {
  const days = mychart.activation.expiresAfterDays;
  const start = Date.parse('2026-05-04T15:00:00Z'); // three days after Theo was given his code
  const day = 86_400_000;
  await context.clock.install({ time: start });
  await page.goto('/sign-up.html');
  await expect(page.getByLabel('Activation code')).toBeVisible();

  await context.clock.setSystemTime(start + (days - 3) * day);
  await page.reload();
  await prove(page, theosCode, birthDateAt(start));
  await expect(page.getByRole('heading', { name: 'Choose how you sign in' })).toBeFocused();

  await context.clock.setSystemTime(start + (days - 2) * day);
  await page.reload();
  await prove(page, theosCode, birthDateAt(start));
  await expect(page.getByRole('alert')).toContainText(`A code works for ${days} days.`);
});

test('the bar above the page tells whom to sign up', async ({ page }) => {
  await page.goto('/');
  await page.getByText('Demo controls').click();
  await expect(page.getByText('Theo Brandt has the code 7KQ4M-XW2RD-9HTFB')).toBeVisible();
});
