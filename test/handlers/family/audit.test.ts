import { expect } from 'chai';
import * as z from 'zod/mini';
import { recordStaffAction } from '../../../mocks/desk/staff-action.js';
import { withheldCodes } from '../../../mocks/rules/default-lists.js';
import type { OutputOf } from '../../../src/contract/endpoint.js';
import { contract } from '../../../src/contract/index.js';
import {
  accept,
  birthDates,
  change,
  giveByForm,
  giveByInvitation,
  invite,
  openFamily,
  sharingIn,
  takeBack,
  tokenTo,
} from '../../support/family-portal.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { refusalOf, type Answer, type Browser } from '../../support/portal.js';
import { rejection } from '../../support/rejection.js';
import { loinc, makeReport } from '../../support/sample-people.js';
import {
  endProxy,
  handInConsentForm,
  issueCode,
  processConsentForm,
  processReleaseOfInformation,
  reviewResult,
  takeOverEmail,
  unlockAccount,
} from '../../../stories/fixtures/support/staff.js';

const search = (browser: Browser, subject: string, body: object = {}): Promise<Answer> =>
  browser.write('POST', `/patients/${subject}/audit-events/search`, body);

type Page = OutputOf<typeof contract.searchAuditEvents>;

const pageIn = ({ status, text }: Answer): Page => {
  expect(status, text).to.equal(200);
  return z.parse(contract.searchAuditEvents.response, JSON.parse(text));
};

/** What the list says, latest first, without looks at the list itself. */
const told = async (browser: Browser, subject: string): Promise<string[]> =>
  pageIn(await search(browser, subject, { limit: 100 }))
    .events.filter(({ action }) => action !== 'viewed-audit-events')
    .map(({ actor, action }) => `${actor.kind} ${actor.name}: ${action}`);

