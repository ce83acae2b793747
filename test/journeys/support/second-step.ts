import { Secret, TOTP } from 'otpauth';
import { expect, type Page } from './journey.js';
import { enter, typeInto } from './keyboard.js';
import type { PolicyName } from './stored-data.js';
import { arrive, password, signOutButton } from './visitor.js';

/** The code that an app with this secret shows so many half minutes from the page's now. */
export const codeAt = async (page: Page, secret: string, steps = 0): Promise<string> => {
  const now = await page.evaluate(() => Date.now());
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: now + steps * 30_000,
  });
};

/** From another page, once that one has started. */
export const goToSettings = async (page: Page): Promise<void> => {
  await expect(signOutButton(page)).toBeVisible();
  await page.goto('/settings.html');
};

/** Opens the part of the settings that is about signing in. */
export const openSignInParts = async (page: Page): Promise<void> => {
  await enter(page, page.getByText('Set up or change'));
  await expect(page.getByRole('heading', { name: 'Authenticator app' })).toBeVisible();
};

/** Rosa sets up an authenticator app by keyboard alone. */
export const setUpApp = async (page: Page, policy: PolicyName = 'MyChart') => {
  await arrive(page, '/settings.html', { policy, username: 'rosa.delgado' });
  await openSignInParts(page);
  await enter(page, page.getByRole('button', { name: 'Set up an authenticator app' }));
  const part = page.locator('[id$="-app"]');
  await typeInto(page, part.getByLabel('Current password', { exact: true }), password);
  await page.keyboard.press('Enter');
  const secret = ((await part.locator('.pw-secret').textContent()) ?? '').replace(/\s/g, '');
  await typeInto(page, part.getByLabel('Code from your app'), await codeAt(page, secret));
  await page.keyboard.press('Enter');
  await expect(part.getByRole('heading', { name: 'Your recovery codes' })).toBeFocused();
  const recoveryCodes = await part.locator('.pw-codes li').allTextContents();
  await enter(page, part.getByRole('button', { name: 'I saved my codes' }));
  await expect(part.getByText('Two-step sign-in is on.')).toBeVisible();
  return { secret, recoveryCodes };
};
