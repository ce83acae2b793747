import { expect } from 'chai';
import { contract } from '../../../src/contract/index.js';
import { mychart } from '../../../src/policy/mychart.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { policies } from './with-other-ways.js';
import {
  Browser,
  openPortal,
  problemOf,
  refusalOf,
  sessionOf,
  signedInOf,
  successOf,
  type Answer,
} from '../../support/portal.js';
import { password } from '../../support/sample-people.js';
import { SoftwareKey } from '../../support/software-key.js';
import { addPasskey, origin, post, rpId, startPasskey } from './with-passkey.js';
import { addApp } from './with-second-step.js';

const challengeOf = async (browser: Browser) => {
  await browser.session();
  const answer = await browser.send('POST', '/session/passkey/challenge');
  return successOf(contract.startPasskeySignIn, answer).challenge;
};

const signInWith = async (browser: Browser, key: SoftwareKey): Promise<Answer> => {
  const challenge = await challengeOf(browser);
  const credential = await key.get({ challenge, rpId, origin });
  const answer = await post(browser, '/session/passkey', { credential });
  if (answer.status === 200) browser.csrfToken = sessionOf(answer).csrfToken;
  return answer;
};

const openWithPasskey = async (policy: PortalPolicy) => {
  const portal = await openPortal({ policy });
  await portal.browser.signIn('ann.example');
  const { key } = await addPasskey(portal.browser);
  return { ...portal, key, elsewhere: new Browser(portal.backend) };
};

const passkeysOf = async (browser: Browser) =>
  successOf(contract.getPasskeys, await browser.send('GET', '/account/passkeys')).passkeys;

for (const policy of policies) {
  const { maxAttempts } = policy.login;

  describe(`passkeys under ${policy.id}`, () => {
    it('sign in without a username or a password', async () => {
      const { elsewhere, key } = await openWithPasskey(policy);
      const answer = await signInWith(elsewhere, key);
      expect(signedInOf(answer).account.displayName).to.equal('Ann Example');
      expect((await elsewhere.search('ann')).status).to.equal(200);
    });

    it('are the device and its owner at once: no second step is asked', async () => {
      const { browser, clock, elsewhere, key } = await openWithPasskey(policy);
      await addApp(browser, clock);
      expect(sessionOf(await signInWith(elsewhere, key)).status).to.equal('signed-in');
    });

    it('open no locked account (login.lockout)', async () => {
      const { backend, elsewhere, key } = await openWithPasskey(policy);
      const guesser = new Browser(backend);
      for (let n = 0; n < maxAttempts; n += 1) await guesser.signIn('ann.example', 'wrong');
      const answer = await signInWith(elsewhere, key);
      expect(refusalOf(answer).rule).to.equal('login.lockout');
      expect((await elsewhere.session()).status).to.equal('signed-out');
    });

    it('are added and removed by who gives the current password (password.change)', async () => {
      const { browser, elsewhere, key } = await openWithPasskey(policy);
      const [passkey] = await passkeysOf(browser);
      const removal = `/account/passkeys/${passkey?.id ?? ''}/removal`;
      for (const path of ['/account/passkeys/setup', removal]) {
        const answer = await post(browser, path, { currentPassword: 'wrong' });
        expect(refusalOf(answer)).to.deep.include({
          rule: 'password.change',
          pointers: ['/body/currentPassword'],
        });
      }
      const answer = await post(browser, removal, { currentPassword: password });
      expect(successOf(contract.removePasskey, answer).passkeys).to.deep.equal([]);
      expect(refusalOf(await signInWith(elsewhere, key)).rule).to.equal('login.no-hints');
    });
  });
}

