import { expect } from 'chai';
import {
  decideAppointmentRequest,
  decideCancellation,
} from '../../../mocks/rules/record/appointments.js';
import { notFound } from '../../../mocks/rules/decision.js';
import { decideReset, decideSelfReset, linkExpiry } from '../../../mocks/rules/account/recovery.js';
import { eligibilityOf } from '../../../mocks/rules/eligibility.js';
import {
  attemptsAfter,
  cookiesRequired,
  decideSignIn,
  decideTryRate,
  noAttempts,
  waysToUnlock,
} from '../../../mocks/rules/account/login.js';
import { decideMatch } from '../../../mocks/rules/account/preferences.js';
import { decideRelationship, noFriendsAndFamily } from '../../../mocks/rules/family/proxy.js';
import { readOnlyRecord } from '../../../mocks/rules/record/record.js';
import { decideRelease } from '../../../mocks/rules/record/results.js';
import {
  decideRecoveryCodes,
  firstStepOver,
  setupOver,
  wrongPasskey,
  wrongSetup,
} from '../../../mocks/rules/account/second-step.js';
import {
  decideFirstQuestion,
  decideQuestionChange,
} from '../../../mocks/rules/account/security-question.js';
import { decideIdle, endedByIdling, signedOut } from '../../../mocks/rules/account/session.js';
import { decideOwnLogin } from '../../../mocks/rules/family/sharing.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import {
  loinc,
  makeAppointment,
  makeObservation,
  makeReport,
} from '../../support/sample-people.js';
import { refusalOf as of, said } from '../support/refusals.js';

const now = Date.parse('2026-03-02T15:00:00Z');

describe('refusals that are always the same', () => {
  for (const [what, refusal, expected] of [
    ['the idle limit', endedByIdling, of('signed-out', 'session.idle-logout', 'sign-in')],
    ['nobody signed in', signedOut, of('signed-out', null, 'sign-in')],
    ['nothing there', notFound, of('not-found', null)],
    [
      'an edit of the record',
      readOnlyRecord,
      of('method-not-allowed', 'record.read-only', 'ask-at-next-visit'),
    ],
    ['no cookies', cookiesRequired, of('refused', 'login.cookies-required', 'enable-cookies')],
    ['a first step too long ago', firstStepOver, of('signed-out', null, 'sign-in')],
    ['a setup too long ago', setupOver, of('precondition-failed', null, 'reload')],
    ['a passkey of nobody', wrongPasskey, of('refused', 'login.no-hints/passkey', 'try-again')],
    [
      'no sharing by patients',
      noFriendsAndFamily,
      of('refused', 'proxy.friends-and-family/not-offered', 'hand-in-consent-form', 'call-office'),
    ],
    [
      'an invitation of one’s own',
      decideOwnLogin('ann', 'ann'),
      of('refused', 'proxy.own-login', 'sign-in'),
    ],
    [
      'no questions to change',
      decideQuestionChange({ question: 'Which?', answer: 'That' }, mychart),
      of('refused', 'security-question.change'),
    ],
    [
      'no requests for appointments',
      decideAppointmentRequest(lakeside),
      of('refused', 'appointments.request', 'call-office'),
    ],
  ] as const) {
    it(`say what to do now: ${what}`, () => {
      expect(said(refusal)).to.deep.equal(expected);
    });
  }

  it('are none for somebody else’s invitation, and where there is an app to make codes for', () => {
    expect(decideOwnLogin('ann', 'bob')).to.deep.equal({ ok: true, value: null });
    expect(decideRecoveryCodes(true)).to.deep.equal({ ok: true, value: null });
    expect(decideRecoveryCodes(false)).to.equal(setupOver);
  });

  it('name the field of a setup that is wrong', () => {
    expect(wrongSetup('/body/code', 'Not this one.')).to.deep.equal({
      ok: false,
      kind: 'invalid-request',
      detail: 'Not this one.',
      next: [{ action: 'try-again' }],
      errors: [{ pointer: '/body/code', detail: 'Not this one.', reason: 'wrong' }],
    });
  });
});