for (const policy of policies) {
  describe(`who has looked at a record, under ${policy.id}`, () => {
    it('is written down once a day for each person and each kind of look', async () => {
      const { backend, clock, as } = await openFamily(policy);
      await giveByForm(backend, 'kid', 'ann');
      await giveByForm(backend, 'kid', 'bob');
      for (const id of ['ann', 'bob', 'kid', 'ann']) {
        clock.advance({ seconds: 1 });
        const browser = await as(id);
        await browser.search('kid');
        await browser.search('kid', { text: 'panel' });
        await browser.send('GET', '/patients/kid/results/report-of-kid');
      }
      const looks = (await told(await as('kid'), 'kid')).filter((line) => line.includes('viewed-'));
      expect(looks.sort()).to.deep.equal([
        'patient Kid Example: viewed-result',
        'patient Kid Example: viewed-results',
        'proxy Ann Example: viewed-result',
        'proxy Ann Example: viewed-results',
        'proxy Bob Example: viewed-result',
        'proxy Bob Example: viewed-results',
      ]);
    });

    it('is written down anew from midnight on, in the time zone of the portal', async () => {
      const { clock, as } = await openFamily(policy);
      const midnight =
        policy.timeZone === 'Asia/Tokyo' ? '2026-03-03T15:00:00Z' : '2026-03-03T05:00:00Z';
      const counts: number[] = [];
      for (const milliseconds of [-2, -1, 0, 1]) {
        clock.set(midnight);
        clock.advance({ milliseconds });
        const ann = await as('ann');
        await ann.search('ann');
        counts.push((await told(ann, 'ann')).length);
      }
      expect(counts).to.deep.equal([1, 1, 2, 2]);
    });

    it('is nobody whose request was refused or found nothing', async () => {
      const { backend, as } = await openFamily(policy);
      const [ann, bob] = [await as('ann'), await as('bob')];
      await bob.search('ann');
      await bob.send('GET', '/patients/ann/results/report-of-ann');
      await search(bob, 'ann');
      await ann.search('ann', { limit: 0 });
      await ann.send('GET', '/patients/ann/results/nothing');
      backend.faults.set('searchResults', { outcome: 'unavailable' });
      await ann.search('ann');
      expect(backend.db.tables.auditEvents.size).to.equal(0);
    });

    it('tells namesakes apart', async () => {
      const { backend, as } = await openFamily(policy);
      await backend.db.transact(({ patients }) => {
        const bob = patients.get('bob');
        if (bob) patients.put({ ...bob, givenName: 'Ann' });
      });
      for (const proxy of ['ann', 'bob']) await giveByForm(backend, 'kid', proxy);
      for (const id of ['ann', 'bob']) await (await as(id)).search('kid');
      const looks = (await told(await as('kid'), 'kid')).filter((line) => line.includes('viewed-'));
      expect(looks).to.deep.equal(Array(2).fill('proxy Ann Example: viewed-results'));
    });
  });

  describe(`the list of what was done in a record, under ${policy.id}`, () => {
    it('is for its patient and full proxies', async () => {
      const { backend, as } = await openFamily(policy);
      await giveByForm(backend, 'kid', 'ann', { access: 'full' });
      await giveByForm(backend, 'kid', 'bob', { access: 'view' });
      expect((await search(await as('kid'), 'kid')).status).to.equal(200);
      expect((await search(await as('ann'), 'kid')).status).to.equal(200);
      const refusal = await search(await as('bob'), 'kid');
      expect(refusal.status).to.equal(403);
      expect(refusalOf(refusal)).to.deep.equal({
        rule: 'proxy.friends-and-family',
        next: ['ask-patient'],
      });
      expect((await search(await as('eve'), 'kid')).status).to.equal(404);
    });

    it('comes in pages, latest first, and says of a look at itself', async () => {
      const { backend, clock, as } = await openFamily(policy);
      for (let n = 0; n < 5; n += 1) {
        clock.advance({ seconds: 1 });
        await backend.db.transact((tables) => {
          const by = `Nurse ${n}`;
          const now = clock.now();
          recordStaffAction(
            { tables, policy, now },
            { patientId: 'ann', action: 'issued-code', by },
          );
        });
      }
      clock.advance({ seconds: 1 });
      const ann = await as('ann');
      const names: string[] = [];
      let cursor: string | null = null;
      do {
        const page = pageIn(await search(ann, 'ann', { limit: 2, cursor }));
        names.push(...page.events.map(({ actor }) => actor.name));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(names).to.deep.equal(['Nurse 4', 'Nurse 3', 'Nurse 2', 'Nurse 1', 'Nurse 0']);
      const { events, total } = pageIn(await search(ann, 'ann', { limit: 1 }));
      expect(total).to.equal(6);
      expect(events[0]).to.deep.include({
        at: '2026-03-02T15:00:06.000Z',
        actor: { kind: 'patient', name: 'Ann Example' },
        action: 'viewed-audit-events',
      });
    });

    it('says what staff have done, in the name of the organization', async () => {
      const login = { ...policy.login, unlockAlone: true };
      const { backend, clock, as } = await openFamily({ ...policy, login });
      const { patients, accounts, reports } = backend.db.tables;
      const kid = patients.get('kid');
      const [account] = accounts.by('patientId', 'kid');
      const report = reports.get('report-of-kid');
      if (!kid || !account || !report) throw new Error('Kid has an account.');
      await backend.db.transact((tables) => {
        tables.patients.put({ ...kid, releaseOfInformation: false });
        tables.accounts.delete(account.id);
        tables.reports.put({ ...report, reviewed: false });
      });
      const lock = () =>
        backend.db.transact((tables) => {
          tables.accounts.put(account);
          tables.answerAttempts.put({ id: account.id, failures: 9, locked: true });
        });
      const steps = [
        () => reviewResult(backend, 'report-of-kid'),
        () => issueCode(backend, 'kid'),
        () => lock().then(() => unlockAccount(backend, 'kid.example')),
        () => takeOverEmail(backend, 'kid'),
        () => processReleaseOfInformation(backend, 'kid'),
        () => giveByForm(backend, 'kid', 'ann'),
      ];
      for (const step of steps) {
        clock.advance({ seconds: 1 });
        await step();
      }
      const { id } = await giveByForm(backend, 'kid', 'bob');
      clock.advance({ seconds: 1 });
      await endProxy(backend, id);
      const form = { patientId: 'kid', proxyPatientId: 'eve', relationship: 'parent' } as const;
      const declined = await handInConsentForm(backend, form);
      clock.advance({ seconds: 1 });
      await processConsentForm(backend, declined, { approved: false });
      const { organization } = policy.portal;
      const lines = await told(await as('kid'), 'kid');
      expect(lines.sort()).to.deep.equal(
        [
          `staff ${organization}: reviewed-result`,
          `staff ${organization}: issued-code`,
          `staff ${organization}: unlocked-account`,
          `staff ${organization}: took-over-email`,
          `staff ${organization}: processed-release-of-information`,
          ...Array<string>(3).fill(`staff ${organization}: received-consent-form`),
          ...Array<string>(2).fill(`staff ${organization}: approved-consent-form`),
          `staff ${organization}: ended-access`,
          `staff ${organization}: declined-consent-form`,
        ].sort(),
      );
    });

    it('has no trace of a result that does not show', async () => {
      const { backend, as } = await openFamily(policy);
      const [code = ''] = withheldCodes(policy).sensitive;
      await backend.db.transact(({ reports }) => {
        reports.put(makeReport({ id: 'hidden', reviewed: false, code: loinc(code) }));
      });
      await reviewResult(backend, 'hidden');
      expect(await told(await as('ann'), 'ann')).to.deep.equal([]);
    });
  });
}

for (const policy of policies.filter(({ proxy }) => proxy.friendsAndFamily)) {
  describe(`what patients and proxies do about sharing, under ${policy.id}`, () => {
    it('is written down each time', async () => {
      const portal = await openFamily(policy);
      const { backend, clock, as } = portal;
      const [ann, bob] = [await as('ann'), await as('bob')];
      const next = () => clock.advance({ seconds: 1 });
      const pending = sharingIn(await invite(ann, 'ann')).invitations[0]?.id ?? '';
      next();
      await ann.send('DELETE', `/patients/ann/sharing/invitations/${pending}`);
      next();
      await invite(ann, 'ann');
      next();
      await accept(bob, tokenTo(backend), '1999-09-09');
      await accept(bob, tokenTo(backend), birthDates.ann);
      const [{ id } = { id: '' }] = backend.db.tables.proxies.by('patientId', 'ann');
      for (const access of ['view', 'full'] as const) {
        next();
        await change(ann, 'ann', id, access);
      }
      next();
      await takeBack(ann, 'ann', id);
      await takeBack(ann, 'ann', id); // finds nothing
      const again = await giveByInvitation(portal, 'ann', 'eve');
      next();
      await (await as('eve')).send('DELETE', `/family/${again.id}`);
      expect((await told(ann, 'ann')).sort()).to.deep.equal(
        [
          ...Array<string>(3).fill('patient Ann Example: invited-proxy'),
          'patient Ann Example: withdrew-invitation',
          'proxy Bob Example: accepted-invitation',
          ...Array<string>(2).fill('patient Ann Example: changed-access'),
          'patient Ann Example: took-back-access',
          'proxy Eve Example: accepted-invitation',
          'proxy Eve Example: gave-up-access',
        ].sort(),
      );
    });
  });
}

describe('the desk', () => {
  it('takes in one Release of Information request of a patient who is there', async () => {
    const [policy] = policies;
    if (!policy) throw new Error('There is no policy.');
    const { backend } = await openFamily(policy);
    const twice = processReleaseOfInformation(backend, 'ann');
    expect(String(await rejection(twice))).to.match(/already on file/);
    const nobody = processReleaseOfInformation(backend, 'nobody');
    expect(String(await rejection(nobody))).to.match(/no such patient/);
  });
});
