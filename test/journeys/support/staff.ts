import type { EndpointId } from '../../../src/contract/index.js';
import type { Outcome } from '../../../mocks/faults.js';
import { expect, type BrowserContext, type Page } from './journey.js';

/** Staff at work, in a tab of their own. */
export const openDesk = async (context: BrowserContext): Promise<Page> => {
  const desk = await context.newPage();
  await desk.goto('/desk.html');
  await expect(desk.getByRole('heading', { name: 'Patients', exact: true })).toBeVisible();
  return desk;
};

/** Opens the record of a patient at the desk. */
export const pick = async (desk: Page, name: string): Promise<void> => {
  await desk.getByRole('button', { name, exact: true }).click();
  await expect(desk.getByRole('heading', { name, exact: true })).toBeFocused();
};

/** Issues another activation code to a patient, and gives it. */
export const issueCode = async (desk: Page, name: string): Promise<string> => {
  await pick(desk, name);
  await desk.getByRole('button', { name: 'Issue another code' }).press('Enter');
  const status = desk.getByRole('status');
  await expect(status).toContainText(`The code of ${name} is `);
  return /is (\S+)\./.exec(await status.innerText())?.[1] ?? '';
};

/** Gives a one-time password to a patient who has called: it unlocks the account, too. */
export const givePassword = async (desk: Page, name: string): Promise<string> => {
  await pick(desk, name);
  await desk.getByRole('button', { name: 'Give a one-time password' }).press('Enter');
  const status = desk.getByRole('status');
  await expect(status).toContainText(`The one-time password of ${name} is `);
  return /is (\S+)\. It/.exec(await status.innerText())?.[1] ?? '';
};

/** From now on requests to an endpoint end so. */
export const breakRequests = async (
  desk: Page,
  endpoint: EndpointId,
  outcome: Outcome,
): Promise<void> => {
  await desk.getByRole('combobox', { name: 'Requests' }).selectOption(endpoint);
  await desk.getByRole('combobox', { name: 'Come to' }).selectOption(outcome);
  await desk.getByRole('button', { name: 'Break it' }).click();
  await expect(desk.getByRole('button', { name: `Mend ${endpoint}` })).toBeVisible();
};

/** Ends that. */
export const mend = async (desk: Page, endpoint: EndpointId): Promise<void> => {
  await desk.getByRole('button', { name: `Mend ${endpoint}` }).click();
  await expect(desk.getByRole('button', { name: `Mend ${endpoint}` })).toBeHidden();
};