describe('results that are held back', () => {
  const held = (parts: Parameters<typeof makeReport>[0], policy: PortalPolicy = mycooper) =>
    said(decideRelease(makeReport(parts), policy, now));

  it('say by which rule, and when the day is known', () => {
    for (const [parts, rule] of [
      [{ code: loinc('56888-1') }, 'results.sensitive-withheld'],
      [{ code: loinc('2857-1') }, 'results.provider-choice'],
      [{ reviewed: false }, 'results.after-review'],
      [{ status: 'registered' }, 'results.after-review'],
      [{ status: 'preliminary' }, 'results.after-review'],
      [{ status: 'cancelled', reviewed: false }, 'results.after-review'],
    ] as const) {
      expect(held(parts)).to.deep.equal(of('refused', rule));
    }
    const reportedAt = '2026-03-01T12:00:00Z';
    const waiting = { category: 'pathology', reportedAt } as const;
    expect(held(waiting, lakeside)).to.deep.equal({
      ...of('refused', 'results.after-review'),
      next: [{ action: 'wait', at: '2026-03-04T12:00:00.000Z' }],
    });
  });

  it('are so by any of their codes and names', () => {
    for (const parts of [
      { otherCodes: ['1-1', '56888-1'] },
      { observations: [makeObservation(), makeObservation({ code: loinc('56888-1') })] },
      { observations: [makeObservation({ name: 'HIV 1 antibody' }), makeObservation()] },
      { code: { ...loinc('1-1'), display: 'HIV 1 RNA' } },
    ]) {
      expect(held(parts)).to.deep.equal(of('refused', 'results.sensitive-withheld'));
    }
    expect(held({ code: null, otherCodes: ['2857-1'] })).to.deep.equal(
      of('refused', 'results.provider-choice'),
    );
    expect(decideRelease(makeReport({ code: null, otherCodes: [] }), mycooper, now).ok).to.equal(
      true,
    );
  });

  it('are shown at the very moment that their days are over', () => {
    const report = makeReport({ category: 'pathology', reportedAt: '2026-03-01T12:00:00Z' });
    const moment = Date.parse('2026-03-04T12:00:00Z');
    expect(decideRelease(report, lakeside, moment - 1).ok).to.equal(false);
    expect(decideRelease(report, lakeside, moment).ok).to.equal(true);
  });

  it('are not, once a cancelled one is reviewed', () => {
    const cancelled = makeReport({ status: 'cancelled', reviewed: true });
    expect(decideRelease(cancelled, mycooper, now)).to.deep.equal({ ok: true, value: cancelled });
  });
});

describe('the first way of access that is no way', () => {
  const refusedIn = (...parts: Parameters<typeof decideRelationship>) =>
    said(decideRelationship(...parts));

  it('names the other one, or the office', () => {
    const rule = 'proxy.relationships';
    expect(refusedIn('guardian', 'patient', mychart)).to.deep.equal(
      of('refused', rule, 'hand-in-consent-form'),
    );
    expect(refusedIn('spouse', 'consent-form', lakeside)).to.deep.equal(
      of('refused', rule, 'share-record'),
    );
    const none = { ...mycooper, proxy: { ...mycooper.proxy, relationships: [] } };
    expect(refusedIn('spouse', 'consent-form', none)).to.deep.equal(
      of('refused', rule, 'call-office'),
    );
    expect(decideRelationship('spouse', 'patient', mycooper)).to.equal(noFriendsAndFamily);
  });
});

describe('a cancellation', () => {
  it('is called for at the place of the appointment, or at the general number', () => {
    const { location } = makeAppointment();
    const place = location?.phone && { name: location.name, phone: location.phone };
    const refusal = (parts: Parameters<typeof makeAppointment>[0]) =>
      said(decideCancellation(makeAppointment(parts), mycooper, now));
    const rule = 'appointments.cancel-by-phone';
    expect(refusal({})).to.deep.equal({
      ...of('refused', rule),
      next: [{ action: 'call-office', contact: place }],
    });
    const general = of('refused', rule, 'call-office');
    expect(refusal({ location: null })).to.deep.equal(general);
    expect(refusal({ location: location && { ...location, phone: null } })).to.deep.equal(general);
  });

  it('is of a booked one that has not begun', () => {
    const startsAt = new Date(now).toISOString();
    for (const parts of [{ startsAt }, { status: 'cancelled' }] as const) {
      expect(said(decideCancellation(makeAppointment(parts), lakeside, now))).to.deep.equal(
        of('conflict', null, 'reload'),
      );
    }
    const soon = makeAppointment({ startsAt: new Date(now + 1).toISOString() });
    expect(decideCancellation(soon, lakeside, now)).to.deep.equal({ ok: true, value: null });
  });
});

describe('a reset', () => {
  const free = { locked: false, answersLocked: false, hasSecurityQuestion: true };

  it('is refused by what stands in its way, the heaviest first', () => {
    expect(decideReset(free, mycooper)).to.deep.equal({ ok: true, value: null });
    const locked = { ...free, locked: true };
    expect(said(decideReset(locked, mycooper))).to.deep.equal(
      of('refused', 'password.locked-reset', 'call-office'),
    );
    expect(decideReset(locked, mychart).ok).to.equal(true);
    expect(said(decideReset({ ...locked, answersLocked: true }, mycooper))).to.deep.equal({
      ...of('refused', 'login.lockout', 'call-office'),
      attemptsLeft: 0,
    });
    const unasked = { ...free, hasSecurityQuestion: false };
    expect(said(decideReset(unasked, mycooper))).to.deep.equal(
      of('refused', 'password.reset-question/no-question', 'call-office'),
    );
    expect(decideReset(unasked, mychart).ok).to.equal(true);
    const byPhone: PortalPolicy = {
      ...mychart,
      password: { ...mychart.password, resetBy: ['support-line'] },
    };
    expect(said(decideSelfReset(byPhone))).to.deep.equal(
      of('refused', 'password.self-reset/not-online', 'call-support-line'),
    );
  });

  it('has so many minutes', () => {
    for (const policy of [mycooper, lakeside]) {
      expect(linkExpiry(policy, now) - now).to.equal(policy.password.resetLinkMinutes * 60_000);
    }
  });
});

