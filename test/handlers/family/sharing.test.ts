import { expect } from 'chai';
import { proxyRelationships, type PortalPolicy } from '../../../src/policy/portal-policy.js';
import {
  canOpen,
  change,
  emailsTo,
  familyOf,
  giveByForm,
  giveByInvitation,
  invitation,
  invite,
  openFamily,
  proxyOf,
  sharingIn,
  sharingOf,
  subjectsOf,
  takeBack,
} from '../../support/family-portal.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { refusalOf } from '../../support/portal.js';

const rule = 'proxy.friends-and-family';
const sharing: readonly PortalPolicy[] = policies.filter(({ proxy }) => proxy.friendsAndFamily);
const others = policies.filter(({ proxy }) => !proxy.friendsAndFamily);

for (const policy of others) {
  describe(`proxy.friends-and-family under ${policy.id}, which has none`, () => {
    it('refuses to give and to change: a form is handed in', async () => {
      const { backend, as } = await openFamily(policy);
      const { id } = await giveByForm(backend, 'ann', 'bob', { access: 'view' });
      const ann = await as('ann');
      for (const answer of [await invite(ann, 'ann'), await change(ann, 'ann', id, 'full')]) {
        expect(answer.status).to.equal(403);
        const next = ['hand-in-consent-form', 'call-office'];
        expect(refusalOf(answer)).to.deep.equal({ rule, next });
      }
      expect(emailsTo(backend, invitation.email)).to.deep.equal([]);
      expect(proxyOf(backend, 'ann', 'bob').access).to.equal('view');
    });

    it('refuses to take back: the office does it', async () => {
      const { backend, as } = await openFamily(policy);
      const { id } = await giveByForm(backend, 'ann', 'bob');
      const answer = await takeBack(await as('ann'), 'ann', id);
      expect(refusalOf(answer)).to.deep.equal({ rule, next: ['call-office'] });
      expect(await canOpen(await as('bob'), 'ann')).to.equal(true);
    });

    it('says so with what it tells', async () => {
      const { backend, as } = await openFamily(policy);
      await giveByForm(backend, 'ann', 'bob');
      const { proxies, invite: inviting, relationships } = await sharingOf(await as('ann'), 'ann');
      const next = [{ action: 'hand-in-consent-form' }, { action: 'call-office' }];
      const refused = { allowed: false, rule, case: 'not-offered', next };
      expect(inviting).to.deep.equal(refused);
      expect(relationships).to.deep.equal([]);
      expect(proxies[0]).to.deep.include({
        displayName: 'Bob Example',
        change: refused,
        takeBack: { ...refused, case: 'office-only', next: [{ action: 'call-office' }] },
      });
    });
  });
}

