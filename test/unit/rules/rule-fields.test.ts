import { expect } from 'chai';
import { decideCode, decideNewAccount } from '../../../mocks/rules/account/activation.js';
import { decideWithdrawal } from '../../../mocks/rules/record/appointments.js';
import { decidePassword, decideUsername } from '../../../mocks/rules/account/credentials.js';
import { decideAnswer, decideAsking } from '../../../mocks/rules/record/demographics.js';
import { decideEmail, decideFirstEmail } from '../../../mocks/rules/account/email.js';
import { decideListing, decideRenewalDetails } from '../../../mocks/rules/record/medications.js';
import { decideOneTime, sameAsGiven } from '../../../mocks/rules/account/one-time-password.js';
import {
  decideContactUpdate,
  decideCurrentPassword,
} from '../../../mocks/rules/account/preferences.js';
import {
  decideAnswer as decideSecurityAnswer,
  decideLink,
  stepsAfterReset,
} from '../../../mocks/rules/account/recovery.js';
import { decideSecurityQuestion } from '../../../mocks/rules/account/security-question.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { makeAppointmentRequest, makeMedication, makePerson } from '../../support/sample-people.js';
import { refusalOf, said, wrongAt } from '../support/refusals.js';

const now = Date.parse('2026-03-02T15:00:00Z');
const own = 'signup.own-credentials';
const code = '7KQ4M-XW2RD-9HTFB';
const allowed = (value: unknown) => ({ ok: true, value });

describe('what is wrong with a username', () => {
  const username = (typed: string, taken = false) => decideUsername(typed, { code, taken });

  it('is told by its field and the reason', () => {
    for (const [typed, rule, reason] of [
      [code.toLowerCase(), 'activation.not-a-username', 'is-the-code'],
      ['ab', own, 'too-short'],
      ['a'.repeat(65), own, 'too-long'],
      ['ann example', own, 'has-space'],
      ['ann\u200bexample', own, 'invisible'],
    ] as const) {
      expect(said(username(typed)), typed).to.deep.equal(wrongAt(rule, '/body/username', reason));
    }
    const taken = said(username('ann.example', true));
    expect(taken).to.deep.equal(wrongAt(own, '/body/username', 'taken'));
    expect(username(' ann.example ')).to.deep.equal(allowed('ann.example'));
  });
});

describe('what is wrong with a password', () => {
  const password = (typed: string, policy = mycooper) =>
    decidePassword(typed, { username: 'ann.example', code }, policy);

  it('is told by its field and the reason', () => {
    for (const [typed, rule, reason] of [
      [code, 'activation.not-a-username', 'is-the-code'],
      ['short', own, 'too-short'],
      ['x1-'.repeat(86), own, 'too-long'],
      ['Password1234', own, 'easy-to-guess'],
      ['Ann.Example!', own, 'like-a-name'],
      ['cooper university hospital1', own, 'like-a-name'],
      ['MYCOOPER2026', own, 'like-a-name'],
    ] as const) {
      expect(said(password(typed)), typed).to.deep.equal(wrongAt(rule, '/body/password', reason));
    }
    expect(password('MyChart2026!')).to.deep.equal(allowed('MyChart2026!'));
    expect(said(sameAsGiven)).to.deep.equal(wrongAt(own, '/body/password', 'is-the-code'));
  });

  it('is none where six more characters stand beside a name, and one where five do', () => {
    expect(password('ann.example-12345').ok).to.equal(true);
    expect(password('ann.example-1234').ok).to.equal(false);
  });
});

describe('what is wrong with an e-mail address', () => {
  const email = 'ann@example.org';

  it('is that the second one differs, or is not there', () => {
    for (const emailAgain of ['bob@example.org', null, undefined]) {
      const differs = wrongAt('email.entered-twice', '/body/emailAgain', 'differs');
      expect(said(decideEmail({ email, emailAgain }, mycooper))).to.deep.equal(differs);
      expect(said(decideFirstEmail({ email, emailAgain }, mycooper))).to.deep.equal(differs);
      expect(decideEmail({ email, emailAgain }, lakeside)).to.deep.equal(allowed(email));
    }
    expect(decideFirstEmail({ email, emailAgain: email }, mycooper)).to.deep.equal(allowed(email));
  });

  it('is that there is none, where one is required: there are free ones', () => {
    const none = { email: null, emailAgain: null };
    expect(said(decideFirstEmail(none, mycooper))).to.deep.equal({
      ...refusalOf('refused', 'signup.email-required', 'get-email-address'),
      errors: [{ pointer: '/body/email', reason: 'required' }],
    });
    expect(decideFirstEmail(none, lakeside)).to.deep.equal(allowed(null));
  });
});

