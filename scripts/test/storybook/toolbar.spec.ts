import { expect, test } from '@playwright/test';
import { Visitor, type Globals } from './visitor.js';

/** Each tool, in a story in which it changes what can be read. */
const tools: readonly (readonly [
  tool: string,
  story: string,
  globals: Globals,
  words: string | RegExp,
])[] = [
  ['policy', 'portal-login--fresh', { policy: 'mychart' }, 'Sign in to MyChart'],
  ['language', 'portal-login--fresh', { locale: 'es' }, /Iniciar sesión|Inicie sesión/],
  ['person', 'test-results--many', { person: 'mina' }, 'No test results yet'],
  ['person', 'test-results--many', { person: 'nobody' }, 'Sign in to see your test results.'],
  ['clock', 'portal-help--open', { clock: 'evening' }, 'Closed now.'],
  ['clock', 'portal-help--open', { clock: 'holiday' }, 'Closed today for a holiday.'],
  ['clock', 'portal-signup--code-works', { clock: 'expiry' }, 'Choose'],
  ['network', 'test-results--many', { network: 'slow' }, 'Showing 20 of'],
  ['network', 'test-results--many', { network: 'failing' }, 'Something went wrong on our side.'],
  ['network', 'test-results--many', { network: 'offline' }, 'We can’t reach the portal.'],
  [
    'several at once',
    'portal-login--locked-my-cooper',
    { policy: 'mychart', locale: 'es', scheme: 'dark', theme: 'garden' },
    '1-844-369-2667',
  ],
];

for (const [tool, story, globals, words] of tools) {
  test(`${tool}: ${Object.values(globals).join(', ')}`, async ({ page }) => {
    await new Visitor(page).open(story, globals);
    await expect(page.locator('#storybook-root')).toContainText(words);
  });
}

test('theme, and light or dark', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open('portal-login--fresh', { theme: 'garden', scheme: 'dark' });
  const button = page.getByRole('button', { name: 'Sign in', exact: true });
  await expect(button).toHaveCSS('background-color', 'rgb(165, 214, 160)');
  await visitor.choose({ scheme: 'light' });
  await expect(button).toHaveCSS('background-color', 'rgb(44, 100, 49)');
});

test('a choice is still there the next time', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open('portal-login--fresh');
  await visitor.choose({ policy: 'mychart' });
  await visitor.open('portal-recovery--fresh');
  await expect(page.locator('#storybook-root')).toContainText('Call the support line');
});
