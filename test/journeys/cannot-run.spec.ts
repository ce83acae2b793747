import { expect, test } from './support/journey.js';

/** The page says to the developer, too, why the demo did not start. */
test.use({ tolerated: /StorageError/ });

test('over plain http the page says why there is no portal', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'isSecureContext', { value: false });
    delete (Navigator.prototype as { locks?: unknown }).locks;
  });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('Open it as http://localhost');
});

test('without storage the page says why there is no portal', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The user denied permission to access the database.');
    };
  });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('cannot keep its data in this browser');
});