describe('what is wrong with a security question', () => {
  it('is told by its field and the reason', () => {
    const rule = 'signup.security-question';
    for (const [question, answer, field, reason] of [
      ['?', 'Elm', 'question', 'no-words'],
      ['Which tree?', '...', 'answer', 'no-words'],
      ['Which tree?', 'TREE', 'answer', 'in-the-question'],
    ] as const) {
      const refusal = said(decideSecurityQuestion({ question, answer }, '/body'));
      expect(refusal).to.deep.equal(wrongAt(rule, `/body/${field}`, reason));
    }
    const ofAnother = { question: 'Which street?', answer: 'tree' };
    expect(decideSecurityQuestion(ofAnother, '/body')).to.deep.equal(allowed(ofAnother));
  });
});

describe('a current password that is wrong', () => {
  const { maxAttempts } = mycooper.login;

  it('is told by its field, with the tries that are left; the last one locks', () => {
    const after = { failures: 2, locked: false };
    expect(said(decideCurrentPassword(after, false, mycooper))).to.deep.equal({
      ...refusalOf('refused', 'password.change/wrong', 'try-again', 'reset-password'),
      attemptsLeft: maxAttempts - 2,
      errors: [{ pointer: '/body/currentPassword', reason: 'wrong' }],
    });
    expect(decideCurrentPassword(after, true, mycooper)).to.deep.equal(allowed(null));
    const locked = { failures: maxAttempts, locked: true };
    for (const right of [true, false]) {
      expect(said(decideCurrentPassword(locked, right, mycooper))).to.deep.equal({
        ...refusalOf('refused', 'login.lockout', 'call-office'),
        attemptsLeft: 0,
      });
    }
  });
});

describe('an answer to the security question that is wrong', () => {
  it('leaves so many tries, and then a person to call', () => {
    const after = { failures: 3, locked: false };
    expect(said(decideSecurityAnswer(after, false, mycooper))).to.deep.equal({
      ...refusalOf('refused', 'password.reset-question/wrong-answer', 'try-again', 'call-office'),
      attemptsLeft: mycooper.login.maxAttempts - 3,
    });
    expect(decideSecurityAnswer(after, true, mycooper)).to.deep.equal(allowed(null));
    expect(said(decideSecurityAnswer({ ...after, locked: true }, true, mychart))).to.deep.equal({
      ...refusalOf('refused', 'login.lockout', 'call-support-line'),
      attemptsLeft: 0,
    });
    const byLinkAlone: PortalPolicy = {
      ...mychart,
      login: { ...mychart.login, unlock: ['reset-link'] },
    };
    expect(said(decideSecurityAnswer({ ...after, locked: true }, true, byLinkAlone))).to.deep.equal(
      {
        ...refusalOf('refused', 'login.lockout', 'call-office'),
        attemptsLeft: 0,
      },
    );
  });
});

describe('a link for a new password', () => {
  it('works until its very last millisecond, and leads to another one after it', () => {
    const reset = { expiresAt: now };
    expect(decideLink(reset, now - 1)).to.deep.equal(allowed(reset));
    for (const late of [decideLink(reset, now), decideLink(undefined, now)]) {
      expect(said(late)).to.deep.equal(
        refusalOf('refused', 'password.self-reset/invalid-link', 'reset-password'),
      );
    }
  });

  it('is followed by signing in, or by the ways to unlock', () => {
    expect(stepsAfterReset(false, mycooper)).to.deep.equal([{ action: 'sign-in' }]);
    expect(stepsAfterReset(true, mycooper)).to.deep.equal([{ action: 'call-office' }]);
  });
});

describe('a one-time password', () => {
  it('signs in until its very last millisecond, and then another one is asked for', () => {
    expect(decideOneTime(undefined, mycooper, now)).to.deep.equal(allowed(null));
    expect(decideOneTime(now + 1, mycooper, now)).to.deep.equal(allowed(null));
    const rule = 'login.unlock';
    for (const [policy, ...ways] of [
      [mycooper, 'call-office', 'reset-password'],
      [mychart, 'call-support-line', 'reset-password'],
      [lakeside, 'call-office', 'call-support-line', 'reset-password'],
    ] as const) {
      expect(said(decideOneTime(now, policy, now)), policy.id).to.deep.equal(
        refusalOf('refused', rule, ...ways),
      );
    }
    const byPhone: PortalPolicy = {
      ...mycooper,
      password: { ...mycooper.password, resetBy: ['support-line'] },
    };
    expect(said(decideOneTime(now, byPhone, now))).to.deep.equal(
      refusalOf('refused', rule, 'call-office', 'call-support-line'),
    );
  });
});