describe('the idle limit', () => {
  it('is reached at its very moment', () => {
    const limit = mycooper.session.idleMinutes * 60_000;
    expect(decideIdle(now, mycooper, now + limit - 1)).to.deep.equal({ ok: true, value: 1 });
    expect(decideIdle(now, mycooper, now + limit)).to.equal(endedByIdling);
    expect(decideIdle(now, mycooper, now)).to.deep.equal({ ok: true, value: limit });
  });
});

describe('tries in a minute', () => {
  const policy = { ...mycooper, login: { ...mycooper.login, requestsPerMinute: 2 } };

  it('are so many, and one more once the first is a minute ago', () => {
    const before = [now - 60_000, now - 59_999, now - 1];
    expect(said(decideTryRate(before, policy, now))).to.deep.equal({
      ...of('too-many-requests', null),
      next: [{ action: 'wait', at: new Date(now + 1).toISOString() }],
    });
    expect(decideTryRate(before, policy, now + 1)).to.deep.equal({
      ok: true,
      value: [now - 1, now + 1],
    });
  });
});

describe('wrong tries in a row', () => {
  it('lock at the last one, and stay so; a right one starts over', () => {
    const { maxAttempts } = mycooper.login;
    let attempts = noAttempts;
    expect(attempts).to.deep.equal({ failures: 0, locked: false });
    for (let n = 1; n < maxAttempts; n += 1) {
      attempts = attemptsAfter(attempts, false, mycooper);
      expect(attempts).to.deep.equal({ failures: n, locked: false });
    }
    expect(attemptsAfter(attempts, true, mycooper)).to.deep.equal(noAttempts);
    const locked = attemptsAfter(attempts, false, mycooper);
    expect(locked).to.deep.equal({ failures: maxAttempts, locked: true });
    for (const right of [true, false]) {
      expect(attemptsAfter(locked, right, mycooper)).to.equal(locked);
    }
  });

  it('are unlocked in the ways of the hospital, in its order', () => {
    expect(waysToUnlock(lakeside)).to.deep.equal([
      { action: 'reset-password' },
      { action: 'call-office' },
      { action: 'call-support-line' },
    ]);
  });
});

describe('a first security question', () => {
  const question = { question: ' Which tree? ', answer: 'Elm' };

  it('is required, kept or passed over, as the policy has it', () => {
    const atReset = { ...mycooper, signup: { ...mycooper.signup, securityQuestion: false } };
    expect(said(decideFirstQuestion(null, mycooper))).to.deep.include({
      ...of('refused', 'signup.security-question', 'try-again'),
    });
    expect(decideFirstQuestion(null, atReset)).to.deep.equal({ ok: true, value: null });
    expect(decideFirstQuestion(question, atReset)).to.deep.equal({
      ok: true,
      value: { question: 'Which tree?', answer: 'Elm' },
    });
    expect(decideFirstQuestion(question, mychart)).to.deep.equal({ ok: true, value: null });
  });
});

describe('a sign-in', () => {
  it('says how many tries are left, and how to unlock what is locked', () => {
    const { maxAttempts } = mycooper.login;
    const twice = { failures: 2, locked: false };
    expect(decideSignIn(twice, true, mycooper)).to.deep.equal({ ok: true, value: null });
    expect(said(decideSignIn(twice, false, mycooper))).to.deep.equal({
      ...of('refused', 'login.no-hints/password', 'try-again', 'reset-password'),
      attemptsLeft: maxAttempts - 2,
    });
    for (const right of [true, false]) {
      const locked = { failures: maxAttempts, locked: true };
      expect(said(decideSignIn(locked, right, mychart))).to.deep.equal({
        ...of('refused', 'login.lockout', 'call-support-line', 'reset-password'),
        attemptsLeft: 0,
      });
    }
  });
});

describe('an If-Match header', () => {
  it('names the state that is changed: one of its tags, or any', () => {
    for (const header of ['"a"', '*', '"b", "a"', '"a" ,"b"', '"b","a"']) {
      expect(decideMatch(header, '"a"'), header).to.deep.equal({ ok: true, value: null });
    }
    for (const header of ['"b"', 'W/"a"', 'a', '"b", W/"a"']) {
      expect(said(decideMatch(header, '"a"')), header).to.deep.equal(
        of('precondition-failed', null, 'reload'),
      );
    }
  });
});

describe('what cannot be done, said beforehand', () => {
  it('names the rule and the way on', () => {
    expect(eligibilityOf({ ok: true, value: 1 })).to.deep.equal({ allowed: true });
    expect(eligibilityOf(cookiesRequired)).to.deep.equal({
      allowed: false,
      rule: 'login.cookies-required',
      next: [{ action: 'enable-cookies' }],
    });
    expect(eligibilityOf(wrongPasskey)).to.deep.equal({
      ...{ allowed: false, rule: 'login.no-hints', case: 'passkey' },
      next: [{ action: 'try-again' }],
    });
    expect(() => eligibilityOf(signedOut)).to.throw('Only a rule');
  });
});
