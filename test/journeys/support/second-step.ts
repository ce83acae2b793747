import { Secret, TOTP } from 'otpauth';
import { expect, type Page } from './journey.js';
import { enter, typeInto } from './keyboard.js';
import { password, signOutButton } from './visitor.js';

/** The code that an app with this secret shows so many half minutes from now. */
export const codeAt = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + steps * 30_000,
  });

/** Opens the part of the settings that is about signing in. */
export const openSignInParts = async (page: Page): Promise<void> => {
  await expect(signOutButton(page), 'the page has started').toBeVisible();
  await page.goto('/settings.html');
  await enter(page, page.getByText('Set up or change'));
  await expect(page.getByRole('heading', { name: 'Authenticator app' })).toBeVisible();
};

/** Sets up an authenticator app by keyboard alone. */
export const setUpApp = async (page: Page) => {
  await openSignInParts(page);
  await enter(page, page.getByRole('button', { name: 'Set up an authenticator app' }));
  const part = page.locator('[id$="-app"]');
  await typeInto(page, part.getByLabel('Current password'), password);
  await page.keyboard.press('Enter');
  const secret = ((await part.locator('.secret').textContent()) ?? '').replace(/\s/g, '');
  await typeInto(page, part.getByLabel('Code that the app shows'), codeAt(secret));
  await page.keyboard.press('Enter');
  await expect(part.getByRole('heading', { name: 'Your recovery codes' })).toBeFocused();
  const recoveryCodes = await part.locator('.codes li').allTextContents();
  await enter(page, part.getByRole('button', { name: 'I have kept them' }));
  await expect(part.getByText('The second step is on.')).toBeVisible();
  return { secret, recoveryCodes };
};
