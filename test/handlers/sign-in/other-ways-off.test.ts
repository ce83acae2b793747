import { expect } from 'chai';
import { contract } from '../../../src/contract/index.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import {
  openPortal,
  refusalOf,
  successOf,
  type Answer,
  type Browser,
} from '../../support/portal.js';
import { password } from '../../support/sample-people.js';
import { addPasskey } from './with-passkey.js';
import { addApp, codeAt, signInWith } from './with-second-step.js';

const off: PortalPolicy = {
  ...lakeside,
  login: { ...lakeside.login, passkeys: false, secondStep: false, requestsPerMinute: 1000 },
};
const on: PortalPolicy = { ...off, login: { ...off.login, passkeys: true, secondStep: true } };

const post = (browser: Browser, path: string, body?: object): Promise<Answer> =>
  browser.write('POST', path, body ?? { currentPassword: password });

const expectOff = (answer: Answer, next: readonly string[] = []) => {
  expect(answer.status, answer.text).to.equal(403);
  expect(refusalOf(answer)).to.deep.equal({ rule: 'login.other-ways', next });
};

const subjectsOf = async (browser: Browser) => (await browser.search('ann')).status;

describe('login.other-ways: a hospital without passkeys and a second step', () => {
  it('sets up none, and counts no password for it', async () => {
    const { browser } = await openPortal({ policy: off });
    await browser.signIn('ann.example');
    for (let n = 0; n < 10; n += 1) {
      for (const path of ['/account/passkeys/setup', '/account/second-step/app/setup']) {
        expectOff(await post(browser, path, { currentPassword: 'wrong' }));
      }
    }
    expect((await browser.signIn('ann.example')).status).to.equal(200);
  });

  it('signs nobody in with a passkey: the password does', async () => {
    const { browser } = await openPortal({ policy: off });
    await browser.session();
    expectOff(await browser.send('POST', '/session/passkey/challenge'), ['sign-in']);
  });

  it('sets up none that was begun before', async () => {
    const { backend, browser, clock } = await openPortal({ policy: on });
    await browser.signIn('ann.example');
    const { secret } = successOf(
      contract.startAuthenticatorApp,
      await post(browser, '/account/second-step/app/setup'),
    );
    await backend.setPolicy(off);
    const body = { name: 'My phone', code: codeAt(secret, clock) };
    expectOff(await post(browser, '/account/second-step/app', body));
  });

  it('asks for the second step of who has one, until its owner turns it off', async () => {
    const { backend, browser, clock } = await openPortal({ policy: on });
    await browser.signIn('ann.example');
    const { secret } = await addApp(browser, clock);
    await browser.send('DELETE', '/session');
    await browser.session();
    clock.advance({ minutes: 2 });
    await backend.setPolicy(off);
    await browser.signIn('ann.example');
    expect(await subjectsOf(browser), 'with the password alone').to.equal(401);
    expect((await signInWith(browser, codeAt(secret, clock))).status).to.equal(200);
    expect((await post(browser, '/account/second-step/recovery-codes')).status).to.equal(200);
    expect((await post(browser, '/account/second-step/app/removal')).status).to.equal(204);
    await browser.send('DELETE', '/session');
    await browser.session();
    expect((await browser.signIn('ann.example')).status).to.equal(200);
    expect(await subjectsOf(browser)).to.equal(200);
  });

  it('lets who has a passkey see and remove it', async () => {
    const { backend, browser } = await openPortal({ policy: on });
    await browser.signIn('ann.example');
    await addPasskey(browser);
    await backend.setPolicy(off);
    const { passkeys } = successOf(
      contract.getPasskeys,
      await browser.send('GET', '/account/passkeys'),
    );
    const answer = await post(browser, `/account/passkeys/${passkeys[0]?.id ?? ''}/removal`);
    expect(successOf(contract.removePasskey, answer).passkeys).to.deep.equal([]);
  });
});
