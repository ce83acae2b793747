import { missing, wrongText, type Samples } from './sample.js';

const currentPassword = 'wrong';
const passwordOnly = {
  right: { body: { currentPassword } },
  wrong: { currentPassword: wrongText(256) },
};
const wrongName = wrongText(60);
const passkey = { passkey: 'made-up' };

const credential = {
  id: 'made-up',
  rawId: 'made-up',
  type: 'public-key',
  clientExtensionResults: {},
};
/** No object: of one that is incomplete each part would be named. */
const noCredential = [missing, null, 5, true, [], 'text'];

export const secondStep: Samples = {
  finishSignIn: { right: { body: { code: '123456' } }, wrong: { code: wrongText(40) } },
  getSecondStep: { right: {} },
  startAuthenticatorApp: passwordOnly,
  addAuthenticatorApp: {
    right: { body: { name: 'My phone', code: '123456' } },
    wrong: { name: wrongName, code: wrongText(40) },
  },
  removeAuthenticatorApp: passwordOnly,
  makeRecoveryCodes: passwordOnly,
  startPasskeySignIn: { right: {} },
  signInWithPasskey: {
    right: {
      body: {
        credential: {
          ...credential,
          response: { clientDataJSON: 'e30', authenticatorData: 'e30', signature: 'e30' },
        },
      },
    },
    wrong: { credential: noCredential },
  },
  getPasskeys: { right: {} },
  startPasskey: passwordOnly,
  addPasskey: {
    right: {
      body: {
        name: 'My phone',
        credential: {
          ...credential,
          response: { clientDataJSON: 'e30', attestationObject: 'e30' },
        },
      },
    },
    wrong: { name: wrongName, credential: noCredential },
  },
  renamePasskey: {
    right: { params: passkey, body: { name: 'My phone' } },
    wrong: { name: wrongName },
  },
  removePasskey: { ...passwordOnly, right: { params: passkey, body: { currentPassword } } },
};
