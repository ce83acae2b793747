import { expect } from 'chai';
import { proxyRelationships } from '../../../src/policy/portal-policy.js';
import {
  canOpen,
  emailsTo,
  familyOf,
  giveByForm,
  giveByInvitation,
  openFamily,
  subjectsOf,
} from '../../support/family-portal.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { Browser } from '../../support/portal.js';
import { rejection } from '../../support/rejection.js';
import {
  endProxy,
  handInConsentForm,
  processConsentForm,
} from '../../../stories/fixtures/support/staff.js';

const now = '2026-03-02T15:00:00.000Z';
const form = { patientId: 'kid', proxyPatientId: 'ann', relationship: 'parent' } as const;

for (const policy of policies) {
  const { relationships, friendsAndFamily, comingOfAgeYears } = policy.proxy;
  const birthday = `${2015 + comingOfAgeYears}-06-01`;

  describe(`proxy.consent-form under ${policy.id}`, () => {
    it('opens nothing while a form waits', async () => {
      const { backend, as } = await openFamily(policy);
      await handInConsentForm(backend, form);
      const ann = await as('ann');
      expect(await canOpen(ann, 'kid')).to.equal(false);
      expect(await subjectsOf(ann)).to.deep.equal(['ann']);
      expect((await familyOf(ann)).consentForms).to.have.length(1);
      expect((await familyOf(ann)).consentForms[0]).to.deep.include({
        displayName: 'Kid Example',
        relationship: 'parent',
        handedInAt: now,
        state: 'waiting',
        decidedAt: null,
      });
    });

    it('opens the record once it is approved, in a session that runs already', async () => {
      const { backend, as } = await openFamily(policy);
      const ann = await as('ann');
      const { id } = await giveByForm(backend, 'kid', 'ann', { access: 'view' });
      expect(await canOpen(ann, 'kid')).to.equal(true);
      expect(await subjectsOf(ann)).to.deep.equal(['ann', 'kid']);
      const { open, consentForms } = await familyOf(ann);
      expect(consentForms).to.deep.equal([]);
      expect(open).to.deep.equal([
        {
          id,
          subject: 'kid',
          displayName: 'Kid Example',
          relationship: 'parent',
          access: 'view',
          givenBy: 'consent-form',
          since: now,
          endsOn: birthday,
        },
      ]);
    });

    it('opens nothing by a form that is declined, and says so', async () => {
      const { backend, clock, as } = await openFamily(policy);
      const id = await handInConsentForm(backend, form);
      clock.advance({ minutes: 1 });
      await processConsentForm(backend, id, { approved: false });
      const ann = await as('ann');
      expect(await canOpen(ann, 'kid')).to.equal(false);
      const declined = { id, state: 'declined', decidedAt: '2026-03-02T15:01:00.000Z' };
      expect((await familyOf(ann)).consentForms[0]).to.deep.include(declined);
      await giveByForm(backend, 'kid', 'ann');
      expect((await familyOf(ann)).consentForms, 'a later form was approved').to.deep.equal([]);
    });

    it('gives each other nothing: the proxy record is not open to the patient', async () => {
      const { backend, as } = await openFamily(policy);
      await giveByForm(backend, 'bob', 'ann');
      expect(await canOpen(await as('bob'), 'ann')).to.equal(false);
      expect(await canOpen(await as('eve'), 'bob')).to.equal(false);
    });

    it('lists many by name, whatever the letters', async () => {
      const { backend, as } = await openFamily(policy);
      await backend.db.transact(({ patients }) => {
        const kid = patients.get('kid');
        if (kid) patients.put({ ...kid, givenName: 'Élodie' });
        const bob = patients.get('bob');
        if (bob) patients.put({ ...bob, givenName: 'fabian' });
      });
      for (const patient of ['bob', 'kid', 'eve']) await giveByForm(backend, patient, 'ann');
      const ann = await as('ann');
      expect(await subjectsOf(ann)).to.deep.equal(['ann', 'kid', 'eve', 'bob']);
      const { open } = await familyOf(ann);
      expect(open.map(({ subject }) => subject)).to.deep.equal(['kid', 'eve', 'bob']);
    });

    it('is decided once, by forms that are there', async () => {
      const { backend } = await openFamily(policy);
      const id = await handInConsentForm(backend, form);
      await processConsentForm(backend, id, { approved: false });
      for (const [wrong, words] of [
        [
          processConsentForm(backend, id, { approved: true, access: 'full' }),
          /already been decided/,
        ],
        [processConsentForm(backend, 'none', { approved: false }), /no such form/],
        [handInConsentForm(backend, { ...form, patientId: 'none' }), /no such patient/],
        [handInConsentForm(backend, { ...form, proxyPatientId: 'none' }), /no such patient/],
        [handInConsentForm(backend, { ...form, proxyPatientId: 'kid' }), /their own/],
      ] as const) {
        expect(String(await rejection(wrong))).to.match(words);
      }
      await handInConsentForm(backend, form);
      expect(String(await rejection(handInConsentForm(backend, form)))).to.match(
        /already have a form waiting/,
      );
    });

    it('tells the patient and the proxy by e-mail, without a name or a word of health', async () => {
      const { backend } = await openFamily(policy);
      await giveByForm(backend, 'bob', 'ann');
      const [toBob] = emailsTo(backend, 'bob@example.org');
      expect(toBob).to.include({ kind: 'access-given' });
      expect(toBob?.text).to.contain(policy.support.officePhone);
      const toAnn = emailsTo(backend, 'ann@example.org').map(({ kind }) => kind);
      const { newInformation } = policy.notifications;
      expect(toAnn).to.deep.equal(newInformation ? ['new-information'] : []);
      for (const { subject, text } of backend.db.tables.emails.values()) {
        expect(`${subject} ${text}`).not.to.match(/ann|bob|result|parent|\bforms?\b/i);
      }
    });
  });

  describe(`proxy.relationships under ${policy.id}`, () => {
    for (const relationship of proxyRelationships) {
      const known = relationships.includes(relationship);
      it(`${known ? 'approves' : 'does not approve'} a form of a ${relationship}`, async () => {
        const { backend, as } = await openFamily(policy);
        const id = await handInConsentForm(backend, { ...form, relationship });
        const approval = processConsentForm(backend, id, { approved: true, access: 'full' });
        if (known) await approval;
        else expect(String(await rejection(approval))).to.match(/relationship/);
        expect(await canOpen(await as('ann'), 'kid')).to.equal(known);
      });
    }

    it('tells for each relationship how it gets access, or why not and what to do', async () => {
      const { as } = await openFamily(policy);
      const { ways } = await familyOf(await as('ann'));
      expect(ways.map(({ relationship }) => relationship)).to.deep.equal(proxyRelationships);
      for (const { relationship, byConsentForm, byInvitation } of ways) {
        const byForm = relationships.includes(relationship);
        const byPatient = friendsAndFamily && relationship !== 'guardian';
        const rule = 'proxy.relationships';
        expect(byConsentForm, relationship).to.deep.equal(
          byForm
            ? { allowed: true }
            : {
                allowed: false,
                rule,
                next: [{ action: byPatient ? 'share-record' : 'call-office' }],
              },
        );
        const otherwise = friendsAndFamily
          ? { rule, next: [{ action: 'hand-in-consent-form' }] }
          : {
              ...{ rule: 'proxy.friends-and-family', case: 'not-offered' },
              next: [{ action: 'hand-in-consent-form' }, { action: 'call-office' }],
            };
        expect(byInvitation, relationship).to.deep.equal(
          byPatient ? { allowed: true } : { allowed: false, ...otherwise },
        );
      }
    });
  });

  describe(`proxy.own-login under ${policy.id}`, () => {
    it('opens the record to the proxy alone, whoever signs in at the same browser', async () => {
      const { backend } = await openFamily(policy);
      await giveByForm(backend, 'kid', 'ann');
      const browser = new Browser(backend);
      for (const [id, opens] of [
        ['ann', true],
        ['bob', false],
        ['ann', true],
      ] as const) {
        await browser.signIn(`${id}.example`);
        expect(await canOpen(browser, 'kid'), id).to.equal(opens);
        await browser.send('DELETE', '/session');
        expect((await browser.search('kid')).status).to.equal(401);
        await browser.session();
      }
    });
  });

  describe(`what ended under ${policy.id}`, () => {
    it('is a child that came of age: open to the last moment, and explained after it', async () => {
      const { backend, clock, as } = await openFamily(policy);
      await giveByForm(backend, 'kid', 'ann');
      const midnight = policy.timeZone === 'Asia/Tokyo' ? '2031-05-31T15:00' : '2033-06-01T04:00';
      clock.set(`${midnight}:00Z`);
      clock.advance({ milliseconds: -1 });
      const ann = await as('ann');
      expect(await canOpen(ann, 'kid')).to.equal(true);
      clock.advance({ milliseconds: 1 });
      expect(await canOpen(ann, 'kid')).to.equal(false);
      expect(await subjectsOf(ann)).to.deep.equal(['ann']);
      const { open, ended } = await familyOf(ann);
      expect(open).to.deep.equal([]);
      expect(ended).to.have.length(1);
      expect(ended[0]).to.deep.include({
        displayName: 'Kid Example',
        reason: 'came-of-age',
        endedAt: `${midnight}:00.000Z`,
      });
    });

    it('does not begin by a form that was signed for a child who is of age now', async () => {
      const { backend, clock, as } = await openFamily(policy);
      const id = await handInConsentForm(backend, form);
      clock.set(`${birthday}T12:00:00Z`);
      const approval = processConsentForm(backend, id, { approved: true, access: 'full' });
      expect(String(await rejection(approval))).to.match(/come of age/);
      expect(await canOpen(await as('ann'), 'kid')).to.equal(false);
      await processConsentForm(backend, id, { approved: false });
      await giveByForm(backend, 'kid', 'ann', { relationship: 'guardian' });
      const ann = await as('ann');
      expect(await canOpen(ann, 'kid'), 'a new form').to.equal(true);
      expect((await familyOf(ann)).open[0]).to.deep.include({ endsOn: null });
    });

    it('is what the hospital has ended, at once', async () => {
      const { backend, as } = await openFamily(policy);
      const { id } = await giveByForm(backend, 'kid', 'ann');
      const ann = await as('ann');
      await endProxy(backend, id);
      expect(await canOpen(ann, 'kid')).to.equal(false);
      expect((await familyOf(ann)).ended).to.deep.equal([
        {
          id,
          subject: 'kid',
          displayName: 'Kid Example',
          relationship: 'parent',
          endedAt: now,
          reason: 'ended-by-hospital',
        },
      ]);
      expect(String(await rejection(endProxy(backend, id)))).to.match(/no such access/);
      expect(String(await rejection(endProxy(backend, 'none')))).to.match(/no such access/);
      await giveByForm(backend, 'kid', 'ann');
      expect((await familyOf(ann)).ended, 'it was given again').to.deep.equal([]);
    });

    it('is what the proxy gives up, and nobody else can', async () => {
      const { backend, as } = await openFamily(policy);
      const { id } = await giveByForm(backend, 'kid', 'ann');
      const giveUp = (browser: Browser) => browser.send('DELETE', `/family/${id}`);
      for (const other of ['bob', 'kid']) {
        expect((await giveUp(await as(other))).status, other).to.equal(404);
      }
      const ann = await as('ann');
      expect((await giveUp(ann)).status).to.equal(204);
      expect(await canOpen(ann, 'kid')).to.equal(false);
      expect((await familyOf(ann)).ended[0]).to.include({ id, reason: 'given-up' });
      expect((await giveUp(ann)).status, 'it was given up already').to.equal(404);
    });
  });
}

describe('a policy that knows a relationship no more', () => {
  it('ends what it has given, as long as it is in force', async () => {
    const [mychart, mycooper] = policies;
    if (!mychart || !mycooper) throw new Error('There are no policies.');
    const portal = await openFamily(mycooper);
    const { backend, as } = portal;
    await giveByForm(backend, 'bob', 'ann', { relationship: 'spouse' });
    const ann = await as('ann');
    await backend.setPolicy(mychart);
    expect(await canOpen(ann, 'bob')).to.equal(false);
    expect((await familyOf(ann)).ended[0]).to.include({
      reason: 'ended-by-hospital',
      endedAt: null,
    });
    await giveByInvitation(portal, 'eve', 'ann');
    await backend.setPolicy(mycooper);
    expect(await subjectsOf(ann)).to.deep.equal(['ann', 'bob']);
  });
});
