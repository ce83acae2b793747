import { expect } from 'chai';
import { contract } from '../../../src/contract/index.js';
import { Browser, openPortal, sessionOf, successOf } from '../../support/portal.js';
import { password } from '../../support/sample-people.js';
import { SoftwareKey } from '../../support/software-key.js';
import { addPasskey, origin, post, rpId, startPasskey } from './with-passkey.js';

describe('a device with a passkey', () => {
  const open = async () => {
    const { backend, browser } = await openPortal();
    await browser.signIn('ann.example');
    const { key } = await addPasskey(browser);
    const elsewhere = new Browser(backend);
    const signed = async () => {
      await elsewhere.session();
      const answer = await elsewhere.send('POST', '/session/passkey/challenge');
      const { challenge } = successOf(contract.startPasskeySignIn, answer);
      return key.get({ challenge, rpId, origin });
    };
    return { browser, elsewhere, key, signed };
  };

  it('need not tell whose it is, but must not tell somebody else', async () => {
    const { elsewhere, key, signed } = await open();
    const credential = await signed();
    const answer = await post(elsewhere, '/session/passkey', {
      credential: { ...credential, response: { ...credential.response, userHandle: undefined } },
    });
    expect(sessionOf(answer).status).to.equal('signed-in');
    key.userHandle = `${key.userHandle}A`;
    const other = await post(elsewhere, '/session/passkey', { credential: await signed() });
    expect(other.status).to.equal(401);
  });

  it('is not asked for a second one, in the ways in which it can be reached', async () => {
    const { browser, key } = await open();
    const silent = await SoftwareKey.make();
    const { challenge, user } = await startPasskey(browser);
    const credential = await silent.create({ challenge, rpId, origin }, user.id);
    const response = { ...credential.response, transports: undefined };
    await post(browser, '/account/passkeys', {
      name: 'Of few words',
      credential: { ...credential, response },
    });
    const { excludeCredentials } = await startPasskey(browser);
    expect(excludeCredentials).to.deep.equal([
      { id: key.credentialId, type: 'public-key', transports: ['internal'] },
      { id: silent.credentialId, type: 'public-key', transports: [] },
    ]);
  });

  it('makes one for the site of the page, where the backend has another address', async () => {
    const { browser } = await open();
    const setup = (Origin: string) =>
      browser.write('POST', '/account/passkeys/setup', { currentPassword: password }, { Origin });
    const { rp } = successOf(contract.startPasskey, await setup('https://portal.example.org'));
    expect(rp.id).to.equal('portal.example.org');
    for (const none of ['null', 'file://', 'chrome-extension://abc']) {
      expect((await setup(none)).status, none).to.equal(403);
    }
  });
});
