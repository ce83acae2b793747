import { theo } from '../../mocks/people/theo/theo.js';
import { mychart } from '../../src/policy/mychart.js';
import { expect, test, type Page } from './support/journey.js';
import { enter, typeDate, typeInto } from './support/keyboard.js';
import { issueCode, openDesk } from './support/staff.js';
import { today } from './support/today.js';
import { arrive, signOut, trySignIn } from './support/visitor.js';

const password = 'ferry over calm water';

const birthDate = theo(today).patient.birthDate ?? '';

/** The first step, by keyboard alone. */
const prove = async (page: Page, code: string) => {
  await typeInto(page, page.getByLabel(/^(Access|Activation|Starter) code$/), code);
  await typeDate(page, page.getByLabel('Date of birth', { exact: true }), birthDate);
  await page.keyboard.press('Enter');
};

test('Theo signs up with a code of the desk, by keyboard alone, and once', async ({
  page,
  context,
}) => {
  await arrive(page, '/sign-up.html', { policy: 'myCooper' });
  const code = await issueCode(await openDesk(context), 'Theo Brandt');
  await prove(page, code.toLowerCase().replaceAll('-', ' '));

  await expect(page.getByRole('heading', { name: 'Choose how you sign in' })).toBeFocused();
  await typeInto(page, page.getByLabel(/^(ID|Username|Member name)$/), 'theo.brandt');
  await typeInto(page, page.getByLabel('Password', { exact: true }), password);
  await typeInto(page, page.getByLabel('Email address', { exact: true }), 'theo@example.com');
  await typeInto(page, page.getByLabel('Confirm email address'), 'theo@example.com');
  await typeInto(page, page.getByLabel('Security question'), 'What was my first boat?');
  await typeInto(page, page.getByLabel('Answer to your question'), 'Marigold');
  await enter(page, page.getByRole('button', { name: 'Create my account' }));
  await page.waitForURL('**/my-health.html');
  await signOut(page);

  await page.goto('/sign-up.html');
  await prove(page, code);
  const note = page.getByRole('alert').filter({ hasText: 'has already been used' });
  await expect(note).toBeFocused();
  await enter(page, note.getByRole('link', { name: 'Sign in' }));
  await trySignIn(page, 'theo.brandt', password);
  await page.waitForURL('**/my-health.html');
});

test('a code that nobody was given is answered with the ways to get one', async ({ page }) => {
  await arrive(page, '/sign-up.html');
  await prove(page, '00000-00000-00000');
  const note = page.getByRole('alert').filter({ hasText: 'date of birth don’t match' });
  await expect(note).toBeFocused();
  await expect(note).toContainText(mychart.support.officePhone);
  await enter(page, note.getByRole('link', { name: 'Why?' }));
  await expect(page.locator('portal-faq details[open]')).toBeInViewport();
});