for (const policy of sharing) {
  describe(`who can open a record under ${policy.id}`, () => {
    it('is told to its patient', async () => {
      const portal = await openFamily(policy);
      const { id } = await giveByInvitation(portal, 'ann', 'bob');
      const form = await giveByForm(portal.backend, 'ann', 'eve', { access: 'view' });
      const { proxies, relationships } = await sharingOf(await portal.as('ann'), 'ann');
      const open = { change: { allowed: true }, takeBack: { allowed: true } };
      const since = '2026-03-02T15:00:00.000Z';
      expect(proxies).to.deep.equal([
        {
          id,
          displayName: 'Bob Example',
          relationship: 'spouse',
          access: 'full',
          givenBy: 'patient',
          since,
          endsOn: null,
          ...open,
        },
        {
          id: form.id,
          displayName: 'Eve Example',
          relationship: 'parent',
          access: 'view',
          givenBy: 'consent-form',
          since,
          endsOn: null,
          ...open,
        },
      ]);
      expect(relationships).to.deep.equal(proxyRelationships.filter((each) => each !== 'guardian'));
    });

    it('is told to no proxy of an adult, and nothing of it can a proxy change', async () => {
      const portal = await openFamily(policy);
      const { id } = await giveByInvitation(portal, 'ann', 'bob');
      await invite(await portal.as('ann'), 'ann', { email: 'other@example.com' });
      const [pending] = portal.backend.db.tables.invitations.by('patientId', 'ann');
      const bob = await portal.as('bob');
      for (const answer of [
        await bob.send('GET', '/patients/ann/sharing'),
        await invite(bob, 'ann'),
        await bob.send('DELETE', `/patients/ann/sharing/invitations/${pending?.id ?? ''}`),
        await change(bob, 'ann', id, 'view'),
        await takeBack(bob, 'ann', id),
      ]) {
        expect(answer.status).to.equal(403);
        expect(refusalOf(answer)).to.deep.equal({ rule, next: ['ask-patient'] });
        expect(answer.text).not.to.match(/Example|example/);
      }
    });

    it('is told to who fully acts for a child; the office decides about it', async () => {
      const { backend, as } = await openFamily(policy);
      const { id } = await giveByForm(backend, 'kid', 'ann');
      const other = await giveByForm(backend, 'kid', 'eve', { access: 'view' });
      const ann = await as('ann');
      const { proxies, invite: inviting } = await sharingOf(ann, 'kid');
      expect(proxies.map(({ displayName }) => displayName)).to.deep.equal([
        'Ann Example',
        'Eve Example',
      ]);
      const told = { allowed: false, rule, case: 'office-only', next: [{ action: 'call-office' }] };
      expect([inviting, proxies[0]?.change, proxies[0]?.takeBack]).to.deep.equal([
        told,
        told,
        told,
      ]);
      for (const answer of [
        await invite(ann, 'kid'),
        await change(ann, 'kid', other.id, 'full'),
        await takeBack(ann, 'kid', id),
        await (await as('eve')).send('GET', '/patients/kid/sharing'), // may only look
      ]) {
        expect(refusalOf(answer)).to.deep.equal({ rule, next: ['call-office'] });
      }
    });

    it('is nothing that can be found for a stranger', async () => {
      const portal = await openFamily(policy);
      const { id } = await giveByInvitation(portal, 'ann', 'bob');
      const eve = await portal.as('eve');
      for (const answer of [
        await eve.send('GET', '/patients/ann/sharing'),
        await invite(eve, 'ann'),
        await change(eve, 'ann', id, 'view'),
        await takeBack(eve, 'ann', id),
      ]) {
        expect(answer.status).to.equal(404);
      }
    });
  });

  describe(`proxy.consent-form under ${policy.id}`, () => {
    it('keeps a child from shutting out who has signed for it, until it is of age', async () => {
      const { backend, clock, as } = await openFamily(policy);
      const { id } = await giveByForm(backend, 'kid', 'ann');
      const kid = await as('kid');
      for (const answer of [await change(kid, 'kid', id, 'view'), await takeBack(kid, 'kid', id)]) {
        expect(answer.status).to.equal(403);
        expect(refusalOf(answer)).to.deep.equal({
          rule: 'proxy.consent-form',
          next: ['call-office'],
        });
      }
      expect(await canOpen(await as('ann'), 'kid')).to.equal(true);
      clock.set('2034-01-01T12:00:00Z');
      const later = await giveByForm(backend, 'kid', 'ann');
      expect((await takeBack(await as('kid'), 'kid', later.id)).status).to.equal(200);
    });
  });

  describe(`taking back access under ${policy.id}`, () => {
    for (const how of ['invitation', 'form'] as const) {
      it(`holds for the very next request of the proxy: given by ${how}`, async () => {
        const portal = await openFamily(policy);
        const { id } = await (how === 'form'
          ? giveByForm(portal.backend, 'ann', 'bob')
          : giveByInvitation(portal, 'ann', 'bob'));
        const [ann, bob] = [await portal.as('ann'), await portal.as('bob')];
        expect(await canOpen(bob, 'ann')).to.equal(true);
        expect(sharingIn(await takeBack(ann, 'ann', id)).proxies).to.deep.equal([]);
        expect(await canOpen(bob, 'ann')).to.equal(false);
        expect(await subjectsOf(bob)).to.deep.equal(['bob']);
        expect((await familyOf(bob)).ended[0]).to.include({ id, reason: 'taken-back' });
        expect((await takeBack(ann, 'ann', id)).status, 'a second time').to.equal(404);
      });
    }

    it('is of the own record only', async () => {
      const portal = await openFamily(policy);
      const { id } = await giveByInvitation(portal, 'ann', 'bob');
      const eve = await portal.as('eve');
      expect((await takeBack(eve, 'eve', id)).status).to.equal(404);
      expect((await change(eve, 'eve', id, 'view')).status).to.equal(404);
      expect(await canOpen(await portal.as('bob'), 'ann')).to.equal(true);
    });
  });

  describe(`changing access under ${policy.id}`, () => {
    it('changes what the proxy may do from the next request on', async () => {
      const portal = await openFamily(policy);
      const { id } = await giveByInvitation(portal, 'ann', 'bob', { access: 'view' });
      const [ann, bob] = [await portal.as('ann'), await portal.as('bob')];
      const activity = () => bob.write('POST', '/patients/ann/audit-events/search', {});
      expect(refusalOf(await activity())).to.deep.equal({ rule, next: ['ask-patient'] });
      expect(sharingIn(await change(ann, 'ann', id, 'full')).proxies[0]?.access).to.equal('full');
      expect((await activity()).status).to.equal(200);
      expect((await familyOf(bob)).open[0]).to.include({ id, access: 'full' });
    });

    it('is of what was read', async () => {
      const portal = await openFamily(policy);
      const { id } = await giveByInvitation(portal, 'ann', 'bob');
      const ann = await portal.as('ann');
      const read = await ann.send('GET', '/patients/ann/sharing');
      const etag = read.headers['etag'] ?? '';
      expect(sharingIn(read).etag).to.equal(etag);
      await giveByForm(portal.backend, 'ann', 'eve');
      const path = `/patients/ann/sharing/${id}`;
      const late = await ann.write('PUT', path, { access: 'view' }, { 'If-Match': etag });
      expect(late.status).to.equal(412);
      expect(refusalOf(late).next).to.deep.equal(['reload']);
      expect((await ann.write('PUT', path, { access: 'view' })).status).to.equal(428);
      expect(proxyOf(portal.backend, 'ann', 'bob').access).to.equal('full');
    });
  });
}
