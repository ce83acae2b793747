import { readFile } from 'node:fs/promises';
import { mycooper } from '../../src/policy/mycooper.js';
import { expect, test, type Page } from './support/journey.js';
import { enter, tabTo, typeInto } from './support/keyboard.js';
import { breakRequests, mend, openDesk, pick } from './support/staff.js';
import { arrive, signIn, signOut, wholeHtml, type Before } from './support/visitor.js';

const widgetIn = (page: Page) => page.locator('portal-appointments');
const card = (page: Page, name: string) =>
  widgetIn(page).getByRole('article', { name, exact: true });
const reason = 'My knee clicks on stairs.';

const openAppointments = async (page: Page, before?: Before) => {
  await arrive(page, '/appointments.html', { username: 'rosa.delgado', ...before });
  await expect(widgetIn(page).getByRole('article').first()).toBeVisible();
};

/** By the form, in a browser where somebody else was before. */
const comeBack = async (page: Page, username: string) => {
  await signIn(page, username);
  await page.goto('/appointments.html');
  await expect(widgetIn(page).getByRole('article').first()).toBeVisible();
};

const askFor = async (page: Page, text = reason) => {
  await page.getByRole('button', { name: 'Request an appointment' }).click();
  await page.getByLabel('Reason for the appointment').fill(text);
};

test('a visit is asked for by keyboard alone, the desk books it, and it shows', async ({
  page,
  context,
}) => {
  await openAppointments(page);
  await enter(page, page.getByRole('button', { name: 'Request an appointment' }));
  await expect(page.getByRole('heading', { name: 'Request an appointment' })).toBeFocused();
  await typeInto(page, page.getByLabel('Reason for the appointment'), reason);
  await tabTo(page, page.getByLabel('Anyone on the care team'));
  await tabTo(page, page.getByLabel('In person'));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('By video')).toBeChecked();
  await tabTo(page, page.getByLabel('Tuesday'));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByLabel('Afternoon'));
  await page.keyboard.press('Space');
  await enter(page, page.getByRole('button', { name: 'Request an appointment' }));
  const note = widgetIn(page).locator('[part=note]', { hasText: 'Appointment requested.' });
  await expect(note).toBeFocused();
  await expect(card(page, reason)).toContainText('We’ll reply by');
  await expect(card(page, reason)).toContainText('By video');
  await expect(card(page, reason)).toContainText('Tuesday');

  const desk = await openDesk(context);
  await pick(desk, 'Rosa Delgado');
  await desk.getByRole('button', { name: `Answer: ${reason}` }).click();
  await desk.getByLabel('What it is').fill('Visit about your knee');
  await desk.getByLabel('When, in the portal’s time').fill('2027-03-09T14:30');
  await desk.getByRole('button', { name: 'Book it' }).click();
  await expect(desk.getByRole('status')).toContainText('booked');

  await page.reload();
  const visit = card(page, 'Visit about your knee');
  await expect(visit).toContainText('March 9, 2027');
  await expect(visit).toContainText(/2:30.PM to 3:00.PM/);
  await expect(card(page, reason)).toContainText('We booked your appointment.');
});

test('a request that the office declines says why', async ({ page, context }) => {
  await openAppointments(page);
  await askFor(page);
  await page.getByRole('button', { name: 'Request an appointment' }).click();
  await expect(card(page, reason)).toBeVisible();

  const desk = await openDesk(context);
  await pick(desk, 'Rosa Delgado');
  await desk.getByRole('button', { name: `Answer: ${reason}` }).click();
  await desk.getByLabel('Why, and what to do instead').fill('Please see physical therapy first.');
  await desk.getByRole('button', { name: 'Decline it' }).click();
  await expect(desk.getByRole('status')).toContainText('declined');

  await page.reload();
  await expect(card(page, reason)).toContainText('We can’t book this appointment.');
  await expect(card(page, reason)).toContainText('Please see physical therapy first.');
});

