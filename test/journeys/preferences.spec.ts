import { expect, test, type Page } from './support/journey.js';
import { enter, tabTo, typeInto } from './support/keyboard.js';
import { openDesk, pick } from './support/staff.js';
import type { PolicyName } from './support/stored-data.js';
import { arrive, password, signIn, signOut } from './support/visitor.js';

const newEmail = 'rosa.new@example.com';

const settings = (page: Page) => page.locator('portal-preferences');

const openSettings = async (page: Page, policy: PolicyName = 'MyChart') => {
  await arrive(page, '/settings.html', { policy, username: 'rosa.delgado' });
  await expectSettings(page);
};

const expectSettings = async (page: Page) => {
  await expect(settings(page).getByText('rosa.delgado@example.com')).toBeVisible();
};

/** Opens a section's form by keyboard. */
const openForm = async (page: Page, words: string) => {
  await enter(page, settings(page).getByText(words, { exact: true }));
};

const emailFields = (page: Page) =>
  [/^New email address$/, /^Confirm new email address$/].map((label) =>
    settings(page).getByLabel(label),
  );

const typeEmail = async (page: Page, email: string) => {
  for (const field of emailFields(page)) await typeInto(page, field, email);
};

/** Types another address, with the password that is asked for, and saves it. */
const saveEmail = async (page: Page) => {
  await typeEmail(page, newEmail);
  await typeInto(
    page,
    settings(page).getByLabel('Your password, to confirm', { exact: true }),
    password,
  );
  await page.keyboard.press('Enter');
};

/** Replaces what stands in a field. */
const retype = async (page: Page, label: string, text: string) => {
  await tabTo(page, settings(page).getByLabel(label, { exact: true }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
};

/** What stands in every field of the settings, by label. */
const valuesIn = (page: Page): Promise<Record<string, string>> =>
  settings(page)
    .locator('input')
    .evaluateAll((inputs) =>
      Object.fromEntries(
        (inputs as HTMLInputElement[]).map(({ labels, value }) => [
          labels?.[0]?.textContent ?? '',
          value,
        ]),
      ),
    );

test('another e-mail address holds at once, at the desk too', async ({ page, context }) => {
  await openSettings(page, 'myCooper');
  await openForm(page, 'Change my email address');
  await saveEmail(page);
  await expect(settings(page).getByText(/^Saved\. We’ll use this address/)).toBeVisible();
  await expect(settings(page).getByText(newEmail, { exact: true })).toBeVisible();

  const desk = await openDesk(context);
  await pick(desk, 'Rosa Delgado');
  await expect(desk.getByText(newEmail).first()).toBeVisible();
});

test.describe('idling', () => {
  test.use({ movesClock: true });

  test('what was typed comes back after an idle logout, to the same person only', async ({
    page,
    context,
  }) => {
    await openSettings(page);
    await openForm(page, 'Change my email address');
    await typeEmail(page, 'rosa.new@exam');
    await openForm(page, 'Change my address or phone');
    await retype(page, 'Street address', '“1”  Ferry Road');
    await retype(page, 'City', 'Camden');
    await context.clock.runFor(2000);
    await expect(settings(page).getByText(/Draft saved at/)).toHaveCount(2);
    const typed = await valuesIn(page);

    await context.clock.fastForward('16:00');
    await expect(settings(page).getByText('We signed you out.')).toBeVisible();
    expect(await valuesIn(page)).toEqual({});

    await signIn(page, 'henry.okafor');
    await page.goto('/settings.html');
    await expect(settings(page).getByText('henry.okafor@example.com')).toBeVisible();
    await openForm(page, 'Change my email address');
    await openForm(page, 'Change my address or phone');
    await expect(settings(page).getByLabel('City', { exact: true })).toHaveValue('Harbor Falls');
    const html = await settings(page).innerHTML();
    for (const trace of ['rosa', 'Rosa', 'Ferry', 'Camden', 'Start over']) {
      expect(html).not.toContain(trace);
    }
    await signOut(page);

    await signIn(page, 'rosa.delgado');
    await page.goto('/settings.html');
    await expectSettings(page);
    await expect(settings(page).getByText(/^This is what you typed on/)).toHaveCount(2);
    expect(await valuesIn(page)).toEqual(typed);
  });
});

test('what is not saved stays while another section is, and the browser asks before it is left', async ({
  page,
}) => {
  await openSettings(page);
  await openForm(page, 'Change my address or phone');
  await retype(page, 'City', 'Camden');
  await openForm(page, 'Change my email address');
  await saveEmail(page);
  await expect(settings(page).getByText(newEmail, { exact: true })).toBeVisible();
  await expect(settings(page).getByLabel('City', { exact: true })).toHaveValue('Camden');
  const contact = settings(page).locator('section', { hasText: 'Address and phone' });
  await expect(contact.getByText('Not saved')).toBeVisible();

  const link = page.getByRole('link', { name: 'Help with the patient portal' });
  const isAsked = page.waitForEvent('dialog');
  const followed = enter(page, link);
  const question = await isAsked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await followed;
  await expect(settings(page).getByLabel('City', { exact: true })).toHaveValue('Camden');

  page.once('dialog', (again) => void again.accept());
  await enter(page, link);
  await expect(page).toHaveURL(/help\.html$/);
  await page.goto('/settings.html');
  await expect(settings(page).getByText(/^This is what you typed on/)).toBeVisible();
  await expect(settings(page).getByLabel('City', { exact: true })).toHaveValue('Camden');
});

test('the same change in two tabs: the second is told, is shown both, and loses nothing', async ({
  page,
  context,
}) => {
  await openSettings(page);
  const other = await context.newPage();
  await other.goto('/settings.html');
  for (const tab of [page, other]) {
    await openForm(tab, 'Change my address or phone');
    await expect(settings(tab).getByLabel('Phone', { exact: true })).toBeVisible();
  }
  await retype(page, 'Phone', '1-555-555-0111');
  await page.keyboard.press('Enter');
  await expect(settings(page).getByText(/^Saved\./)).toBeVisible();

  await retype(other, 'Phone', '1-555-555-0122');
  await other.keyboard.press('Enter');
  const choice = settings(other).getByRole('alert');
  await expect(choice).toContainText('What you typed: 1-555-555-0122');
  await expect(choice).toContainText('On file now: 1-555-555-0111');
  await expect(settings(other).getByLabel('Phone', { exact: true })).toHaveValue('1-555-555-0122');
  await enter(other, choice.getByRole('button', { name: 'Save what I typed' }));
  await expect(settings(other).getByText(/^Saved\./)).toBeVisible();
  await page.reload();
  await expect(settings(page).getByText('1-555-555-0122')).toBeVisible();
});
