import { missing, noText, type Samples, wrongText } from './sample.js';

export const session: Samples = {
  getSession: { right: {} },
  signIn: {
    right: { body: { username: 'ann.example', password: 'wrong' } },
    wrong: {
      username: [...noText, '', 'x'.repeat(255)],
      password: [...noText, '', 'x'.repeat(257)],
    },
  },
  chooseNewPassword: {
    right: { body: { password: 'a long enough one' } },
    wrong: { password: wrongText(256) },
  },
  keepSessionAlive: {
    right: { body: { idleSeconds: 0 } },
    wrong: { idleSeconds: [missing, null, '5', -1, 1.5, 86_401, [], {}] },
  },
  signOut: { right: {} },
};
