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
