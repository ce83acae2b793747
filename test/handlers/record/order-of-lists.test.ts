import { expect } from 'chai';
import { contract } from '../../../src/contract/index.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { familyOf, invite, openFamily, sharingOf } from '../../support/family-portal.js';
import { openPortal, successOf } from '../../support/portal.js';
import { makePasskey } from '../../support/sample-people.js';
import { handInConsentForm, processConsentForm } from '../../../stories/fixtures/support/staff.js';

describe('consent forms that wait or were declined', () => {
  it('are listed latest first, and of each person the last one only', async () => {
    const { backend, clock, as } = await openFamily(mycooper);
    const handIn = (patientId: string) => {
      clock.advance({ minutes: 1 });
      const form = { patientId, proxyPatientId: 'ann', relationship: 'parent' } as const;
      return handInConsentForm(backend, form);
    };
    await processConsentForm(backend, await handIn('kid'), { approved: false });
    const ofBob = await handIn('bob');
    const ofEve = await handIn('eve');
    const ann = await as('ann');
    const listed = async () => (await familyOf(ann)).consentForms.map(({ id }) => id);
    expect((await listed()).slice(0, 2)).to.deep.equal([ofEve, ofBob]);
    const ofKid = await handIn('kid');
    expect(await listed()).to.deep.equal([ofKid, ofEve, ofBob]);
  });
});

describe('a consent form at the very moment of the one before', () => {
  it('is the last one all the same', async () => {
    const { backend, as } = await openFamily(mycooper);
    const form = { patientId: 'kid', proxyPatientId: 'ann', relationship: 'parent' } as const;
    const first = await handInConsentForm(backend, form);
    await processConsentForm(backend, first, { approved: false });
    const second = await handInConsentForm(backend, form);
    const { consentForms } = await familyOf(await as('ann'));
    expect(consentForms.map(({ id, state }) => [id, state])).to.deep.equal([[second, 'waiting']]);
  });
});

describe('invitations that wait', () => {
  it('are listed latest first, each as long as it can be accepted', async () => {
    const { clock, as } = await openFamily(mychart);
    const names = async () =>
      (await sharingOf(await as('ann'), 'ann')).invitations.map(({ name }) => name);
    for (const name of ['Zoe', 'Abe', 'Mia']) {
      await invite(await as('ann'), 'ann', { name, email: `${name}@example.com` });
      clock.advance({ days: 1 });
    }
    expect(await names()).to.deep.equal(['Mia', 'Abe', 'Zoe']);
    clock.advance({ days: mychart.activation.expiresAfterDays - 2 });
    expect(await names(), 'on the day after the last one of the first').to.deep.equal([
      'Mia',
      'Abe',
    ]);
    clock.advance({ days: 2 });
    expect(await names()).to.deep.equal([]);
  });
});

describe('passkeys', () => {
  it('are listed in the order in which they were added', async () => {
    const { backend, browser } = await openPortal();
    await backend.db.transact(({ accounts, passkeys }) => {
      const [account] = accounts.by('patientId', 'ann');
      if (!account) throw new Error('Ann has an account.');
      for (const [id, day] of [
        ['laptop', 2],
        ['phone', 1],
        ['key', 3],
      ] as const) {
        const addedAt = Date.UTC(2026, 1, day);
        passkeys.put(makePasskey({ id, accountId: account.id, credentialId: id, addedAt }));
      }
    });
    await browser.signIn('ann.example');
    const answer = await browser.send('GET', '/account/passkeys');
    const { passkeys } = successOf(contract.getPasskeys, answer);
    expect(passkeys.map(({ id }) => id)).to.deep.equal(['phone', 'laptop', 'key']);
  });
});
