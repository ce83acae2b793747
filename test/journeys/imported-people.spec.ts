import { importBundle } from '../../mocks/people/imported-person.js';
import { listen, staticServer } from '../../scripts/static-server.js';
import { nilsAasen } from './support/bundle.js';
import { expect, test } from './support/journey.js';
import { trySignIn } from './support/visitor.js';

/** The same build, served as `npm start -- --people FILE` does. */
const serverWithNils = () => {
  const { person } = importBundle(nilsAasen);
  return staticServer({
    root: 'build/demo',
    documents: new Map([['/people.json', JSON.stringify([person])]]),
  });
};

test('a person brought along signs in and reads what has been released', async ({ page }) => {
  const server = serverWithNils();
  const address = await listen(server, 0);
  try {
    await page.goto(address);
    await page.getByText('Demo controls').click();
    const nils = page.getByRole('listitem').filter({ hasText: 'nils.aasen' });
    await expect(nils).toContainText('Nils Aasen: brought along with 2 results');
    await trySignIn(page, 'nils.aasen');
    await page.waitForURL('**/my-health.html');

    const rows = page.locator('test-results').getByRole('rowheader');
    await expect(rows).toHaveText([/Salts of the blood/]);
    await page.getByRole('button', { name: 'Salts of the blood' }).click();
    const table = page.getByRole('table', { name: 'Salts of the blood' });
    await expect(table.getByRole('row', { name: /Sodium in serum/ })).toContainText('141 mmol/L');
    await expect(table.getByRole('row', { name: /Potassium in serum/ })).toContainText(
      '4.4 mmol/L',
    );
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