describe('a passkey', () => {
  it('has a name of its owner’s choice, and tells when it was used', async () => {
    const { browser, clock, elsewhere, key } = await openWithPasskey(mychart);
    const addedAt = new Date(clock.now()).toISOString();
    const [passkey] = await passkeysOf(browser);
    expect(passkey).to.deep.include({ name: 'My phone', addedAt, lastUsedAt: null });
    clock.advance({ minutes: 1 });
    await signInWith(elsewhere, key);
    const path = `/account/passkeys/${passkey?.id ?? ''}`;
    const renamed = await browser.write('PUT', path, { name: 'Old phone' });
    expect(successOf(contract.renamePasskey, renamed).passkeys).to.deep.equal([
      { ...passkey, name: 'Old phone', lastUsedAt: new Date(clock.now()).toISOString() },
    ]);
  });

  it('is made for this site, for its owner, and not twice on one device', async () => {
    const { browser, key } = await openWithPasskey(mychart);
    const options = await startPasskey(browser);
    expect(options.rp).to.deep.equal({ id: rpId, name: 'MyChart' });
    expect(options.user).to.include({ name: 'Ann.Example', displayName: 'Ann Example' });
    expect(options.excludeCredentials.map(({ id }) => id)).to.deep.equal([key.credentialId]);
    expect(options.authenticatorSelection.userVerification).to.equal('required');
  });

  it('of somebody else is neither renamed nor removed', async () => {
    const { backend, browser } = await openWithPasskey(mychart);
    const [passkey] = await passkeysOf(browser);
    const bob = new Browser(backend);
    await bob.signIn('bob.example');
    const path = `/account/passkeys/${passkey?.id ?? ''}`;
    expect((await bob.write('PUT', path, { name: 'Mine' })).status).to.equal(404);
    const removal = await post(bob, `${path}/removal`, { currentPassword: password });
    expect(removal.status).to.equal(404);
    expect(await passkeysOf(bob)).to.deep.equal([]);
    expect(await passkeysOf(browser)).to.deep.equal([passkey]);
  });

  it('is not added for another challenge, another site, or without making sure of its owner', async () => {
    const { browser } = await openPortal();
    await browser.signIn('ann.example');
    const { challenge, user } = await startPasskey(browser);
    const key = await SoftwareKey.make();
    for (const credential of [
      await key.create({ challenge: 'made-up', rpId, origin }, user.id),
      await key.create({ challenge, rpId: 'example.org', origin }, user.id),
      await key.create({ challenge, rpId, origin: 'https://example.org' }, user.id),
      await key.create({ challenge, rpId, origin }, user.id, { userVerified: false }),
    ]) {
      const answer = await post(browser, '/account/passkeys', { name: 'My phone', credential });
      expect(answer.status).to.equal(400);
      expect(problemOf(answer).errors?.[0]?.pointer).to.equal('/body/credential');
    }
    expect(await passkeysOf(browser)).to.deep.equal([]);
  });

  it('is added once, and not ten minutes later', async () => {
    const { browser, clock } = await openPortal();
    await browser.signIn('ann.example');
    const { credential } = await addPasskey(browser);
    const again = await post(browser, '/account/passkeys', { name: 'My phone', credential });
    expect(again.status).to.equal(412);
    const { challenge, user } = await startPasskey(browser);
    const late = await (await SoftwareKey.make()).create({ challenge, rpId, origin }, user.id);
    clock.advance({ minutes: 10 });
    const answer = await post(browser, '/account/passkeys', { name: 'x', credential: late });
    expect(answer.status).to.equal(412);
  });

  it('signs each challenge once, and soon', async () => {
    const { clock, elsewhere, key } = await openWithPasskey(mychart);
    const challenge = await challengeOf(elsewhere);
    const credential = await key.get({ challenge, rpId, origin });
    const send = () => post(elsewhere, '/session/passkey', { credential });
    const first = await send();
    elsewhere.csrfToken = sessionOf(first).csrfToken;
    expect(refusalOf(await send()).rule).to.equal('login.no-hints');

    const late = await key.get({ challenge: await challengeOf(elsewhere), rpId, origin });
    clock.advance({ minutes: 10 });
    const answer = await post(elsewhere, '/session/passkey', { credential: late });
    expect(refusalOf(answer).rule).to.equal('login.no-hints');
  });

  it('is answered alike whether it is unknown or signs what it should not', async () => {
    const { elsewhere, key } = await openWithPasskey(mychart);
    const stranger = await SoftwareKey.make();
    stranger.userHandle = key.userHandle;
    const asked = async () => ({ challenge: await challengeOf(elsewhere), rpId, origin });
    const credentials = [
      async () => stranger.get(await asked()),
      async () => ({ ...(await stranger.get(await asked())), id: key.credentialId }),
      async () => key.get({ ...(await asked()), challenge: 'made-up' }),
      async () => key.get({ ...(await asked()), rpId: 'example.org' }),
      async () => key.get({ ...(await asked()), origin: 'https://example.org' }),
      async () => key.get(await asked(), { userVerified: false }),
    ];
    const answers: Answer[] = [];
    for (const make of credentials) {
      answers.push(await post(elsewhere, '/session/passkey', { credential: await make() }));
    }
    for (const answer of answers) {
      expect(answer).to.deep.equal(answers[0]);
      expect(answer.status).to.equal(401);
      expect(refusalOf(answer)).to.deep.equal({ rule: 'login.no-hints', next: ['try-again'] });
    }
    expect((await elsewhere.session()).status).to.equal('signed-out');
  });

  it('that counts its uses and goes back is a copy, and opens nothing', async () => {
    const { elsewhere, key } = await openWithPasskey(mychart);
    expect((await signInWith(elsewhere, key)).status).to.equal(200);
    key.counter = 0;
    expect((await signInWith(elsewhere, key)).status).to.equal(401);
  });

  it('asks for cookies, as a password does (login.cookies-required)', async () => {
    const { backend } = await openPortal();
    const browser = new Browser(backend, { cookies: false });
    await browser.session();
    const answer = await browser.send('POST', '/session/passkey/challenge');
    expect(refusalOf(answer).rule).to.equal('login.cookies-required');
  });
});
