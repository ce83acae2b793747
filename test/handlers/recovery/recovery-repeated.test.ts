import { expect } from 'chai';
import { mychart } from '../../../src/policy/mychart.js';
import type { Answer, Browser } from '../../support/portal.js';
import { emailsTo, newPassword, open, requestedToken, rightAnswer } from './recovery.js';

const key = 'made-up-at-random';

/** Sent, and answered into the void; then sent again. */
const twice = async (
  { backend }: Pick<Awaited<ReturnType<typeof open>>, 'backend'>,
  endpoint: Parameters<(typeof backend)['faults']['set']>[0],
  send: () => Promise<Answer>,
): Promise<Answer> => {
  backend.faults.set(endpoint, { outcome: 'lost' });
  await send().catch(() => undefined);
  backend.faults.clear();
  return send();
};

const setPassword = (browser: Browser, token: string, password = newPassword) =>
  browser.create(
    '/account/password-resets/perform',
    { token, securityAnswer: rightAnswer, password },
    key,
  );

describe('a request of the recovery whose answer was lost', () => {
  it('for the username, sent again: one e-mail', async () => {
    const { backend, browser } = await open(mychart);
    const body = { email: 'ann@example.org', birthDate: '1980-01-01' };
    const again = await twice({ backend }, 'recoverUsername', () =>
      browser.create('/account/username-recovery', body, key),
    );
    expect(again.status).to.equal(200);
    expect(emailsTo(backend, 'ann')).to.have.length(1);
  });

  it('for a link, sent again: one e-mail, and its link works', async () => {
    const { backend, browser } = await open(mychart);
    const again = await twice({ backend }, 'requestPasswordReset', () =>
      browser.create('/account/password-resets', { username: 'ann.example' }, key),
    );
    expect(again.status).to.equal(200);
    const [letter, ...others] = emailsTo(backend, 'ann');
    expect(others).to.deep.equal([]);
    const [, token = ''] = /#new-password=([\w-]+)/.exec(letter?.text ?? '') ?? [];
    expect((await setPassword(browser, token)).status).to.equal(200);
  });

  it('is answered alike whether there is such a person or not', async () => {
    const { browser } = await open(mychart);
    const [known, unknown] = await Promise.all(
      ['ann.example', 'nobody'].map(async (username, index) => {
        const send = () =>
          browser.create('/account/password-resets', { username }, `${key}-${index}`);
        return [await send(), await send()];
      }),
    );
    expect(known).to.deep.equal(unknown);
  });

  it('with a new password, sent again: it is done, and told so', async () => {
    const { backend, browser } = await open(mychart);
    const token = await requestedToken(backend, browser);
    const again = await twice({ backend }, 'resetPassword', () => setPassword(browser, token));
    expect(JSON.parse(again.text)).to.deep.equal({ next: [{ action: 'sign-in' }] });
    expect((await browser.signIn('ann.example', newPassword)).status).to.equal(200);
  });

  it('the same by whoever was signed in until then', async () => {
    const { backend, browser } = await open(mychart);
    await browser.signIn('ann.example');
    const token = await requestedToken(backend, browser);
    const again = await twice({ backend }, 'resetPassword', () => setPassword(browser, token));
    expect(again.status, again.text).to.equal(200);
    const stored = JSON.stringify([...backend.db.tables.answeredRequests.values()]);
    expect(stored).not.to.contain(newPassword);
  });

  it('does nothing with another password under the same key', async () => {
    const { backend, browser } = await open(mychart);
    const token = await requestedToken(backend, browser);
    expect((await setPassword(browser, token)).status).to.equal(200);
    expect((await setPassword(browser, token, 'yet another password')).status).to.equal(409);
  });
});
