import { expect } from 'chai';
import { contract } from '../../../src/contract/index.js';
import { mychart } from '../../../src/policy/mychart.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { Browser, successOf } from '../../support/portal.js';
import { password } from '../../support/sample-people.js';
import { emailsTo, lock, open, recover, request, reset, tokenFor } from './recovery.js';

/** Somebody else, in a browser of their own. */
const stranger = async ({ backend }: Pick<Awaited<ReturnType<typeof open>>, 'backend'>) => {
  const browser = new Browser(backend);
  await browser.session();
  return browser;
};

const times = async (count: number, run: () => Promise<unknown>) => {
  for (let n = 0; n < count; n += 1) await run();
};

for (const policy of policies) {
  const { lettersPerHour, resetLinkMinutes } = policy.password;

  describe(`e-mails of the recovery under ${policy.id}`, () => {
    it(`are ${lettersPerHour.account} an hour to one account, of 120 requests at once`, async () => {
      const portal = await open(policy);
      const browsers = await Promise.all(Array.from({ length: 12 }, () => stranger(portal)));
      const answers = await Promise.all(
        Array.from({ length: 120 }, (_, n) =>
          request(browsers[n % 12] ?? portal.browser, 'ann.example'),
        ),
      );
      expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([200]));
      expect(new Set(answers.map(({ text }) => text)).size).to.equal(1);
      expect(emailsTo(portal.backend, 'ann')).to.have.length(lettersPerHour.account);
    });

    it('are answered as those to nobody, at each count', async () => {
      const { browser } = await open(policy);
      const known: unknown[] = [];
      const unknown: unknown[] = [];
      const count = Math.max(lettersPerHour.account, lettersPerHour.browser) + 2;
      await times(count, async () => {
        known.push(await request(browser, 'ann.example'));
        unknown.push(await request(browser, 'nobody'));
      });
      expect(known).to.deep.equal(unknown);
    });

    it('leave a link to the owner, whatever a stranger asks for', async () => {
      const portal = await open(policy);
      const { backend, browser } = portal;
      const other = await stranger(portal);
      await request(browser, 'ann.example');
      const own = tokenFor(backend) ?? '';
      await times(50, () => request(other, 'ann.example'));
      expect((await reset(browser, own)).status).to.equal(200);
      // That was the last that works: the next one is sent, over the limit.
      const before = emailsTo(backend, 'ann').length;
      await request(browser, 'ann.example');
      expect(emailsTo(backend, 'ann')).to.have.length(before + 1);
      expect((await reset(browser, tokenFor(backend) ?? '')).status).to.equal(200);
    });

    it(`are sent again once no link works any more, after ${resetLinkMinutes} minutes`, async () => {
      const portal = await open(policy);
      const { backend, browser, clock } = portal;
      const other = await stranger(portal);
      await times(50, () => request(other, 'ann.example'));
      const before = emailsTo(backend, 'ann').length;
      clock.advance({ minutes: resetLinkMinutes, milliseconds: -1 });
      await request(browser, 'ann.example');
      expect(emailsTo(backend, 'ann'), 'one works still').to.have.length(before);
      clock.advance({ milliseconds: 1 });
      await times(50, () => request(other, 'ann.example'));
      await browser.session();
      await request(browser, 'ann.example');
      expect(emailsTo(backend, 'ann')).to.have.length(before + 1);
      expect((await reset(browser, tokenFor(backend) ?? '')).status).to.equal(200);
    });

    it('count anew after an hour', async () => {
      const { backend, browser, clock } = await open(policy);
      await times(20, () => request(browser, 'ann.example'));
      clock.advance({ hours: 1 });
      await browser.session();
      await times(20, () => request(browser, 'ann.example'));
      expect(emailsTo(backend, 'ann')).to.have.length(2 * lettersPerHour.account);
    });

    it(`are ${lettersPerHour.browser} an hour from one browser, beside one for each who has none`, async () => {
      const { backend, browser } = await open(policy);
      const ask = async () => {
        await request(browser, 'ann.example');
        await request(browser, 'bob.example');
        for (const id of ['ann', 'bob']) {
          await recover(browser, { email: `${id}@example.org`, birthDate: '1980-01-01' });
        }
      };
      await times(20, ask);
      const { account } = lettersPerHour;
      expect(backend.db.tables.emails.size).to.equal(
        Math.max(4, Math.min(lettersPerHour.browser, 2 * account)),
      );
    });

    it('tell the username as often, and once in any case', async () => {
      const portal = await open(policy);
      const { backend, browser } = portal;
      await times(50, () => request(browser, 'ann.example'));
      const before = emailsTo(backend, 'ann').length;
      const body = { email: 'ann@example.org', birthDate: '1980-01-01' };
      await times(50, () => recover(browser, body));
      const sent = emailsTo(backend, 'ann').slice(before);
      expect(sent.map(({ kind }) => kind)).to.deep.equal(['username']);
    });
  });
}

describe('the limit of e-mails of the recovery', () => {
  it('does not hold back what has to be said now', async () => {
    const policy: PortalPolicy = {
      ...mychart,
      login: { ...mychart.login, unlock: ['support-line'] },
      password: { ...mychart.password, lockedReset: false },
    };
    const { backend, browser } = await open(policy);
    await times(50, () => request(browser, 'ann.example'));
    await lock(browser, policy);
    const before = emailsTo(backend, 'ann').length;
    await times(50, () => request(browser, 'ann.example'));
    const [letter, ...more] = emailsTo(backend, 'ann').slice(before);
    expect(letter?.text).to.contain('can’t reset your password online right now');
    expect(more).to.deep.equal([]);
  });

  it('does not count what went to an address before', async () => {
    const { backend, browser } = await open(mychart);
    await times(50, () => request(browser, 'ann.example'));
    await browser.signIn('ann.example');
    const read = await browser.send('GET', '/account/preferences');
    const { etag } = successOf(contract.getPreferences, read);
    const email = 'ann.new@example.org';
    const body = { email, emailAgain: email, currentPassword: password };
    await browser.write('PUT', '/account/email', body, { 'If-Match': etag });
    await request(browser, 'ann.example');
    expect(emailsTo(backend, 'ann.new').map(({ kind }) => kind)).to.deep.equal([
      'email-changed',
      'password-reset',
    ]);
  });
});
