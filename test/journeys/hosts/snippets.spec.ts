import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../../../scripts/project.js';
import { snippetsIn } from '../../package/support/snippets.js';
import { openSite } from './host.js';
import { linked, served } from './recipes.js';

// In one worker: the package is packed once.
test.describe.configure({ mode: 'default' });

/** A block as a page: what it leaves out, because it stands elsewhere on a page, is added. */
const pageOf = (code: string, backend: string): string => {
  const script = code.includes('autoload.js')
    ? ''
    : '<script type="module" src="/portal-widgets/autoload.js"></script>';
  const session = code.includes('<portal-session')
    ? ''
    : '<portal-session base-url="/api" policy="mycooper"></portal-session>';
  const page = code.includes('<html')
    ? code
    : `<!doctype html><html lang="en"><head><title>Portal</title></head><body>${script}${session}${code}</body></html>`;
  return page.replace(/base-url="[^"]*"/g, `base-url="${backend}"`);
};

test('each block of HTML in the documentation is a page that is set up right', async ({ page }) => {
  const messages: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('troubleshooting.md')) messages.push(message.text());
  });
  page.on('pageerror', (error) => messages.push(String(error)));
  const blocks = snippetsIn('html');
  expect(blocks.length).toBeGreaterThan(6);
  const site = await openSite('snippets', {
    project: linked('demo/examples/script-tag'),
    make(folder, backend) {
      cpSync(join(root, 'dist/policies/mycooper.json'), join(folder, 'portal-policy.json'));
      writeFileSync(join(folder, 'french.json'), '{ "Password": "Mot de passe" }');
      blocks.forEach(({ code }, at) => {
        writeFileSync(join(folder, `block-${at}.html`), pageOf(code, backend));
      });
      return served()(folder, backend);
    },
  });
  try {
    for (const [at, { place }] of blocks.entries()) {
      await test.step(place, async () => {
        messages.length = 0;
        await page.goto(`${site.address}block-${at}.html`);
        await page.evaluate(() => customElements.whenDefined('portal-session'));
        await page.evaluate(() => document.querySelector('portal-session')?.ready);
        await expect(page.locator(':not(:defined)')).toHaveCount(0);
        expect(messages, place).toEqual([]);
      });
    }
  } finally {
    site.close();
  }
});
