import { expect } from 'chai';
import * as z from 'zod/mini';
import type { OutputOf } from '../../../src/contract/endpoint.js';
import { contract } from '../../../src/contract/index.js';
import { giveByForm, invite, openFamily } from '../../support/family-portal.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import type { Answer, Browser } from '../../support/portal.js';
import { makeReport } from '../../support/sample-people.js';
import { reviewResult } from '../../../stories/fixtures/support/staff.js';

const search = (browser: Browser, body: object = {}): Promise<Answer> =>
  browser.write('POST', '/account/notifications/search', body);

type Page = OutputOf<typeof contract.searchNotifications>;

const pageIn = ({ status, text }: Answer): Page => {
  expect(status, text).to.equal(200);
  return z.parse(contract.searchNotifications.response, JSON.parse(text));
};

for (const policy of policies) {
  describe(`e-mails sent to an account under ${policy.id}`, () => {
    it('are listed with day, address and subject, and with nothing of what they say', async () => {
      const { backend, clock, as } = await openFamily(policy);
      const ann = await as('ann');
      const recovery = { email: 'ann@example.org', birthDate: '1980-01-01' };
      const steps = [
        () => ann.create('/account/username-recovery', recovery),
        () => ann.create('/account/password-resets', { username: 'ann.example' }),
        () => giveByForm(backend, 'ann', 'bob'),
      ];
      for (const step of steps) {
        clock.advance({ seconds: 1 });
        await step();
      }
      const answer = await search(ann);
      const { notifications, total } = pageIn(answer);
      const lines = notifications.map(({ kind, sentAt, to }) => [kind, sentAt, to]);
      const to = 'ann@example.org';
      expect(lines).to.deep.equal([
        ['access-given', '2026-03-02T15:00:03.000Z', to],
        ['password-reset', '2026-03-02T15:00:02.000Z', to],
        ['username', '2026-03-02T15:00:01.000Z', to],
      ]);
      expect(total).to.equal(3);
      for (const { subject } of notifications) expect(subject).to.contain(policy.portal.name);
      expect(answer.text).not.to.match(/ann\.example|new-password|sign in/i);
    });

    it('are those of this account: nobody else sees them', async () => {
      const { backend, as } = await openFamily(policy);
      await giveByForm(backend, 'bob', 'ann');
      const [bob, eve] = [await as('bob'), await as('eve')];
      expect(pageIn(await search(bob)).notifications.map(({ kind }) => kind)).to.deep.equal([
        'access-given',
      ]);
      expect(pageIn(await search(eve)).total).to.equal(0);
      await eve.send('DELETE', '/session');
      await eve.session();
      expect((await search(eve)).status).to.equal(401);
    });

    it('name no invitation, whoever has the address', async () => {
      const { as } = await openFamily(policy);
      await invite(await as('ann'), 'ann', { email: 'bob@example.org' });
      for (const id of ['ann', 'bob']) {
        expect(pageIn(await search(await as(id))).total, id).to.equal(0);
      }
    });

    it('come in pages, latest first; alerts are there where the policy has them', async () => {
      const { backend, clock, as } = await openFamily(policy);
      for (let n = 0; n < 5; n += 1) {
        clock.advance({ seconds: 1 });
        // Reviewed by hand in every policy.
        const report = makeReport({ id: `r${n}`, category: 'imaging', reviewed: false });
        await backend.db.transact(({ reports }) => {
          reports.put(report);
        });
        await reviewResult(backend, report.id);
      }
      const ann = await as('ann');
      const times: string[] = [];
      let cursor: string | null = null;
      do {
        const page = pageIn(await search(ann, { limit: 2, cursor }));
        times.push(...page.notifications.map(({ sentAt }) => sentAt.slice(17, 19)));
        cursor = page.nextCursor;
      } while (cursor !== null);
      const all = ['05', '04', '03', '02', '01'];
      expect(times).to.deep.equal(policy.notifications.newInformation ? all : []);
    });
  });
}
