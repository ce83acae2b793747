import { mychart } from '../../src/policy/mychart.js';
import { nilsAasen } from './support/bundle.js';
import { expect, test, type Page } from './support/journey.js';
import { openDesk, pick } from './support/staff.js';
import { arrive, signIn, signOutButton, trySignIn } from './support/visitor.js';

const file = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

/** Asks the backend as a page of the patients' does. */
const ask = (page: Page, path: string, body: object): Promise<number> =>
  page.evaluate(
    async ({ path, body }) => {
      const session = (await (await fetch('/api/session')).json()) as { csrfToken: string };
      const headers = {
        'Content-Type': 'application/json',
        'X-CSRF-Token': session.csrfToken,
        'Idempotency-Key': crypto.randomUUID(),
      };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      return (await fetch(`/api${path}`, init)).status;
    },
    { path, body },
  );

test('a result is reviewed at the desk, and its patient sees it', async ({ page, context }) => {
  await arrive(page, '/my-health.html', { username: 'rosa.delgado' });
  const rows = page.locator('test-results').getByRole('rowheader');
  const newest = rows.filter({ hasText: 'Thyroid stimulating hormone (TSH)' });
  await expect(rows.first()).toBeVisible();
  const before = await newest.count();

  const desk = await openDesk(context);
  await pick(desk, 'Rosa Delgado');
  const name = 'Thyroid stimulating hormone (TSH)';
  await desk.getByRole('button', { name: `Mark as reviewed: ${name}` }).click();
  await expect(desk.getByRole('status')).toHaveText(`${name}: reviewed.`);
  await expect(desk.getByRole('heading', { name: 'Results' }), 'the button is gone').toBeFocused();
  await expect(desk.getByRole('article')).toContainText('To rosa.delgado@example.com');

  await page.reload();
  await expect(newest).toHaveCount(before + 1);
});

test('a value is corrected at the desk, and its patient sees what it was', async ({
  page,
  context,
}) => {
  await arrive(page, '/my-health.html', { username: 'rosa.delgado' });
  const desk = await openDesk(context);
  await pick(desk, 'Rosa Delgado');
  await desk.getByRole('button', { name: 'Correct Cholesterol panel (lipids)' }).first().click();
  await desk.getByLabel('Should be').fill('201');
  await desk.getByLabel('What was wrong, for the patient').fill('Two tubes were mixed up.');
  await desk.getByRole('button', { name: 'Correct it' }).click();
  await expect(desk.getByRole('status')).toContainText('corrected');
  await expect(desk.getByLabel('Should be')).toBeHidden();

  await page.reload();
  await page.getByRole('button', { name: 'Cholesterol panel (lipids)' }).first().click();
  await expect(page.getByText('Two tubes were mixed up.')).toBeVisible();
  await expect(
    page.getByRole('table', { name: 'Cholesterol panel (lipids)' }).getByText('201'),
  ).toBeVisible();
});

test('the clock moves forward, and whoever was signed in is signed out', async ({
  page,
  context,
}) => {
  await arrive(page, '/my-health.html', { username: 'rosa.delgado' });
  const result = page.getByRole('button', { name: 'Hemoglobin A1c' }).first();
  await expect(result).toBeVisible();

  const desk = await openDesk(context);
  await desk.getByRole('button', { name: 'Move the clock' }).click();
  await expect(desk.getByText('15 minutes ahead')).toBeVisible();

  await result.click();
  await expect(page.locator('test-results').getByRole('link', { name: /sign in/i })).toBeVisible();
});

test('the link to a new password is read in the outbox', async ({ page, context }) => {
  await arrive(page, '/');
  await expect(page.getByRole('heading', { name: /^Sign in to / })).toBeVisible();
  expect(await ask(page, '/account/password-resets', { username: 'rosa.delgado' })).toBe(200);

  const desk = await openDesk(context);
  const letter = await desk.getByRole('article').innerText();
  const token = /#new-password=(\S+)/.exec(letter)?.[1] ?? '';
  expect(await ask(page, '/account/password-resets/read', { token })).toBe(200);
});

test('what is broken at the desk is broken in the other tab, until it is mended', async ({
  page,
  context,
}) => {
  await arrive(page, '/');
  const desk = await openDesk(context);
  await desk.getByLabel('Requests').selectOption('signIn');
  await desk.getByLabel('Come to').selectOption('unavailable');
  await desk.getByRole('button', { name: 'Break it' }).click();
  await expect(desk.getByText('signIn: unavailable (503)')).toBeVisible();

  await trySignIn(page, 'rosa.delgado');
  await expect(page.getByText('Something went wrong on our side.')).toBeVisible();
  await desk.getByRole('button', { name: 'Mend signIn' }).click();
  await expect(desk.getByText('Nothing is broken.')).toBeVisible();
  await signIn(page, 'rosa.delgado');
});

