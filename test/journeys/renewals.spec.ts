import { mycooper } from '../../src/policy/mycooper.js';
import { expect, test, type BrowserContext, type Locator, type Page } from './support/journey.js';
import { breakRequests, openDesk, pick } from './support/staff.js';
import type { PolicyName } from './support/stored-data.js';
import { arrive, signIn } from './support/visitor.js';

// A request that gets no answer is one of the browser's errors, too.
test.use({ tolerated: /Failed to load resource|breaks the contract/ });

const renewable = 'Tranexamic acid 650 mg tablet';

/** The medications of somebody, on the demo's page. */
const openMedications = async (page: Page, policy: PolicyName = 'MyChart'): Promise<Locator> => {
  await arrive(page, '/medications.html', { policy, username: 'rosa.delgado' });
  return whenShown(page);
};

/** By the form, in a browser where the one who comes back was before. */
const comeBack = async (page: Page): Promise<Locator> => {
  await signIn(page, 'rosa.delgado');
  await page.goto('/medications.html');
  return whenShown(page);
};

const whenShown = async (page: Page): Promise<Locator> => {
  const widget = page.locator('med-renewal');
  await expect(widget.getByText(/^Showing \d+ of \d+$/).first()).toBeVisible();
  return widget;
};

const cardOf = (widget: Locator, name: string): Locator =>
  widget
    .getByRole('listitem')
    .filter({ has: widget.page().getByRole('heading', { name, exact: true }) });

/** Staff at work with a patient, in a tab of their own. */
const openDeskWith = async (context: BrowserContext, patient: string): Promise<Page> => {
  const desk = await openDesk(context);
  await pick(desk, patient);
  return desk;
};

const mendAll = async (desk: Page): Promise<void> => {
  await desk.getByRole('button', { name: 'Mend everything' }).click();
  await expect(desk.getByText('Nothing is broken.')).toBeVisible();
};

/** Opens the form of the medication that can be renewed, and fills it in. */
const fillIn = async (widget: Locator): Promise<Locator> => {
  const card = cardOf(widget, renewable);
  await card.getByRole('button', { name: `Request a renewal: ${renewable}` }).click();
  await card.getByLabel('90 days').check();
  await card.getByLabel('Refills', { exact: true }).selectOption('2');
  await card.getByLabel('No new allergies').check();
  return card;
};

/** In the page: opens the record of somebody for whom the one who has signed in acts. */
const openRecordOf = async (displayName: string): Promise<void> => {
  const session = document.querySelector('portal-session');
  const store = session?.context?.store;
  const state = store?.getState();
  const subjects = state?.status === 'signed-in' ? state.subjects : [];
  const subject = subjects.find((each) => each.displayName === displayName);
  if (subject) await store?.dispatch({ type: 'open-record', subject: subject.id });
};

/** How many requests for it the hospital has. */
const expectWaiting = async (context: BrowserContext, count: number): Promise<void> => {
  const desk = await openDeskWith(context, 'Rosa Delgado');
  await expect(desk.getByRole('form', { name: `Renewal: ${renewable}` })).toHaveCount(count);
  await desk.close();
};

const requested = /Renewal requested\. We’ll reply by/;

const { officePhone } = mycooper.support;
const office = `Call your ${mycooper.terms.office.en}: ${officePhone}`;

test('every reason why a medication cannot be renewed comes with its next step', async ({
  page,
  context,
}) => {
  const widget = await openMedications(page, 'myCooper');

  // renewal.refills-remaining
  const refills = cardOf(widget, 'Levothyroxine 75 mcg tablet');
  await expect(refills).toContainText('You have refills left.');
  await expect(refills).toContainText('Quay Street Pharmacy, 1-555-555-0181');
  await refills.getByText('Why?').click();
  await expect(refills).toContainText('Your pharmacy can fill it.');
  await expect(refills.getByRole('link', { name: 'Learn more' })).toHaveAttribute(
    'href',
    /help\.html#faq-renewal-refills-remaining$/,
  );

  // renewal.prescribed-here: from elsewhere
  const elsewhere = cardOf(widget, 'Vitamin D3 2,000 units capsule');
  await expect(elsewhere).toContainText('Prescribed elsewhere.');
  await elsewhere.getByText('Why?').click();
  await expect(elsewhere).toContainText(office);
  await expect(elsewhere.getByRole('link', { name: officePhone })).toBeVisible();

  // renewal.one-pending
  const pending = cardOf(widget, 'Fluticasone nasal spray, 50 mcg a spray');
  await expect(pending).toContainText(/Renewal requested|reply is late/);
  await expect(pending).toContainText(`Call your ${mycooper.terms.office.en}: ${officePhone}`);
  await expect(pending.getByRole('link', { name: officePhone })).toBeVisible();

  // renewal.prescribed-here: has ended
  await widget.getByText('Past medications').click();
  const ended = cardOf(widget, 'Levothyroxine 50 mcg tablet');
  await expect(ended).toContainText('This prescription has ended.');
  await ended.getByText('Why?').click();
  await expect(ended).toContainText(office);

  // medications.listed
  await expect(widget.getByText('Sumatriptan')).toHaveCount(0);
  await widget.getByText('Is a medication missing?').click();
  await expect(widget).toContainText('once one of our doctors adds them to the record');
  await expect(widget.getByText(/tell your doctor what else you take/)).toContainText(officePhone);

  // What is documented at the desk is listed from then on.
  const desk = await openDeskWith(context, 'Rosa Delgado');
  await desk.getByRole('button', { name: /^Document: Sumatriptan/ }).click();
  await expect(desk.getByRole('status')).toContainText('The patient sees it.');
  await page.reload();
  await expect(widget.getByRole('heading', { name: /^Sumatriptan/ })).toBeVisible();
});

