import { Secret, TOTP } from 'otpauth';
import type { ManualClock } from '../../../mocks/clock.js';
import { contract } from '../../../src/contract/index.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import {
  openPortal,
  sessionOf,
  successOf,
  type Answer,
  type Browser,
} from '../../support/portal.js';
import { password } from '../../support/sample-people.js';

/** Milliseconds for which an app shows one code. */
export const step = 30_000;

/** The code that an app shows at a time; `steps` later or, if negative, before. */
export const codeAt = (secret: string, clock: ManualClock, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: clock.now() + steps * step,
  });

/** Starts to set up an app, and gives its secret. */
export const startApp = async (browser: Browser): Promise<string> => {
  const body = { currentPassword: password };
  const answer = await browser.write('POST', '/account/second-step/app/setup', body);
  return successOf(contract.startAuthenticatorApp, answer).secret;
};

/** Sets up an app. */
export const addApp = async (browser: Browser, clock: ManualClock) => {
  const secret = await startApp(browser);
  const body = { name: 'My phone', code: codeAt(secret, clock) };
  const answer = await browser.write('POST', '/account/second-step/app', body);
  return { secret, ...successOf(contract.addAuthenticatorApp, answer) };
};

/** Ann has an authenticator app, set up long enough ago that its code of now was not used. */
export const openWithApp = async (policy: PortalPolicy) => {
  const portal = await openPortal({
    policy: { ...policy, login: { ...policy.login, requestsPerMinute: 1000 } },
  });
  const { browser, clock } = portal;
  await browser.signIn('ann.example');
  const app = await addApp(browser, clock);
  await browser.send('DELETE', '/session');
  await browser.session();
  clock.advance({ minutes: 5 });
  return { ...portal, ...app };
};

/** The second step of a sign-in. */
export const finish = async (browser: Browser, code: string): Promise<Answer> => {
  const answer = await browser.write('POST', '/session/second-step', { code });
  if (answer.status === 200) browser.csrfToken = sessionOf(answer).csrfToken;
  return answer;
};

/** Both steps. */
export const signInWith = async (browser: Browser, code: string): Promise<Answer> => {
  await browser.signIn('ann.example');
  return finish(browser, code);
};

export const secondStepOf = async (browser: Browser) =>
  successOf(contract.getSecondStep, await browser.send('GET', '/account/second-step'));
