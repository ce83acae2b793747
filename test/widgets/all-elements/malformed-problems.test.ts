import { expect, html } from '@open-wc/testing';
import '../../../src/widgets/portal-login/define.js';
import { textOf } from '../../../stories/fixtures/support/query.js';
import { sees, signIn } from '../../../stories/fixtures/steps/user.js';
import { mount } from '../support/mount.js';

const json = 'application/problem+json';

/** An answer of a backend that does not keep to the contract. */
const problem = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': json, ...headers } });

describe('a sign-in form whose backend answers broken problem details', () => {
  for (const [what, answer, words] of [
    [
      'next: [null]',
      problem(401, { rule: 'login.lockout', next: [null] }),
      /This account is locked\..*Call your office: 1-/,
    ],
    [
      'a step with a contact that is none',
      problem(401, { rule: 'login.lockout', next: [{ action: 'call-office', contact: 5 }] }),
      /This account is locked\..*Call your office: 1-/,
    ],
    [
      'a time that is none',
      problem(401, {
        rule: 'login.lockout',
        next: [{ action: 'call-office', at: 'soon' }, { action: 'email-support' }],
      }),
      /This account is locked\..*Call your office: 1-.*Email \S+@/,
    ],
    [
      'a count that is none',
      problem(401, {
        rule: 'login.no-hints',
        case: 'password',
        next: [{ action: 'try-again' }, { action: 'reset-password' }],
        attemptsLeft: { left: 3 },
      }),
      /That username and password don’t match\./,
    ],
    ['a type that is none', problem(403, { type: 5 }), /went wrong on our side/],
    ['a list of errors that is none', problem(400, { errors: [null] }), /went wrong on our side/],
    [
      'an endless Retry-After',
      problem(429, {}, { 'Retry-After': '1e308' }),
      /Wait 60 seconds, then try again\./,
    ],
    [
      'a negative Retry-After',
      problem(429, {}, { 'Retry-After': '-5' }),
      /Wait 60 seconds, then try again\./,
    ],
    [
      'a Retry-After of a day',
      problem(429, {}, { 'Retry-After': '86400' }),
      /Wait 600 seconds, then try again\./,
    ],
  ] as const) {
    it(`tells what it understands of ${what}, and can be sent again`, async () => {
      const { widget, answerInstead } = await mount<HTMLElement>(
        html`<portal-login></portal-login>`,
      );
      const undo = answerInstead('POST', '/session', () => answer.clone());
      await signIn(widget, 'rosa.delgado');
      await sees(widget, words);
      expect(textOf(widget)).not.to.match(/undefined|NaN|Infinity|Invalid Date|\[object/);
      undo();
      await signIn(widget, 'rosa.delgado');
      await sees(widget, /signed in as/);
    });
  }
});
