import { expect, test, type Page } from './support/journey.js';
import { enter, tabTo, typeInto } from './support/keyboard.js';
import { codeAt, goToSettings, openSignInParts, setUpApp } from './support/second-step.js';
import { choosePassword, arrive, password, signOut, trySignIn } from './support/visitor.js';
import { givePassword } from './support/staff.js';

/** The second step, by keyboard alone. */
const giveCode = async (page: Page, code: string): Promise<void> => {
  await typeInto(page, page.getByLabel(/^(Code|Recovery code)$/), code);
  await page.keyboard.press('Enter');
};

test('Rosa sets up an app, and signs in with its code', async ({ page }) => {
  const { secret } = await setUpApp(page);
  await signOut(page);

  await trySignIn(page, 'rosa.delgado');
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible();
  await giveCode(page, await codeAt(page, secret, 1));
  await page.waitForURL('**/my-health.html');
  await expect(page.getByRole('button', { name: 'Hemoglobin A1c' }).first()).toBeVisible();
});

test('a recovery code works once, and not twice', async ({ page }) => {
  const { recoveryCodes } = await setUpApp(page);
  expect(recoveryCodes).toHaveLength(10);
  const useFirst = async () => {
    await signOut(page);
    await trySignIn(page, 'rosa.delgado');
    await enter(page, page.getByText('I can’t get a code'));
    await enter(page, page.getByRole('button', { name: 'Use a recovery code' }));
    await expect(page.getByLabel('Recovery code')).toBeFocused();
    await giveCode(page, recoveryCodes[0] ?? '');
  };
  await useFirst();
  await page.waitForURL('**/my-health.html');
  await goToSettings(page);
  await openSignInParts(page);
  await expect(page.locator('[id$="-app"]')).toContainText('9');

  await useFirst();
  const note = page.getByRole('alert').filter({ hasText: 'This code doesn’t work.' });
  await expect(note).toBeFocused();
  await expect(note).toContainText('You have 4 attempts left before your account locks.');
});

test('five wrong codes lock the account, and staff turn the second step off', async ({ page }) => {
  await setUpApp(page, 'myCooper');
  await signOut(page);
  await trySignIn(page, 'rosa.delgado');
  for (const left of ['4 attempts', '3 attempts', '2 attempts', '1 attempt']) {
    await giveCode(page, '12');
    await expect(page.getByText(`You have ${left} left before your account locks.`)).toBeVisible();
    await page.getByLabel('Code', { exact: true }).fill('');
  }
  await giveCode(page, '12');
  const note = page.getByRole('alert').filter({ hasText: 'This account is locked.' });
  await expect(note).toBeFocused();
  await expect(note).toContainText('Call your office: 1-555-555-0118');

  await page.goto('/desk.html');
  const given = await givePassword(page, 'Rosa Delgado');
  await page.getByRole('button', { name: 'Turn off the second step' }).click();
  await expect(page.getByText('Rosa Delgado signs in with the password alone.')).toBeVisible();

  await page.goto('/');
  await trySignIn(page, 'rosa.delgado', given);
  await choosePassword(page);
  await page.waitForURL('**/my-health.html');
});

test('Rosa adds a passkey, and signs in with it', async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable', { enableUI: false });
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await arrive(page, '/settings.html', { policy: 'myCooper', username: 'rosa.delgado' });
  await openSignInParts(page);
  await enter(page, page.getByRole('button', { name: 'Add a passkey' }));
  const part = page.locator('[id$="-passkeys"]');
  const name = part.getByLabel('Name');
  await tabTo(page, name);
  await name.fill('My laptop');
  await typeInto(page, part.getByLabel('Current password', { exact: true }), password);
  await page.keyboard.press('Enter');
  await expect(part.getByText('Passkey added. You can use it to sign in.')).toBeVisible();
  await expect(part).toContainText('My laptop');
  await signOut(page);

  // Not by Tab through the username field: there this browser would pick the passkey by itself.
  await page.getByRole('button', { name: 'Sign in with a passkey' }).press('Enter');
  await page.waitForURL('**/my-health.html');
  await expect(page.getByRole('button', { name: 'Hemoglobin A1c' }).first()).toBeVisible();

  await goToSettings(page);
  await openSignInParts(page);
  await enter(page, page.getByRole('button', { name: 'Remove My laptop' }));
  await typeInto(page, part.getByLabel('Current password', { exact: true }), password);
  await page.keyboard.press('Enter');
  await expect(part.getByText('Passkey removed.')).toBeVisible();
  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('This passkey doesn’t work here.');
});
