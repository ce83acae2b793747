import { expect, test } from '@playwright/test';
import { cpSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createBackend, createFetch, signInAs } from '../../../mocks/index.js';
import { requestFrom, sendTo } from '../../../mocks/server/node-messages.js';
import { root } from '../../../scripts/project.js';
import { staticServer } from '../../../scripts/static-server.js';
import { sessionAnswer } from '../../../src/contract/account/session.js';
import { mychart } from '../../../src/policy/mychart.js';
import { openSingleSignOn } from '../../node/support/single-sign-on.js';
import { collectComplaints } from '../support/journey.js';
import { signOutButton } from '../support/visitor.js';
import { takeStep } from './visit.js';

/** The example's pages, with the scripts beside them. */
const makePages = (): string => {
  const folder = join(root, 'build/single-sign-on');
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'demo/examples/single-sign-on'), folder, { recursive: true });
  cpSync(join(root, 'dist/embed'), join(folder, 'portal-widgets'), { recursive: true });
  return folder;
};

/** A hospital that knows Rosa, and answers for her record: the simulated backend, asked by its server. */
const openHospital = async () => {
  const ask = createFetch(await createBackend({ policy: mychart, baseUrl: '/api' }));
  await signInAs(ask, 'rosa.delgado');
  const session = sessionAnswer.parse(await (await ask('/api/session')).json());
  if (session.status !== 'signed-in') throw new Error('Rosa cannot sign in.');
  const { csrfToken, subjects } = session;
  const rosa = subjects.find(({ relationship }) => relationship === 'self');
  return {
    findPatient: (sub: string) => Promise.resolve(sub === 'rosa' ? rosa : undefined),
    async answerRecord(_patient: unknown, incoming: IncomingMessage, outgoing: ServerResponse) {
      const request = await requestFrom(incoming, 1_000_000);
      if (!request) throw new Error('That is no request.');
      request.headers.delete('Cookie');
      request.headers.set('X-CSRF-Token', csrfToken);
      await sendTo(outgoing, await ask(request));
    },
  };
};

test('a patient signs in at the identity provider, reads results, and signs out there, too', async ({
  page,
}) => {
  const pages = staticServer({ root: makePages() });
  const siteOf = (gateway: Server) =>
    createServer((request, response) => {
      const isForGateway = /^\/(api|sso)\b/.test(request.url ?? '');
      (isForGateway ? gateway : pages).emit('request', request, response);
    });
  const { origin, issuer, close } = await openSingleSignOn(await openHospital(), siteOf);
  // The provider's pages ask for it.
  await page.route('https://fonts.googleapis.com/**', (route) =>
    route.fulfill({ contentType: 'text/css', body: '' }),
  );
  const complaints = await collectComplaints(page.context());
  try {
    await page.goto(origin);
    await page.getByRole('link', { name: 'Sign in with Harbor ID' }).click();
    await page.waitForURL(`${issuer}/**`);
    await page.getByPlaceholder('Enter any login').fill('rosa');
    await page.getByPlaceholder('and password').fill('any');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(`${origin}/my-health.html`);
    await takeStep(page, 'reads a result');
    await signOutButton(page).click();
    await page.waitForURL(`${issuer}/session/end?**`);
    await expect(page.locator('test-results')).toHaveCount(0);
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await page.waitForURL(`${origin}/`);
    // Whoever sits down next is asked who they are.
    await page.getByRole('link', { name: 'Sign in with Harbor ID' }).click();
    await expect(page.getByPlaceholder('Enter any login')).toBeVisible();
    expect(complaints).toEqual([]);
  } finally {
    close();
  }
});
