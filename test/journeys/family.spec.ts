import { rosa } from '../../mocks/people/rosa/rosa.js';
import { expect, test, type BrowserContext, type Page } from './support/journey.js';
import { enter } from './support/keyboard.js';
import { openDesk, pick } from './support/staff.js';
import { today } from './support/today.js';
import { arrive, signIn, signOut } from './support/visitor.js';

/** The link in the one letter to an address, as it is read in the outbox at the desk: what stands after the page's address. */
const linkInLetter = async (context: BrowserContext, to: string): Promise<string> => {
  const desk = await openDesk(context);
  const letter = desk.getByRole('article').filter({ hasText: `To ${to}` });
  await expect(letter).toContainText('#invitation=');
  const [link = ''] = /#invitation=\S+/.exec(await letter.innerText()) ?? [];
  await desk.close();
  return link;
};

const switcher = (page: Page) => page.locator('proxy-switcher');

test('Henry switches to Ada’s record and back, and everything on the page follows', async ({
  page,
}) => {
  await arrive(page, '/my-health.html', { policy: 'myCooper', username: 'henry.okafor' });
  const results = page.locator('test-results');
  await expect(results.getByRole('rowheader').first()).toBeVisible();
  await expect(switcher(page)).toContainText('You’re viewing your own record.');

  await enter(page, switcher(page).getByRole('button', { name: /^Ada Okafor/ }));
  await expect(switcher(page)).toContainText('You’re viewing Ada Okafor’s record.');
  await expect(results.getByRole('heading', { name: 'Test results for Ada Okafor' })).toBeVisible();
  await expect(results.getByRole('rowheader', { name: 'Celiac disease screening' })).toBeVisible();
  await expect(results.getByRole('rowheader', { name: 'Hemoglobin A1c' })).toHaveCount(0);

  await page.reload();
  await expect(switcher(page)).toContainText('You’re viewing Ada Okafor’s record.');
  await page.goto('/family.html');
  await expect(
    page.locator('family-access').getByRole('heading', { name: 'Who can see Ada Okafor’s record' }),
  ).toBeVisible();
  await expect(page.locator('family-access')).toContainText('Henry Okafor');

  await switcher(page)
    .getByRole('button', { name: /^Henry Okafor/ })
    .click();
  await expect(switcher(page)).toContainText('You’re viewing your own record.');
  await expect(
    page.locator('family-access').getByRole('heading', { name: 'Who can see your record' }),
  ).toBeVisible();
});

test('MyChart: Rosa invites Mina, who accepts; Rosa changes it, takes it back, and reads of it', async ({
  page,
  context,
}) => {
  await arrive(page, '/family.html', { username: 'rosa.delgado' });
  const access = page.locator('family-access');
  await access.getByLabel('Name', { exact: true }).fill('Mina Park');
  await access.getByLabel('Email address').fill('mina.park@example.com');
  await access.getByLabel('Other family').check();
  await access.getByLabel(/^Full access/).check();
  await access.getByRole('button', { name: 'Send invitation' }).click();
  await expect(access.getByText('Invitation sent to Mina Park.')).toBeVisible();
  const link = await linkInLetter(context, 'mina.park@example.com');
  await signOut(page);

  await signIn(page, 'mina.park');
  await page.goto('about:blank'); // as from an e-mail program
  await page.goto(`/family.html${link}`);
  const birthDate = rosa(today).patient.birthDate ?? '';
  await switcher(page).getByLabel('Date of birth of the person who invited you').fill(birthDate);
  await switcher(page).getByRole('button', { name: 'Accept invitation' }).click();
  await switcher(page).getByRole('button', { name: 'Open Rosa Delgado’s record' }).click();
  await expect(switcher(page)).toContainText('You’re viewing Rosa Delgado’s record.');
  expect(page.url()).not.toContain('#');
  await page.goto('/my-health.html');
  await expect(page.locator('test-results').getByRole('rowheader').first()).toBeVisible();
  await signOut(page);

  await signIn(page, 'rosa.delgado');
  await page.goto('/family.html');
  await access.getByRole('button', { name: 'Change access: Mina Park' }).click();
  await access
    .getByRole('dialog')
    .getByLabel(/^View only/)
    .check();
  await access.getByRole('button', { name: 'Save' }).click();
  await expect(access.getByText('Mina Park can now view only.')).toBeVisible();
  await access.getByRole('button', { name: 'Remove access: Mina Park' }).click();
  await access.getByRole('button', { name: 'Remove access', exact: true }).click();
  await expect(access.getByText('Mina Park can no longer open this record.')).toBeVisible();
  await access.getByText('Who looked at your record').click();
  await expect(access).toContainText('Mina Park, with access: looked at the list of test results');
  await expect(access).toContainText('You: removed someone’s access');
});

test('MyChart: Leo comes of age, and his record closes to his mother', async ({
  page,
  context,
}) => {
  await arrive(page, '/my-health.html', { username: 'rosa.delgado' });
  await switcher(page)
    .getByRole('button', { name: /^Leo Delgado/ })
    .click();
  await expect(switcher(page)).toContainText('You’re viewing Leo Delgado’s record.');

  const desk = await openDesk(context);
  await desk.getByLabel('Move it forward by').fill('30');
  await desk.getByLabel('Unit').selectOption('days');
  await desk.getByRole('button', { name: 'Move the clock' }).click();
  await expect(desk.getByText('30 days ahead')).toBeVisible();

  await signIn(page, 'rosa.delgado'); // idle for so long, she was signed out
  await expect(switcher(page)).toContainText('That record is now closed.');
  await expect(switcher(page)).toContainText('Leo Delgado is now 18.');
  await expect(switcher(page)).toContainText('You’re viewing your own record.');
});

test('myCooper: a consent form that is approved at the desk opens the record', async ({
  page,
  context,
}) => {
  await arrive(page, '/my-health.html', { policy: 'myCooper', username: 'mina.park' });
  const news = switcher(page).getByText('Open a family member’s record');
  await news.click();
  await expect(switcher(page)).toContainText('The office is reviewing it.');
  await expect(switcher(page)).toContainText('Sam Reyes');

  const desk = await openDesk(context);
  await pick(desk, 'Sam Reyes');
  await desk.getByLabel('Access: Mina Park').selectOption('view');
  await desk.getByRole('button', { name: 'Approve: Mina Park' }).press('Enter');
  await expect(desk.getByRole('status')).toHaveText('The form of Mina Park is approved.');
  await expect(desk.getByRole('heading', { name: 'Family' }), 'the form is gone').toBeFocused();
  await expect(desk.getByRole('button', { name: 'End access: Mina Park' })).toBeVisible();

  await page.reload();
  await switcher(page)
    .getByRole('button', { name: /^Sam Reyes/ })
    .click();
  await expect(switcher(page)).toContainText(
    'You can see everything here, but you can’t send or change anything.',
  );
});
