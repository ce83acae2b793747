import { resetLinkPrefix } from '../../../src/contract/account/reset-link.js';
import { expect, type Page } from './journey.js';

/** The e-mails that the demo's backend has sent, read from where it keeps its data; oldest first. */
const textsIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const request = indexedDB.open('portal-widgets');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error('The data of the demo cannot be read.'));
      };
    });
    const reading = database.transaction('documents').objectStore('documents').getAll();
    const documents = await new Promise<unknown[]>((resolve) => {
      reading.onsuccess = () => {
        resolve(reading.result);
      };
    });
    database.close();
    return (documents as { table: string; document: { text: string; sentAt: number } }[])
      .filter(({ table }) => table === 'emails')
      .map(({ document }) => document)
      .sort((a, b) => a.sentAt - b.sentAt)
      .map(({ text }) => text);
  });

/** How many e-mails were sent. */
export const countEmails = async (page: Page): Promise<number> => (await textsIn(page)).length;

/** The text of the newest e-mail, once so many were sent. */
export const newestEmail = async (page: Page, count: number): Promise<string> => {
  await expect.poll(async () => (await textsIn(page)).length).toBe(count);
  return (await textsIn(page)).at(-1) ?? '';
};

/** The link to a new password in an e-mail, as what stands after the page's address. */
export const linkIn = (text: string): string => {
  const link = text.split('\n').find((line) => line.startsWith(resetLinkPrefix));
  expect(link, text).toBeTruthy();
  return link ?? '';
};
