import { expect } from 'chai';
import {
  accept,
  birthDates,
  canOpen,
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
  tokenTo,
} from '../../support/family-portal.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { problemOf, refusalOf } from '../../support/portal.js';

const rule = 'proxy.friends-and-family';
const { email } = invitation;

for (const policy of policies) {
  if (!policy.proxy.friendsAndFamily) {
    describe(`invitations under ${policy.id}, which has none`, () => {
      it('are not accepted, even one that was sent under another policy', async () => {
        const other = policies.find(({ proxy }) => proxy.friendsAndFamily) ?? policy;
        const { backend, as } = await openFamily(other);
        await invite(await as('ann'), 'ann');
        await backend.setPolicy(policy);
        const bob = await as('bob');
        const answer = await accept(bob, tokenTo(backend), birthDates.ann);
        const next = ['hand-in-consent-form', 'call-office'];
        expect(refusalOf(answer)).to.deep.equal({ rule, next });
        expect(await canOpen(bob, 'ann')).to.equal(false);
      });
    });
    continue;
  }
  const { maxAttempts } = policy.login;
  const days = policy.activation.expiresAfterDays;
  /** Ann has invited somebody just now. */
  const invited = async (parts: object = {}) => {
    const portal = await openFamily(policy);
    const ann = await portal.as('ann');
    const answer = await invite(ann, 'ann', parts);
    return { ...portal, ann, answer, token: tokenTo(portal.backend) };
  };

  describe(`an invitation under ${policy.id}`, () => {
    it('opens the record to who accepts it, in the relationship and with the access given', async () => {
      const { backend, as, token } = await invited({ relationship: 'caregiver', access: 'view' });
      const bob = await as('bob');
      expect(await canOpen(bob, 'ann')).to.equal(false);
      expect((await accept(bob, token, birthDates.ann)).status).to.equal(204);
      expect(await canOpen(bob, 'ann')).to.equal(true);
      expect((await familyOf(bob)).open[0]).to.include({
        relationship: 'caregiver',
        access: 'view',
        givenBy: 'patient',
        endsOn: null,
      });
      expect((await sharingOf(await as('ann'), 'ann')).invitations).to.deep.equal([]);
      const [letter] = emailsTo(backend, 'ann@example.org');
      expect(letter?.kind).to.equal('access-given');
      expect(`${letter?.subject ?? ''} ${letter?.text ?? ''}`).not.to.match(/bob|caregiver/i);
    });

    it('is listed while it is pending, without its token', async () => {
      const { answer, backend, token } = await invited();
      const { invitations } = sharingIn(answer);
      const worksThrough = { mychart: '2026-04-01', lakeside: '2026-03-13' }[policy.id];
      const sentAt = '2026-03-02T15:00:00.000Z';
      expect(invitations).to.have.length(1);
      expect(invitations[0]).to.deep.include({ ...invitation, sentAt, worksThrough });
      expect(answer.text).not.to.contain(token);
      expect(JSON.stringify([...backend.db.tables.invitations.values()])).not.to.contain(token);
    });

    it('carries the given name, the last day, and nothing of health or of who is invited', async () => {
      const { backend, answer } = await invited();
      const [letter] = emailsTo(backend, email);
      const [listed] = sharingIn(answer).invitations;
      const lastDay = { mychart: 'Apr 1, 2026', lakeside: 'Mar 13, 2026' }[policy.id];
      expect(listed?.worksThrough).to.match(/^2026-0/);
      expect(letter?.text).to.contain('Ann').and.to.contain(lastDay);
      const said = `${letter?.subject ?? ''} ${letter?.text ?? ''}`;
      expect(said).not.to.match(/Example|1980|friend|spouse|result|panel|patient/i);
    });

    it('is answered alike whether the address has an account or not', async () => {
      const told: string[] = [];
      for (const to of ['bob@example.org', 'nobody@example.org']) {
        const { answer, backend } = await invited({ email: to });
        expect(emailsTo(backend, to)).to.have.length(1);
        const { invitations, invite: inviting, proxies } = sharingIn(answer);
        const pending = invitations.map((each) => ({ ...each, id: '', email: '' }));
        told.push(JSON.stringify([answer.status, pending, inviting, proxies]));
      }
      expect(told[0]).to.equal(told[1]);
    });

    it('works once', async () => {
      const { as, token } = await invited();
      expect((await accept(await as('bob'), token, birthDates.ann)).status).to.equal(204);
      const eve = await as('eve');
      const second = await accept(eve, token, birthDates.ann);
      expect(refusalOf(second)).to.deep.equal({ rule, next: ['try-again', 'ask-patient'] });
      expect(await canOpen(eve, 'ann')).to.equal(false);
    });

    it('that is sent again to the address takes the place of the one before', async () => {
      const { backend, ann, as, token } = await invited();
      const again = sharingIn(await invite(ann, 'ann', { email: email.toUpperCase() }));
      expect(again.invitations).to.have.length(1);
      const bob = await as('bob');
      expect((await accept(bob, token, birthDates.ann)).status).to.equal(403);
      const latest = tokenTo(backend, email.toUpperCase());
      expect((await accept(bob, latest, birthDates.ann)).status).to.equal(204);
    });

    it('stops working when it is withdrawn, by its patient only', async () => {
      const { answer, ann, as, token } = await invited();
      const id = sharingIn(answer).invitations[0]?.id ?? '';
      const [bob, eve] = [await as('bob'), await as('eve')];
      const path = `/sharing/invitations/${id}`;
      for (const subject of ['ann', 'eve']) {
        expect((await eve.send('DELETE', `/patients/${subject}${path}`)).status).to.equal(404);
      }
      const after = sharingIn(await ann.send('DELETE', `/patients/ann${path}`));
      expect(after.invitations).to.deep.equal([]);
      expect((await accept(bob, token, birthDates.ann)).status).to.equal(403);
      expect((await ann.send('DELETE', `/patients/ann${path}`)).status).to.equal(404);
    });

    it(`works through day ${days} and not on the day after`, async () => {
      // The clocks of New York go forward in between; Tokyo has begun the next day already.
      const end = { mychart: '2026-04-02T04:00:00Z', lakeside: '2026-03-13T15:00:00Z' }[policy.id];
      for (const [milliseconds, status] of [
        [-1, 204],
        [0, 403],
      ] as const) {
        const { as, clock, token } = await invited();
        clock.set(end ?? '');
        clock.advance({ milliseconds });
        const bob = await as('bob');
        const answer = await accept(bob, token, birthDates.ann);
        expect(answer.status).to.equal(status);
        const { invitations } = await sharingOf(await as('ann'), 'ann');
        expect(invitations).to.deep.equal([]);
        if (status === 204) continue;
        expect(refusalOf(answer)).to.deep.equal({ rule, next: ['ask-patient'] });
        const guess = await accept(bob, token, '1980-01-02');
        expect(refusalOf(guess).next, 'told with the proof only').to.include('try-again');
      }
    });

    it('that is accepted twice with one key opens the record once', async () => {
      const { backend, as, token } = await invited();
      const bob = await as('bob');
      const key = crypto.randomUUID();
      for (let n = 0; n < 2; n += 1) {
        expect((await accept(bob, token, birthDates.ann, key)).status).to.equal(204);
      }
      expect(backend.db.tables.proxies.size).to.equal(1);
      expect(emailsTo(backend, 'ann@example.org')).to.have.length(1);
    });

    it('to who can open the record already replaces that access', async () => {
      const portal = await openFamily(policy);
      await giveByForm(portal.backend, 'ann', 'bob', { access: 'full' });
      await giveByInvitation(portal, 'ann', 'bob', { access: 'view' });
      expect(portal.backend.db.tables.proxies.size).to.equal(1);
      expect(proxyOf(portal.backend, 'ann', 'bob')).to.include({
        access: 'view',
        givenBy: 'patient',
      });
    });

    it('by a child shuts out nobody whom a form has let in (proxy.consent-form)', async () => {
      const { backend, as } = await openFamily(policy);
      const byForm = await giveByForm(backend, 'kid', 'bob', { access: 'full' });
      await invite(await as('kid'), 'kid', { access: 'view' });
      const bob = await as('bob');
      const answer = await accept(bob, tokenTo(backend), '2015-06-01');
      expect(answer.status).to.equal(403);
      const next = ['call-office'];
      expect(refusalOf(answer)).to.deep.equal({ rule: 'proxy.consent-form', next });
      expect(proxyOf(backend, 'kid', 'bob')).to.deep.equal(byForm);
    });

    it('by a child lets in whom a form lets in no more', async () => {
      const { backend, as } = await openFamily(policy);
      const { id } = await giveByForm(backend, 'kid', 'bob', { access: 'full' });
      const bob = await as('bob');
      expect((await bob.send('DELETE', `/family/${id}`)).status).to.equal(204);
      await invite(await as('kid'), 'kid', { access: 'view' });
      expect((await accept(bob, tokenTo(backend), '2015-06-01')).status).to.equal(204);
    });
  });

  describe(`the second proof of an invitation under ${policy.id}`, () => {
    it('is the date of birth: a wrong one is answered as an unknown token, at each count', async () => {
      const { as, token } = await invited();
      const bob = await as('bob');
      for (let n = 1; n <= maxAttempts + 1; n += 1) {
        const wrong = await accept(bob, token, '1980-01-02');
        expect(wrong).to.deep.equal(await accept(bob, 'made-up', birthDates.ann));
        const attemptsLeft = Math.max(maxAttempts - n, 0);
        expect(problemOf(wrong)).to.deep.include({ rule, attemptsLeft });
        const next = [...(attemptsLeft > 0 ? ['try-again'] : []), 'ask-patient'];
        expect(refusalOf(wrong).next).to.deep.equal(next);
      }
      const locked = await accept(await as('eve'), token, birthDates.ann);
      expect(problemOf(locked)).to.include({ attemptsLeft: 0 });
    });

    it('lets the right one in as the last try, and locks no other invitation', async () => {
      const { backend, ann, as, token } = await invited();
      const bob = await as('bob');
      for (let n = 1; n < maxAttempts; n += 1) await accept(bob, token, '1980-01-02');
      expect((await accept(bob, token, birthDates.ann)).status).to.equal(204);
      await invite(ann, 'ann');
      for (let n = 0; n < maxAttempts; n += 1) await accept(bob, 'made-up', birthDates.ann);
      const eve = await as('eve');
      expect((await accept(eve, tokenTo(backend), birthDates.ann)).status).to.equal(204);
    });
  });

  describe(`proxy.own-login under ${policy.id}`, () => {
    it('lets nobody accept who is not signed in', async () => {
      const { as, token } = await invited();
      const bob = await as('bob');
      await bob.send('DELETE', '/session');
      await bob.session();
      expect((await accept(bob, token, birthDates.ann)).status).to.equal(401);
    });

    it('lets patients not accept their own: whoever was invited signs in', async () => {
      const { backend, ann, as, token } = await invited();
      const own = await accept(ann, token, birthDates.ann);
      expect(own.status).to.equal(403);
      expect(refusalOf(own)).to.deep.equal({ rule: 'proxy.own-login', next: ['sign-in'] });
      expect(backend.db.tables.proxies.size).to.equal(0);
      expect((await accept(await as('bob'), token, birthDates.ann)).status).to.equal(204);
    });
  });

  describe(`proxy.relationships under ${policy.id}`, () => {
    it('lets no guardian be invited: papers prove one', async () => {
      const { answer, backend } = await invited({ relationship: 'guardian' });
      expect(answer.status).to.equal(403);
      expect(refusalOf(answer)).to.deep.equal({
        rule: 'proxy.relationships',
        next: ['hand-in-consent-form'],
        pointers: ['/body/relationship'],
      });
      expect(backend.db.tables.emails.size).to.equal(0);
    });

    for (const relationship of ['spouse', 'parent', 'caregiver', 'other-family'] as const) {
      it(`lets a ${relationship} be invited`, async () => {
        const { answer } = await invited({ relationship });
        expect(sharingIn(answer).invitations[0]).to.include({ relationship });
      });
    }
  });
}
