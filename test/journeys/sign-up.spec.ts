import { theo, theosCode } from '../../mocks/people/theo.js';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { expect, test, type Page } from './support/journey.js';
import { enter, typeDate, typeInto } from './support/keyboard.js';
import { issueCode, openDesk } from './support/staff.js';
import { choosePolicy, signOut, trySignIn } from './support/visitor.js';

const password = 'ferry over calm water';

const birthDateAt = (now: number): string => theo(now).patient.birthDate ?? '';

/** The first step, by keyboard alone. */
const prove = async (page: Page, code: string, birthDate = birthDateAt(Date.now())) => {
  await typeInto(page, page.getByLabel(/^(Access|Activation|Starter) code$/), code);
  await typeDate(page, page.getByLabel('Date of birth', { exact: true }), birthDate);
  await page.keyboard.press('Enter');
};

for (const policy of ['MyChart', 'myCooper'] as const) {
  test(`${policy}: Theo signs up with a code of the desk, by keyboard alone, and once`, async ({
    page,
    context,
  }) => {
    await choosePolicy(page, policy);
    const code = await issueCode(await openDesk(context), 'Theo Brandt');
    await page.goto('/sign-up.html');
    await prove(page, code.toLowerCase().replaceAll('-', ' '));

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
    await signOut(page);

    await page.goto('/sign-up.html');
    await prove(page, code);
    const note = page.getByRole('alert').filter({ hasText: 'was used before' });
    await expect(note).toBeFocused();
    await enter(page, note.getByRole('link', { name: 'Sign in' }));
    await trySignIn(page, 'theo.brandt', password);
    await page.waitForURL('**/my-health.html');
  });
}

for (const policy of [mychart, mycooper]) {
  const { name } = policy.portal as { name: 'MyChart' | 'myCooper' };

  test(`${name}: a code that nobody was given is answered with the ways to get one`, async ({
    page,
  }) => {
    await choosePolicy(page, name);
    await page.goto('/sign-up.html');
    await prove(page, '00000-00000-00000');
    const note = page.getByRole('alert').filter({ hasText: 'date of birth do not match' });
    await expect(note).toBeFocused();
    await expect(note).toContainText(policy.support.officePhone);
    await enter(page, note.getByRole('link', { name: 'Why is this so?' }));
    await expect(page.locator('portal-faq details[open]')).toBeInViewport();
  });

  test(`${name}: a code works on its last day, and not on the next`, async ({ page, context }) => {
    const days = policy.activation.expiresAfterDays;
    const start = Date.parse('2026-05-04T15:00:00Z'); // three days after Theo was given his code
    const day = 86_400_000;
    await context.clock.install({ time: start });
    await choosePolicy(page, name);

    await context.clock.setSystemTime(start + (days - 3) * day);
    await page.goto('/sign-up.html');
    await prove(page, theosCode, birthDateAt(start));
    await expect(page.getByRole('heading', { name: 'Choose how you sign in' })).toBeFocused();

    await context.clock.setSystemTime(start + (days - 2) * day);
    await page.reload();
    await prove(page, theosCode, birthDateAt(start));
    await expect(page.getByRole('alert')).toContainText(`A code works for ${days} days.`);
  });
}

test('the bar above the page tells whom to sign up', async ({ page }) => {
  await page.goto('/');
  await page.getByText('Demo controls').click();
  await expect(page.getByText('Theo Brandt has the code 7KQ4M-XW2RD-9HTFB')).toBeVisible();
});
