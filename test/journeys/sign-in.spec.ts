import { expect, test, type Locator, type Page } from './support/journey.js';
import { givePassword, openDesk } from './support/staff.js';
import { choosePassword, arrive, password, signIn, trySignIn } from './support/visitor.js';

test('Rosa signs in and reads a result', async ({ page }) => {
  await signIn(page, 'rosa.delgado'); // on the first visit, when nothing is stored yet

  await page.getByRole('button', { name: 'Hemoglobin A1c' }).first().click();

  const table = page.getByRole('table', { name: 'Hemoglobin A1c' });
  await expect(table.getByRole('row', { name: /Hemoglobin A1c/ })).toContainText('5.8%');
  await expect(page.getByText(/^This is the average of your sugar/)).toBeVisible();
});

test('five wrong passwords lock the account, and the way out is said', async ({ page }) => {
  await arrive(page, '/', { policy: 'myCooper' });
  for (const left of ['4 attempts', '3 attempts', '2 attempts', '1 attempt']) {
    await trySignIn(page, 'rosa.delgado', 'not this one');
    await expect(page.getByText(`You have ${left} left before your account locks.`)).toBeVisible();
  }
  await trySignIn(page, 'rosa.delgado', 'not this one');

  const note = lockedNote(page);
  await expect(note).toBeFocused();
  await expect(note).toContainText('Call your office: 1-555-555-0118');
  await expect(note).not.toContainText('Set a new password');

  await trySignIn(page, 'rosa.delgado');
  await expect(note, 'the right password is too late').toBeFocused();

  await note.getByRole('link', { name: 'Why?' }).click();
  const answer = page.locator('portal-faq details[open]');
  await expect(answer).toBeInViewport();
  await expect(answer).toContainText('after 5 wrong passwords in a row');
});

test('Sam is locked out already; staff give him a one-time password, and he signs in', async ({
  page,
  context,
}) => {
  await arrive(page, '/');
  await trySignIn(page, 'sam.reyes');
  await expect(lockedNote(page)).toBeVisible();
  const given = await givePassword(await openDesk(context), 'Sam Reyes');
  await trySignIn(page, 'sam.reyes', given);
  await choosePassword(page);
  await page.waitForURL('**/my-health.html');
});

test('the keyboard alone is enough to sign in and to read a result', async ({ page }) => {
  await arrive(page, '/', { policy: 'myCooper' });
  await expect(page.getByRole('heading', { name: /^Sign in to / })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  const username = page.getByLabel('ID', { exact: true });
  for (let tabs = 0; tabs < 5 && !(await isFocused(username)); tabs += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('rosa.delgado');
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/my-health.html');

  const result = page.getByRole('button', { name: 'Hemoglobin A1c' }).first();
  await expect(result).toBeVisible();
  for (let tabs = 0; tabs < 40 && !(await isFocused(result)); tabs += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Hemoglobin A1c' })).toBeVisible();
});

test('a password manager fills the form in without telling of it', async ({ page }) => {
  await arrive(page, '/');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await page.evaluate((password) => {
    const fill = (purpose: string, value: string) => {
      const field = document.querySelector<HTMLInputElement>(
        `portal-login input[autocomplete~="${purpose}"]`,
      );
      if (field) field.value = value;
    };
    fill('username', 'rosa.delgado');
    fill('current-password', password);
  }, password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).press('Enter');
  await page.waitForURL('**/my-health.html');
});

test('Mina has nothing in her record, and is told why that may be', async ({ page }) => {
  await arrive(page, '/my-health.html', { username: 'mina.park' });
  await expect(page.getByText('Why a result may not be here yet')).toBeVisible();
  await expect(page.getByText(/Usually 1 to 12 days/)).toBeVisible();
});

const lockedNote = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'This account is locked.' });

const isFocused = (locator: Locator) => locator.evaluate((element) => element.matches(':focus'));

test.describe('without a network', () => {
  test.use({ tolerated: /net::ERR_FAILED/ });

  test('signing in says so, keeps what was typed, and goes on from there', async ({ page }) => {
    await arrive(page, '/');
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await page.context().setOffline(true);
    await trySignIn(page, 'rosa.delgado');
    const note = page.getByRole('alert').filter({ hasText: 'Check your internet connection' });
    await expect(note).toBeVisible();
    await expect(page.getByLabel('Username')).toHaveValue('rosa.delgado');
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue(password);

    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/my-health.html');
  });
});