test('a patient is found by name, and more results are shown, with the keyboard', async ({
  page,
}) => {
  const desk = page;
  await arrive(desk, '/desk.html');
  await desk.getByRole('searchbox', { name: 'Name' }).fill('whit');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('1 patient', { exact: true })).toBeVisible();
  await pick(desk, 'June Whitfield');
  const rows = desk.getByRole('region', { name: 'Results' }).getByRole('listitem');
  await expect(desk.getByRole('button', { name: 'Show more results' })).toBeVisible();
  const before = await rows.count();
  await desk.getByRole('button', { name: 'Show more results' }).focus();
  await desk.keyboard.press('Enter');
  await expect(rows).toHaveCount(before + 5);
});

test('a snapshot brings everything back, in every tab', async ({ page, context }) => {
  await arrive(page, '/my-health.html', { username: 'rosa.delgado' });
  const desk = await openDesk(context);
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: 'Save a snapshot' }).click(),
  ]);
  const path = await download.path();
  await signOutButton(page).click();
  await expect(page.locator('test-results').getByRole('link', { name: /sign in/i })).toBeVisible();

  await desk.getByLabel('Load a snapshot').setInputFiles(path);
  await expect(desk.getByRole('status')).toHaveText('Snapshot loaded in every tab.');
  await expect(page.locator('test-results').getByRole('rowheader').first()).toBeVisible();

  await desk.getByLabel('Load a snapshot').setInputFiles(file('policy.json', mychart));
  await expect(desk.getByRole('alert')).toContainText('errors');
});

test('a person of a FHIR file is there at once', async ({ page, context }) => {
  await arrive(page, '/');
  const desk = await openDesk(context);
  await desk.getByLabel('Add people').setInputFiles(file('nils.json', nilsAasen));
  await expect(desk.getByRole('status')).toContainText('Nils Aasen is here with 2 results');
  await pick(desk, 'Nils Aasen');
  await desk.getByLabel('Add people').setInputFiles(file('nils.json', nilsAasen));
  await expect(desk.getByRole('alert')).toContainText('This person is here already.');
  await signIn(page, 'nils.aasen');
});

const chooseFile = (desk: Page, content: unknown) =>
  desk.getByLabel('Your own, as a JSON file').setInputFiles(file('policy.json', content));

test('a policy of one’s own is enforced and spoken', async ({ page, context }) => {
  const own = {
    ...mychart,
    id: 'lakeside',
    portal: { name: 'Lakeside Connect', organization: 'Lakeside Clinics' },
    login: { ...mychart.login, maxAttempts: 2 },
  };
  await arrive(page, '/');
  await chooseFile(await openDesk(context), own);
  await expect(page.getByRole('heading', { name: 'Sign in to Lakeside Connect' })).toBeVisible();

  await trySignIn(page, 'rosa.delgado', 'not this one');
  await expect(page.getByText('You have 1 attempt left before your account locks.')).toBeVisible();
  await trySignIn(page, 'rosa.delgado', 'nor this one');
  await expect(page.getByText('There were 2 wrong attempts in a row.')).toBeVisible();
  await page.goto('/help.html#faq-login-lockout');
  await expect(page.locator('portal-faq details[open]')).toContainText('after 2 wrong passwords');
});

test('every mistake in a policy of one’s own is named, and the old one stays', async ({ page }) => {
  const desk = page;
  await arrive(desk, '/desk.html');
  await chooseFile(desk, { ...mychart, timeZone: 5, login: { ...mychart.login, maxAttempts: 0 } });
  const mistakes = desk.getByRole('alert').getByRole('listitem');
  await expect(mistakes).toHaveCount(2);
  await expect(mistakes.filter({ hasText: 'timeZone: expected' })).toBeVisible();
  await expect(mistakes.filter({ hasText: 'login.maxAttempts: expected' })).toBeVisible();
  await expect(desk.getByRole('radio', { name: 'MyChart' })).toBeChecked();

  await chooseFile(desk, 'Lakeside');
  await expect(desk.getByRole('alert')).toHaveText('This file isn’t a JSON object.');
});

test('"Start over" signs out in every tab, and keeps the policy', async ({ page, context }) => {
  await arrive(page, '/my-health.html', { policy: 'myCooper', username: 'june.whitfield' });
  await expect(page.locator('test-results').getByRole('rowheader').first()).toBeVisible();

  const desk = await openDesk(context);
  await desk.getByRole('button', { name: 'Start over' }).click();

  await expect(page.locator('test-results').getByRole('link', { name: /sign in/i })).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in to myCooper' })).toBeVisible();
});
