import { expect, type Locator, type Page } from './journey.js';

/** Presses Tab until something has the focus, as who uses no mouse. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await expect(target).toBeVisible();
  const isFocused = () => target.evaluate((element) => element.matches(':focus'));
  for (let tabs = 0; tabs < 60 && !(await isFocused()); tabs += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
};

/** Tabs to a field and types into it. */
export const typeInto = async (page: Page, field: Locator, text: string): Promise<void> => {
  await tabTo(page, field);
  await page.keyboard.type(text);
};

/** Tabs to a date field and types the day as its parts ask for it, in American English. */
export const typeDate = async (page: Page, field: Locator, day: string): Promise<void> => {
  const [year = '', month = '', date = ''] = day.split('-');
  await typeInto(page, field, month + date + year);
  await expect(field).toHaveValue(day);
};

/** Tabs to a button or link and presses Enter. */
export const enter = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
};
