import '@simplewebauthn/server'; // the backend fetches it with the first passkey: many files in a browser
import { contract } from '../../../src/contract/index.js';
import { successOf, type Answer, type Browser } from '../../support/portal.js';
import { password } from '../../support/sample-people.js';
import { SoftwareKey } from '../../support/software-key.js';

/** Where the pages of these tests stand. */
export const origin = 'location' in globalThis ? location.origin : 'http://localhost';
export const rpId = new URL(origin).hostname;

export const post = (browser: Browser, path: string, body: object = {}): Promise<Answer> =>
  browser.write('POST', path, body);

/** Starts to add a passkey, and gives what the browser makes it with. */
export const startPasskey = async (browser: Browser) =>
  successOf(
    contract.startPasskey,
    await post(browser, '/account/passkeys/setup', { currentPassword: password }),
  );

/** Adds a passkey of a new key. */
export const addPasskey = async (browser: Browser, name = 'My phone') => {
  const { challenge, user } = await startPasskey(browser);
  const key = await SoftwareKey.make();
  const credential = await key.create({ challenge, rpId, origin }, user.id);
  const answer = await post(browser, '/account/passkeys', { name, credential });
  return { key, answer, credential };
};