test('proxy.friends-and-family: who may only look is told whom to ask', async ({
  page,
  context,
}) => {
  await arrive(page, '/medications.html', { policy: 'myCooper', username: 'rosa.delgado' });
  const desk = await openDeskWith(context, 'Henry Okafor');
  await desk.getByRole('button', { name: 'Add a consent form' }).click();
  await desk.getByLabel(/Name of who wants to open/).fill('Rosa Delgado');
  await desk.getByLabel('Relationship').selectOption('guardian');
  await desk.getByRole('button', { name: 'Add form' }).click();
  await desk.getByLabel('Access: Rosa Delgado').selectOption('view');
  await desk.getByRole('button', { name: 'Approve: Rosa Delgado' }).click();
  await expect(desk.getByRole('status')).toHaveText('The form of Rosa Delgado is approved.');

  await page.reload();
  const widget = await whenShown(page);
  await page.evaluate(openRecordOf, 'Henry Okafor');
  await expect(widget).toContainText('You’re viewing Henry Okafor’s record.');
  await expect(widget).toContainText('you can’t request renewals');
  await expect(widget).toContainText('Ask the person whose record it is.');
  await expect(widget.getByRole('heading', { name: 'Atorvastatin 20 mg tablet' })).toBeVisible();
  await expect(widget.getByRole('button', { name: /^Request a renewal/ })).toHaveCount(0);
});

test('a request is answered at the desk, and the patient sees it', async ({ page, context }) => {
  const widget = await openMedications(page, 'myCooper');
  const card = await fillIn(widget);
  const days = mycooper.renewal.replyBusinessDays;
  await expect(card).toContainText(`We’ll reply within ${days} business days.`);
  await card.getByRole('button', { name: /^Request a renewal/ }).click();
  await expect(card).toContainText(requested);

  const desk = await openDeskWith(context, 'Rosa Delgado');
  await desk.getByLabel(`Note to the patient: ${renewable}`).fill('It is at your pharmacy.');
  await desk.getByRole('button', { name: `Approve: ${renewable}` }).click();
  await expect(desk.getByRole('status')).toHaveText(`${renewable}: approved.`);
  const other = 'Fluticasone nasal spray, 50 mcg a spray';
  await desk.getByLabel(`Note to the patient: ${other}`).fill('The pollen is over.');
  await desk.getByRole('button', { name: `Deny: ${other}` }).click();
  await expect(desk.getByRole('status')).toHaveText(`${other}: denied.`);

  await page.reload();
  await expect(card).toContainText('Your renewal was approved.');
  await expect(card).toContainText('It is at your pharmacy.');
  await expect(card).toContainText('You have refills left.');
  const denied = cardOf(widget, other);
  await expect(denied).toContainText('Your renewal wasn’t approved.');
  await expect(denied).toContainText('The pollen is over.');
  await expect(denied.getByRole('button', { name: /^Request a renewal/ })).toBeVisible();
});

test('after the promised day it says that the answer is late, and whom to call', async ({
  page,
  context,
}) => {
  await arrive(page, '/', { policy: 'myCooper' });
  const desk = await openDesk(context);
  await desk.getByLabel('Move it forward by').fill('10');
  await desk.getByLabel('Unit').selectOption('days');
  await desk.getByRole('button', { name: 'Move the clock' }).click();
  await expect(desk.getByText('10 days ahead')).toBeVisible();
  const widget = await comeBack(page);
  const card = cardOf(widget, 'Fluticasone nasal spray, 50 mcg a spray');
  await expect(card).toContainText('Our reply is late.');
  await expect(card).toContainText(`No reply yet? ${office}`);
});

test('a connection that drops after the request was stored: sent again, there is one', async ({
  page,
  context,
}) => {
  const widget = await openMedications(page);
  const desk = await openDesk(context);
  await breakRequests(desk, 'requestRenewal', 'lost');
  const card = await fillIn(widget);
  await card.getByRole('button', { name: /^Request a renewal/ }).click();
  await expect(card).toContainText('We don’t know if your request got through.');
  await mendAll(desk);
  await card.getByRole('button', { name: 'Send it again' }).click();
  await expect(card).toContainText(requested);
  await expectWaiting(context, 1);
});

test('what was typed comes back to the same person after an idle logout', async ({
  page,
  context,
}) => {
  const widget = await openMedications(page);
  const card = await fillIn(widget);
  await card.getByLabel(/^Anything else/).fill('Two boxes, please.');
  await expect(card.getByText(/Draft saved at/)).toBeVisible();
  const desk = await openDesk(context);
  await desk.getByRole('button', { name: 'Move the clock' }).click();
  await expect(desk.getByText('15 minutes ahead')).toBeVisible();
  await page.reload();
  await expect(widget).toContainText('We signed you out.');

  await comeBack(page);
  await card.getByRole('button', { name: /^Request a renewal/ }).click();
  await expect(card.getByLabel(/^Anything else/)).toHaveValue('Two boxes, please.');
  await expect(card.getByLabel('90 days')).toBeChecked();
  await card.getByRole('button', { name: /^Request a renewal/ }).click();
  await expect(card).toContainText(requested);
  await expectWaiting(context, 1);
});
