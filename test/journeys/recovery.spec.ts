import { june } from '../../mocks/people/june/june.js';
import { rosa } from '../../mocks/people/rosa/rosa.js';
import { expect, test, type Page } from './support/journey.js';
import { enter, typeDate, typeInto } from './support/keyboard.js';
import { countEmails, linkIn, newestEmail } from './support/outbox.js';
import { today } from './support/today.js';
import { arrive, trySignIn } from './support/visitor.js';

const newPassword = 'ferry over calm water';

const askForLink = async (page: Page, username: string) => {
  await typeInto(page, page.getByLabel(/^(ID|Username|Member name)$/), username);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/we’ve emailed a link/)).toBeVisible();
};

const askForUsername = async (page: Page, email: string, birthDate: string) => {
  await typeInto(page, page.getByLabel('Email address'), email);
  await typeDate(page, page.getByLabel('Date of birth', { exact: true }), birthDate);
  await page.keyboard.press('Enter');
  return page.getByText(/^If we have this address on file/).locator('xpath=../../..');
};

const lock = async (page: Page, username: string) => {
  for (let n = 0; n < 5; n += 1) {
    await trySignIn(page, username, 'not this one');
    await expect(page.getByRole('alert')).toBeFocused();
  }
  await expect(page.getByRole('alert')).toContainText('This account is locked.');
};

test('a forgotten username comes by e-mail to the address on file, and shows on no page', async ({
  page,
}) => {
  await arrive(page, '/recovery.html');
  const stranger = june(today).patient.birthDate ?? '';
  const answer = await askForUsername(page, 'june.whitfield@example.com', stranger);
  await expect(answer).toContainText('1-555-555-0142');
  await expect(answer).toContainText('Monday to Friday, 8:00 AM to 5:00 PM');
  expect(await countEmails(page), 'she has no address on file').toBe(0);

  await page.reload();
  const birthDate = rosa(today).patient.birthDate ?? '';
  await askForUsername(page, 'rosa.delgado@example.com', birthDate);
  expect(await newestEmail(page, 1)).toContain('Here it is: rosa.delgado');
  await expect(page.getByText('rosa.delgado', { exact: true })).toBeHidden();
});

test('myCooper: a new password by the link of an e-mail, by keyboard alone, and once', async ({
  page,
}) => {
  await arrive(page, '/recovery.html', { policy: 'myCooper' });
  await askForLink(page, 'rosa.delgado');
  const link = linkIn(await newestEmail(page, 1));

  await page.goto('about:blank'); // as from an e-mail program
  await page.goto(`/recovery.html${link}`);
  await expect(page.getByText('What was the name of your first school?')).toBeVisible();
  await typeInto(page, page.getByLabel('Answer to your question'), 'saint brigid');
  await typeInto(page, page.getByLabel('New password', { exact: true }), newPassword);
  expect(page.url()).not.toContain('#');
  await enter(page, page.getByRole('button', { name: 'Save my new password' }));
  await expect(page.getByRole('heading', { name: 'You have a new password.' })).toBeFocused();
  await enter(page, page.locator('portal-recovery').getByRole('link', { name: 'Sign in' }));
  await trySignIn(page, 'rosa.delgado', newPassword);
  await page.waitForURL('**/my-health.html');

  await page.goto('about:blank');
  await page.goto(`/recovery.html${link}`);
  await expect(page.getByText('This link no longer works.')).toBeVisible();
});

test('MyChart: a link unlocks what wrong passwords have locked', async ({ page }) => {
  await arrive(page, '/');
  await lock(page, 'rosa.delgado');
  await page.goto('/recovery.html');
  await askForLink(page, 'rosa.delgado');
  const link = linkIn(await newestEmail(page, 1));
  await page.goto('about:blank');
  await page.goto(`/recovery.html${link}`);
  await typeInto(page, page.getByLabel('New password', { exact: true }), newPassword);
  await page.keyboard.press('Enter');
  await enter(page, page.locator('portal-recovery').getByRole('link', { name: 'Sign in' }));
  await trySignIn(page, 'rosa.delgado', newPassword);
  await page.waitForURL('**/my-health.html');
});

test('myCooper: a locked account gets no link, and its owner is told by e-mail whom to call', async ({
  page,
}) => {
  await arrive(page, '/', { policy: 'myCooper' });
  await lock(page, 'rosa.delgado');
  await page.goto('/recovery.html');
  await askForLink(page, 'rosa.delgado');
  expect(await newestEmail(page, 1)).toContain('call your office: 1-555-555-0118');
});