test('cancelling needs a call, and the page says why and whom to call', async ({ page }) => {
  await openAppointments(page, { policy: 'myCooper' });
  const video = card(page, 'Video visit: thyroid');
  await enter(page, video.getByText('Cancel or change appointment'));
  await expect(video).toContainText('Call us to cancel or change this appointment.');
  await expect(video.getByRole('link', { name: mycooper.support.officePhone })).toBeVisible();
  const atHospital = card(page, 'Yearly visit, gynecology');
  await atHospital.getByText('Cancel or change appointment').click();
  await expect(atHospital).toContainText(
    'Call Riverbend Hospital, Specialty Clinics: 1-555-555-0125',
  );
  await expect(atHospital.getByRole('link', { name: 'Why is this so?' })).toHaveAttribute(
    'href',
    'help.html#faq-appointments-cancel-by-phone',
  );
});

test.describe('with a network that fails', () => {
  test.use({ tolerated: /^Failed to load resource: net::ERR_FAILED/ });

  test('sent again after the answer was lost, there is one request', async ({ page, context }) => {
    await openAppointments(page);
    await askFor(page);
    const desk = await openDesk(context);
    await breakRequests(desk, 'requestAppointment', 'lost');
    await page.getByRole('button', { name: 'Request an appointment' }).click();
    await expect(
      page.getByText('We do not know whether your request arrived.', { exact: true }),
    ).toBeVisible();
    await mend(desk, 'requestAppointment');
    await page.getByRole('button', { name: 'Send it again' }).click();
    await expect(page.getByText('Appointment requested.')).toBeVisible();
    await expect(card(page, reason)).toHaveCount(1);
    await page.reload();
    await expect(card(page, reason)).toHaveCount(1);
  });
});

test.describe('idling', () => {
  test.use({ movesClock: true });
  test('idling ends the session in the middle of the form; who comes back goes on there', async ({
    page,
    context,
  }) => {
    await openAppointments(page);
    await askFor(page);
    await page.getByLabel('Afternoon').check();
    await context.clock.fastForward('00:02');
    await expect(page.getByText('Draft saved at')).toBeVisible();
    await context.clock.fastForward('15:00');
    await expect(widgetIn(page).getByText('You were signed out.')).toBeVisible();
    expect(await wholeHtml(page)).not.toContain('knee');

    await comeBack(page, 'henry.okafor');
    await page.getByRole('button', { name: 'Request an appointment' }).click();
    await expect(page.getByLabel('Reason for the appointment')).toHaveValue('');
    await signOut(page);

    await comeBack(page, 'rosa.delgado');
    await page.getByRole('button', { name: 'Request an appointment' }).click();
    await expect(page.getByText('This is what you typed on')).toBeVisible();
    await expect(page.getByLabel('Reason for the appointment')).toHaveValue(reason);
    await expect(page.getByLabel('Afternoon')).toBeChecked();
    await page.getByRole('button', { name: 'Request an appointment' }).click();
    await expect(card(page, reason)).toHaveCount(1);
  });
});

test('the entry for the calendar is saved, and tells nobody what the visit is for', async ({
  page,
}) => {
  await openAppointments(page);
  const download = page.waitForEvent('download');
  await card(page, 'Yearly visit, gynecology')
    .getByRole('button', { name: 'Add to calendar' })
    .click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('appointment.ics');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('BEGIN:VEVENT\r\n');
  expect(text).not.toMatch(/gynecology|yearly|delgado/i);
});

test.describe('for whoever reads elsewhere', () => {
  test.use({ timezoneId: 'America/Los_Angeles' });

  test('times are those of the portal, whose time zone is named', async ({ page }) => {
    await openAppointments(page);
    await expect(card(page, 'Video visit: thyroid')).toContainText(
      /\d:\d\d.[AP]M to \d+:\d\d.[AP]M \(Eastern (Standard|Daylight) Time\)/,
    );
  });
});

test.describe('for whoever reads where the office is', () => {
  test.use({ timezoneId: 'America/New_York' });

  test('no time zone is named', async ({ page }) => {
    await openAppointments(page);
    await expect(card(page, 'Video visit: thyroid')).toContainText(/[AP]M/);
    await expect(widgetIn(page)).not.toContainText('Eastern');
  });
});
