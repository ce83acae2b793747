import { june } from '../../mocks/people/june.js';
import { rosa } from '../../mocks/people/rosa.js';
import { expect, test, type Page } from './support/journey.js';
import { enter, tabTo, typeDate, typeInto } from './support/keyboard.js';
import { countEmails, linkIn, newestEmail } from './support/outbox.js';
import { openDesk, unlock } from './support/staff.js';
import { choosePolicy, password, trySignIn } from './support/visitor.js';

const newPassword = 'ferry over calm water';

const askForLink = async (page: Page, username: string) => {
  await page.goto('/recovery.html');
  await typeInto(page, page.getByLabel(/^(ID|Username|Member name)$/), username);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/a link is on its way/)).toBeVisible();
};

const askForUsername = async (page: Page, email: string, birthDate: string) => {
  await page.goto('/recovery.html');
  await typeInto(page, page.getByLabel('Email address'), email);
  await typeDate(page, page.getByLabel('Date of birth', { exact: true }), birthDate);
  await page.keyboard.press('Enter');
  return page.getByText(/^If we know you by this address/).locator('xpath=../../..');
};

const locks = async (page: Page, username: string) => {
  await page.goto('/');
  for (let n = 0; n < 5; n += 1) {
    await trySignIn(page, username, 'not this one');
    await expect(page.getByRole('alert')).toBeFocused();
  }
  await expect(page.getByRole('alert')).toContainText('This account is locked.');
};

for (const policy of ['MyChart', 'myCooper'] as const) {
  test(`${policy}: a forgotten username comes by e-mail and shows on no page`, async ({ page }) => {
    await page.goto('/');
    await choosePolicy(page, policy);
    const birthDate = rosa(Date.now()).patient.birthDate ?? '';
    const note = await askForUsername(page, 'rosa.delgado@example.com', birthDate);
    await expect(note).toContainText(policy === 'MyChart' ? '1-555-555-0142' : '1-555-555-0118');
    await expect(note).toContainText('Monday to Friday, 8:00 AM to 5:00 PM');
    expect(await newestEmail(page, 1)).toContain('It is: rosa.delgado');
    await expect(page.getByText('rosa.delgado', { exact: true })).toBeHidden();
  });

  test(`${policy}: without an address on file nothing is sent, and it is said whom to call`, async ({
    page,
  }) => {
    await choosePolicy(page, policy);
    const birthDate = june(Date.now()).patient.birthDate ?? '';
    const note = await askForUsername(page, 'june.whitfield@example.com', birthDate);
    await expect(note).toContainText(policy === 'MyChart' ? '1-555-555-0142' : '1-555-555-0118');
    await expect(note).toContainText('Monday to Friday, 8:00 AM to 5:00 PM');
    expect(await countEmails(page)).toBe(0);
  });

  test(`${policy}: five wrong passwords lock, staff unlock, and the right one signs in`, async ({
    page,
    context,
  }) => {
    await choosePolicy(page, policy);
    const field = page.getByLabel('Password', { exact: true });
    await typeInto(page, page.getByLabel(/^(ID|Username)$/), 'rosa.delgado');
    const tryPassword = async (typed: string) => {
      await tabTo(page, field);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
    };
    for (const left of ['4 tries', '3 tries', '2 tries', '1 try']) {
      await tryPassword('not this one');
      await expect(page.getByText(`You have ${left} left.`)).toBeVisible();
    }
    await tryPassword('not this one');
    await expect(page.getByRole('alert')).toContainText('This account is locked.');

    await unlock(await openDesk(context), 'Rosa Delgado');
    await tryPassword(password);
    await page.waitForURL('**/my-health.html');
  });

  test(`${policy}: a new password by the link of an e-mail, by keyboard alone`, async ({
    page,
  }) => {
    await page.goto('/');
    await choosePolicy(page, policy);
    await askForLink(page, 'rosa.delgado');
    const link = linkIn(await newestEmail(page, 1));

    await page.goto('about:blank'); // as from an e-mail program
    await page.goto(`/recovery.html${link}`);
    if (policy === 'myCooper') {
      await expect(page.getByText('What was the name of your first school?')).toBeVisible();
      await typeInto(page, page.getByLabel('Answer to your question'), 'saint brigid');
    }
    await typeInto(page, page.getByLabel('New password', { exact: true }), newPassword);
    expect(page.url()).not.toContain('#');
    await enter(page, page.getByRole('button', { name: 'Save my new password' }));
    await expect(page.getByRole('heading', { name: 'You have a new password.' })).toBeFocused();
    await enter(page, page.locator('portal-recovery').getByRole('link', { name: 'Sign in' }));
    await trySignIn(page, 'rosa.delgado', newPassword);
    await page.waitForURL('**/my-health.html');

    await page.goto('about:blank');
    await page.goto(`/recovery.html${link}`);
    await expect(page.getByText('This link does not work any more.')).toBeVisible();
  });
}

test('nobody gets to know whether there is an account', async ({ page }) => {
  await askForLink(page, 'rosa.delgado');
  const known = await page.locator('portal-recovery').innerText();
  await askForLink(page, 'nobody.at.all');
  expect(await page.locator('portal-recovery').innerText()).toBe(known);
});

test('MyChart: a link unlocks what wrong passwords have locked', async ({ page }) => {
  await locks(page, 'rosa.delgado');
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
  await page.goto('/');
  await choosePolicy(page, 'myCooper');
  await locks(page, 'rosa.delgado');
  await askForLink(page, 'rosa.delgado');
  expect(await newestEmail(page, 1)).toContain('call your office: 1-555-555-0118');
});
