import { expect } from 'chai';
import { mycooper } from '../../../src/policy/mycooper.js';
import { Browser, sessionOf } from '../../support/portal.js';
import { password } from '../../support/sample-people.js';
import { codeAt, finish, openWithApp } from './with-second-step.js';
import { fc, tries } from '../../support/properties.js';

/** What somebody may do, with the password or without, in one of two browsers. */
const move = fc.record({
  browser: fc.nat(1),
  act: fc.oneof(
    fc.record({ type: fc.constant('password' as const), right: fc.boolean() }),
    fc.record({ type: fc.constant('code' as const), steps: fc.integer({ min: -3, max: 3 }) }),
    fc.record({ type: fc.constant('recovery' as const), nth: fc.nat(2) }),
    fc.record({ type: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 700 }) }),
    fc.record({ type: fc.constant('guess' as const) }),
    fc.record({ type: fc.constant('sign-out' as const) }),
  ),
});

/** An app whose codes of the next hours are all different, so that none is right by chance. */
const openWithDistinctCodes = async () => {
  for (;;) {
    const policy = { ...mycooper, login: { ...mycooper.login, maxAttempts: 100 } };
    const portal = await openWithApp(policy);
    const codes = Array.from({ length: 1000 }, (_, steps) =>
      codeAt(portal.secret, portal.clock, steps - 5),
    );
    if (new Set(codes).size === codes.length) return portal;
  }
};

describe('no sequence of calls', () => {
  it('gets in without both steps, or makes a code work twice', async () => {
    const property = fc.asyncProperty(fc.array(move, { maxLength: 25 }), async (moves) => {
      const { backend, clock, secret, recoveryCodes } = await openWithDistinctCodes();
      const browsers = [new Browser(backend), new Browser(backend)].map((browser) => ({
        browser,
        /** When the right password was given, and nothing called it off since. */
        passwordAt: -Infinity,
        isIn: false,
      }));
      let lastStep = -Infinity;
      const used = new Set<string>();

      for (const { browser: nth, act } of moves) {
        const seat = browsers[nth];
        if (!seat) throw new Error('There are two browsers.');
        const { browser } = seat;
        const firstStepHolds = clock.now() < seat.passwordAt + 600_000;
        const tryCode = async (code: string, mayWork: boolean) => {
          const { status } = await finish(browser, code);
          expect(status === 200).to.equal(firstStepHolds && mayWork);
          if (status !== 200) return false;
          Object.assign(seat, { isIn: true, passwordAt: -Infinity });
          return true;
        };
        if (act.type === 'wait') {
          clock.advance({ seconds: act.seconds });
          continue;
        } else if (act.type === 'password') {
          const answer = await browser.signIn('ann.example', act.right ? password : 'wrong');
          if (act.right) {
            expect(sessionOf(answer).status).to.equal('second-step-required');
            Object.assign(seat, { isIn: false, passwordAt: clock.now() });
          } else {
            expect(answer.status).to.equal(401);
          }
        } else if (act.type === 'code') {
          const step = Math.floor(clock.now() / 30_000) + act.steps;
          const mayWork = Math.abs(act.steps) <= 1 && step > lastStep;
          if (await tryCode(codeAt(secret, clock, act.steps), mayWork)) lastStep = step;
        } else if (act.type === 'recovery') {
          const code = recoveryCodes[act.nth] ?? '';
          if (await tryCode(code, !used.has(code))) used.add(code);
        } else if (act.type === 'guess') {
          await tryCode('no code at all', false);
        } else {
          await browser.send('DELETE', '/session');
          Object.assign(seat, { isIn: false, passwordAt: -Infinity });
        }
        await browser.session();
        const opens = (await browser.send('GET', '/account/preferences')).status === 200;
        if (opens) expect(seat.isIn).to.equal(true);
      }
    });
    await fc.assert(property, { numRuns: tries(100) });
  });
});
