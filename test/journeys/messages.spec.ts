import { expect, test, type Page } from './support/journey.js';
import { enter, tabTo, typeInto } from './support/keyboard.js';
import { breakRequests, mend, openDesk, pick } from './support/staff.js';
import { arrive, signIn, signOut, wholeHtml } from './support/visitor.js';

const inbox = (page: Page) => page.locator('secure-inbox');

const folder = (page: Page, name: string) =>
  inbox(page).getByRole('button', { name: new RegExp(`^${name}`) });

const openInbox = async (page: Page): Promise<void> => {
  await arrive(page, '/messages.html', { username: 'rosa.delgado' });
  await expect(inbox(page).getByText(/^Showing /)).toBeVisible();
};

/** Fills in a new message to Rosa's or Henry's physician. */
const compose = async (page: Page, title: string, text: string): Promise<void> => {
  await inbox(page).getByRole('button', { name: 'Write a message' }).click();
  await inbox(page).getByLabel('To', { exact: true }).selectOption('Elena Marsh, MD, Primary care');
  await inbox(page).getByLabel('What’s it about?').selectOption('A health question');
  await inbox(page).getByLabel('Subject').fill(title);
  await inbox(page).getByLabel('Your message').fill(text);
};

const send = (page: Page) => inbox(page).getByRole('button', { name: 'Send message', exact: true });
const wasSent = (page: Page) => inbox(page).getByText('Message sent.');

const png = {
  name: 'left foot.png',
  mimeType: 'image/png',
  buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]),
};

/** How often the folder of what was sent has a message of this title. */
const expectSentOnce = async (page: Page, title: string): Promise<void> => {
  await folder(page, 'Sent').click();
  await expect(inbox(page).getByRole('button', { name: title, exact: true })).toHaveCount(1);
};

test('a message is written with the keyboard alone, the desk answers, and the answer is read', async ({
  page,
  context,
}) => {
  await openInbox(page);
  await enter(page, inbox(page).getByRole('button', { name: 'Write a message' }));
  await expect(inbox(page).getByRole('heading', { name: 'Write a message' })).toBeFocused();
  await expect(inbox(page).getByText('Messages aren’t for emergencies.')).toBeVisible();
  await tabTo(page, inbox(page).getByLabel('To', { exact: true }));
  await page.keyboard.type('Elena');
  await tabTo(page, inbox(page).getByLabel('What’s it about?'));
  await page.keyboard.type('A health');
  await typeInto(page, inbox(page).getByLabel('Subject'), 'Shoes for long walks');
  await typeInto(page, inbox(page).getByLabel('Your message'), 'Which ones are good for my feet?');
  await enter(page, send(page));
  await expect(wasSent(page)).toBeVisible();

  const desk = await openDesk(context);
  await pick(desk, 'Rosa Delgado');
  await desk.getByRole('button', { name: 'Open: Shoes for long walks' }).press('Enter');
  await expect(desk.getByRole('heading', { name: 'Shoes for long walks' })).toBeFocused();
  await desk.getByLabel('Answer', { exact: true }).fill('Those with soft soles.');
  await desk.getByRole('button', { name: 'Send the answer' }).press('Enter');
  await expect(desk.getByRole('status')).toHaveText('Shoes for long walks: answered.');

  await page.reload();
  await expect(folder(page, 'Inbox')).toHaveText(/3\s*unread/);
  await enter(page, inbox(page).getByRole('button', { name: 'Shoes for long walks' }));
  await expect(inbox(page).getByRole('heading', { name: 'Shoes for long walks' })).toBeFocused();
  const messages = inbox(page).getByRole('list', { name: 'Messages, oldest first' });
  await expect(messages).toContainText('Those with soft soles.');
  await expect(folder(page, 'Inbox')).toHaveText(/2\s*unread/);
});

test('what is read in one tab is read in the other', async ({ page, context }) => {
  await openInbox(page);
  const other = await context.newPage();
  await other.goto('/messages.html');
  await expect(folder(other, 'Inbox')).toHaveText(/2\s*unread/);
  await inbox(page).getByRole('button', { name: 'Your yearly blood test' }).click();
  await expect(folder(page, 'Inbox')).toHaveText(/1\s*unread/);
  await expect(folder(other, 'Inbox')).toHaveText(/1\s*unread/);
});

test.describe('idling', () => {
  test.use({ movesClock: true });

  test('idling ends the session while somebody writes: text and files are back, for the same person only', async ({
    page,
    context,
  }) => {
    await openInbox(page);
    await compose(page, 'Shoes', 'My feet hurt on long walks.');
    await inbox(page).getByLabel('Add files (optional)').setInputFiles([png]);
    await expect(inbox(page).getByText('left foot.png was added.')).toBeAttached();
    await expect(inbox(page).getByText(/Draft saved at/)).toBeVisible();

    await context.clock.fastForward('13:00');
    await context.clock.fastForward('02:00');
    await expect(inbox(page).getByText('We signed you out.')).toBeVisible();
    const html = await wholeHtml(page);
    for (const word of ['long walks', 'left foot']) expect(html).not.toContain(word);

    await signIn(page, 'henry.okafor');
    await page.goto('/messages.html');
    await expect(inbox(page).getByRole('heading', { name: 'Write a message' })).toHaveCount(0);
    await folder(page, 'Drafts').click();
    await expect(inbox(page).getByText('No drafts')).toBeVisible();
    await signOut(page);

    await signIn(page, 'rosa.delgado');
    await page.goto('/messages.html');
    await expect(inbox(page).getByLabel('Subject')).toHaveValue('Shoes');
    await expect(inbox(page).getByLabel('Your message')).toHaveValue('My feet hurt on long walks.');
    await expect(inbox(page).getByText('left foot.png (1 kB)')).toBeVisible();
    await send(page).click();
    await expect(wasSent(page)).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      inbox(page)
        .getByRole('button', { name: /^Download left foot\.png/ })
        .click(),
    ]);
    expect(download.suggestedFilename()).toBe('left foot.png');
  });
});

test.describe('a network that fails', () => {
  test.use({ tolerated: /Failed to load resource|Failed to fetch/ });

  test('after the message was sent: one message in the end', async ({ page, context }) => {
    await openInbox(page);
    await compose(page, 'Shoes', 'Which ones are good for my feet?');
    const desk = await openDesk(context);
    await breakRequests(desk, 'sendMessage', 'lost');
    await send(page).click();
    await expect(inbox(page).getByText('We can’t reach the portal.')).toBeVisible();
    await mend(desk, 'sendMessage');
    // What the browser tells a page that is online again.
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(wasSent(page)).toBeVisible();
    await expectSentOnce(page, 'Shoes');
  });
});