describe('a code from a visit', () => {
  const record = { id: 'id', patientId: 'eve', issuedAt: now, used: false };
  const free = { failures: 0, locked: false };
  const decide = (parts: Partial<typeof record> | null, after = free, at = now) =>
    said(decideCode(parts === null ? undefined : { ...record, ...parts }, after, mycooper, at));
  const another = ['call-office', 'ask-at-next-visit', 'email-support'];

  it('that does not go with the date of birth leaves so many tries, and none once it is locked', () => {
    expect(decide(null, { failures: 1, locked: false })).to.deep.equal({
      ...refusalOf('refused', 'activation.issued-at-visit/no-match', 'try-again', ...another),
      attemptsLeft: mycooper.login.maxAttempts - 1,
    });
    for (const code of [null, {}]) {
      expect(decide(code, { failures: 5, locked: true })).to.deep.equal({
        ...refusalOf('refused', 'activation.issued-at-visit/tried-too-often', ...another),
        attemptsLeft: 0,
      });
    }
  });

  it('that was used, or is too old, says how to go on', () => {
    expect(decide({ used: true })).to.deep.equal(
      refusalOf('refused', 'activation.single-use', 'sign-in', 'recover-username', 'call-office'),
    );
    const later = now + (mycooper.activation.expiresAfterDays + 1) * 86_400_000;
    expect(decide({}, free, later)).to.deep.equal(
      refusalOf('refused', 'activation.expires', ...another),
    );
    expect(decideCode(record, free, mycooper, now)).to.deep.equal(allowed(record));
  });

  it('opens no second account, and none without the signed form', () => {
    const { patient } = makePerson('eve', '');
    expect(said(decideNewAccount(patient, true, mycooper))).to.deep.equal(
      refusalOf('refused', 'account.one-per-adult', 'sign-in', 'recover-username', 'call-office'),
    );
    const unsigned = { ...patient, releaseOfInformation: false };
    expect(said(decideNewAccount(unsigned, false, mycooper))).to.deep.equal(
      refusalOf('refused', 'account.release-of-information', 'call-office', 'ask-at-next-visit'),
    );
    expect(decideNewAccount(unsigned, false, lakeside)).to.deep.equal(allowed(unsigned));
    expect(decideNewAccount(patient, false, mycooper)).to.deep.equal(allowed(patient));
  });
});

describe('an answer about race and ethnicity', () => {
  const answer = (parts: Partial<Parameters<typeof decideAnswer>[0]>) =>
    decideAnswer({ categories: [], details: null, declined: false, ...parts });
  const wrong = (pointer: string) => ({
    ...refusalOf('invalid-request', null, 'try-again'),
    errors: [{ pointer }],
  });

  it('says something, or that nothing is said, and not both', () => {
    expect(said(answer({}))).to.deep.equal(wrong('/body/categories'));
    expect(said(answer({ details: '  ' }))).to.deep.equal(wrong('/body/categories'));
    expect(said(answer({ declined: true, categories: ['white'] }))).to.deep.equal(
      wrong('/body/categories'),
    );
    expect(said(answer({ declined: true, details: 'Lenape' }))).to.deep.equal(
      wrong('/body/details'),
    );
    expect(answer({ declined: true, details: ' ' })).to.deep.equal(
      allowed({ categories: [], details: null, declined: true }),
    );
    expect(answer({ categories: ['white', 'asian'], details: ' Lenape ' })).to.deep.equal(
      allowed({ categories: ['asian', 'white'], details: 'Lenape', declined: false }),
    );
  });

  it('is asked for only where a state requires it', () => {
    expect(decideAsking(mycooper)).to.deep.equal(allowed('New Jersey'));
    expect(said(decideAsking(mychart))).to.deep.equal(
      refusalOf('refused', 'demographics.race-ethnicity', 'ask-at-next-visit'),
    );
  });
});

describe('what is not changed or listed here', () => {
  it('says who changes it', () => {
    expect(decideContactUpdate(mycooper)).to.deep.equal(allowed(null));
    expect(said(decideContactUpdate(lakeside))).to.deep.equal(
      refusalOf('refused', 'contact.update', 'call-office'),
    );
    const unlisted = makeMedication({ prescribedHere: false, documentedHere: false });
    expect(said(decideListing(unlisted))).to.deep.equal(
      refusalOf('refused', 'medications.listed', 'ask-at-next-visit'),
    );
    expect(decideRenewalDetails({ supplyDays: 90 }, mycooper)).to.deep.equal(allowed(null));
    expect(said(decideRenewalDetails({ supplyDays: 60 }, mycooper))).to.deep.equal(
      wrongAt('renewal.details', '/body/supplyDays', 'wrong'),
    );
    expect(decideWithdrawal(makeAppointmentRequest())).to.deep.equal(allowed(null));
    const answered = makeAppointmentRequest({ status: 'declined' });
    expect(said(decideWithdrawal(answered))).to.deep.equal(refusalOf('conflict', null, 'reload'));
  });
});
