import { expect } from 'chai';
import type { NextStep } from '../../../src/contract/problems.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { refusalParts, type RefusalId, type RuleId } from '../../../src/policy/rules.js';
import { accountRefusals, lockWarning } from '../../../src/ui/refusals/account-refusals.js';
import { appointmentRefusals } from '../../../src/ui/refusals/appointment-refusals.js';
import { demographicsRefusals } from '../../../src/ui/refusals/demographics-refusals.js';
import { familyRefusals } from '../../../src/ui/refusals/family-refusals.js';
import { loadRefusal } from '../../../src/ui/refusals/load-refusal.js';
import { medicationRefusals } from '../../../src/ui/refusals/medication-refusals.js';
import { messageRefusals } from '../../../src/ui/refusals/message-refusals.js';
import { recordRefusals } from '../../../src/ui/refusals/record-refusals.js';
import {
  refusalView,
  type Refusal,
  type RefusalContext,
  type RefusalView,
} from '../../../src/ui/refusals/refusal-note.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { markupOf, wordsOf } from '../support/template.js';

const english: RefusalContext = { policy: mycooper, locale: 'en', faqHref: null };

const accountRefusal = refusalView(accountRefusals);
const appointmentRefusal = refusalView(appointmentRefusals);
const demographicsRefusal = refusalView(demographicsRefusals);
const familyRefusal = refusalView(familyRefusals);
const medicationRefusal = refusalView(medicationRefusals);
const messageRefusal = refusalView(messageRefusals);
const recordRefusal = refusalView(recordRefusals);

const refusal = (id: RefusalId, parts: Partial<Refusal> = {}): Refusal => ({
  ...refusalParts<RuleId>(id),
  next: [],
  ...parts,
});

const told = (view: RefusalView, of: Refusal, context: Partial<RefusalContext> = {}): string =>
  wordsOf(view(of, { ...english, ...context }, {}));

/** What is told of each rule by one view, by how it begins. */
const expectWords = (
  view: RefusalView,
  rows: readonly (readonly [id: RefusalId, words: string, parts?: Partial<Refusal>])[],
): void => {
  for (const [id, words, parts] of rows) {
    expect(told(view, refusal(id, parts)), id).to.match(new RegExp(`^${words}`));
  }
};

const inGeneral = 'You can’t do this right now\\. Call us and we’ll help you\\.';

describe('the words of a refusal: the account', () => {
  it('tell each rule in its own words, and any other in general', () => {
    expectWords(accountRefusal, [
      ['login.lockout', 'This account is locked\\. There were 5 wrong attempts'],
      ['login.cookies-required', 'Cookies are turned off'],
      ['activation.single-use', 'This access code has already been used'],
      ['activation.expires', 'This access code has expired\\. Codes work for 90 days'],
      ['account.one-per-adult', 'You already have an account'],
      ['account.release-of-information', 'We need a signed form from you first'],
      ['signup.email-required', 'You need an email address to sign up'],
      [
        'password.locked-reset',
        'This account is locked\\. You can’t set a new password online for a locked account',
      ],
      ['security-question.change', 'This portal doesn’t use security questions'],
      ['contact.update', 'You can’t change your address or phone here'],
      ['activation.not-a-username', 'Please change what you typed'],
      ['signup.own-credentials', 'Please change what you typed'],
      ['signup.security-question', 'Please change what you typed'],
      ['email.entered-twice', 'Please change what you typed'],
      ['fee.none', inGeneral],
    ]);
  });

  it('warn of the lock by the tries that are left, and of none where nobody counts', () => {
    expect(lockWarning(undefined)).to.equal('');
    expect(lockWarning(1)).to.equal('You have 1 attempt left before your account locks.');
    expect(lockWarning(2)).to.equal('You have 2 attempts left before your account locks.');
    expectWords(accountRefusal, [
      [
        'login.no-hints/password',
        'That username and password don’t match\\. You have 1 attempt left',
        { attemptsLeft: 1 },
      ],
      [
        'password.reset-question/wrong-answer',
        'That answer doesn’t match\\. You have 3',
        { attemptsLeft: 3 },
      ],
      ['password.reset-question/no-question', 'You don’t have a security question yet'],
      ['password.change/missing', 'We need your current password for this'],
      [
        'password.change/wrong',
        'That’s not your current password\\. You have 2',
        { attemptsLeft: 2 },
      ],
    ]);
  });

  it('do not have somebody check what they typed where a passkey was refused', () => {
    const next: NextStep[] = [{ action: 'try-again' }, { action: 'call-office' }];
    const passkey = told(accountRefusal, refusal('login.no-hints/passkey', { next }));
    expect(passkey).to.match(/^This passkey doesn’t work here\./);
    expect(passkey).not.to.contain('Check what you typed');
    expect(passkey).to.contain('Call your office:');
    const withFaq = accountRefusal(
      refusal('login.no-hints/passkey', { next }),
      { ...english, faqHref: 'faq.html' },
      {},
    );
    expect(markupOf(withFaq)).to.contain('href=faq.html#faq-login-no-hints');
    const typed = told(accountRefusal, refusal('login.no-hints/password', { next }));
    expect(typed).to.contain('Check what you typed and try again.');
    const code = told(accountRefusal, refusal('activation.issued-at-visit/no-match', { next }));
    expect(code).to.contain('Check what you typed and try again.');
  });

  it('warn of a code’s last two tries only', () => {
    const code = (attemptsLeft: number) =>
      told(accountRefusal, refusal('activation.issued-at-visit/no-match', { attemptsLeft }));
    const over = told(accountRefusal, refusal('activation.issued-at-visit/tried-too-often'));
    expect(over).to.match(/^This access code no longer works\. There were too many attempts\./);
    expect(code(1)).to.match(/don’t match\..* You have 1 attempt left before this code stops/);
    expect(code(2)).to.match(/don’t match\..* You have 2 attempts left before this code stops/);
    expect(code(3))
      .to.match(/don’t match\./)
      .and.not.contain('left');
  });

  it('tell a link that is used up from a portal that sends none', () => {
    expectWords(accountRefusal, [
      ['password.self-reset/invalid-link', 'This link no longer works\\.'],
      ['password.self-reset/not-online', 'You can’t set a new password online here\\.$'],
    ]);
  });

  it('tell a refused code of the second step by what helps with it', () => {
    expectWords(accountRefusal, [
      [
        'login.no-hints/code',
        'This code doesn’t work\\. .* Wait for the next one\\. You have 1 attempt left',
        { attemptsLeft: 1 },
      ],
      [
        'login.no-hints/recovery-code',
        'This code doesn’t work\\. Check it letter by letter\\..* You have 1 attempt left',
        { attemptsLeft: 1 },
      ],
    ]);
  });
});

describe('the words of a refusal: the record', () => {
  it('of visits', () => {
    expectWords(appointmentRefusal, [
      ['appointments.request', 'You can’t request an appointment online\\. Your office books'],
      ['appointments.cancel-by-phone', 'Call us to cancel or change this appointment'],
      [
        'proxy.friends-and-family/view-only',
        'You can view this record, but you can’t request or cancel appointments',
      ],
      ['fee.none', inGeneral],
    ]);
  });

  it('of race and ethnicity', () => {
    expectWords(demographicsRefusal, [
      ['demographics.race-ethnicity', 'We don’t ask about race and ethnicity here'],
      [
        'proxy.friends-and-family/view-only',
        'You can view this record but not answer for this person',
      ],
      ['fee.none', inGeneral],
    ]);
  });

  it('of what is wrong in it: the phone, for what cannot wait', () => {
    const next: NextStep[] = [{ action: 'ask-at-next-visit' }];
    const wrong = told(recordRefusal, refusal('record.read-only', { next }));
    expect(wrong).to.match(/^Your doctor can correct it\..* Call your office: 1-555-555-0118$/);
    const other = told(recordRefusal, refusal('fee.none', { next }));
    expect(other).to.match(new RegExp(`^${inGeneral}.* Or ask at your next appointment\\.$`));
  });

  it('of what is wrong in it, leads to the answer of the FAQ about that', () => {
    const wrong = recordRefusal(
      refusal('record.read-only'),
      { ...english, faqHref: 'faq.html' },
      {},
    );
    expect(markupOf(wrong)).to.contain('href=faq.html#faq-record-read-only');
  });

  it('of medications: one that has ended is not one from elsewhere', () => {
    expectWords(medicationRefusal, [
      ['renewal.refills-remaining', 'You have refills left'],
      ['renewal.prescribed-here/elsewhere', 'Prescribed elsewhere\\. We can’t renew it'],
      ['renewal.prescribed-here/ended', 'This prescription has ended'],
      ['renewal.one-pending', 'You’ve already requested a renewal'],
      [
        'proxy.friends-and-family/view-only',
        'You can view this record, but you can’t request renewals',
      ],
      ['renewal.details', 'Your request isn’t complete'],
      ['fee.none', inGeneral],
    ]);
    const next: NextStep[] = [{ action: 'wait' }, { action: 'call-pharmacy' }];
    const words = told(medicationRefusal, refusal('renewal.one-pending', { next }));
    expect(words).to.contain('Call your pharmacy.').and.not.contain('Wait a minute');
  });

  it('of messages: who is named in the title is asked about otherwise than who is named in the text', () => {
    expectWords(messageRefusal, [
      ['messages.not-urgent', 'Is this an emergency\\?'],
      ['messages.own-record/possible', 'Is this about someone else\\?'],
      ['messages.own-record/certain', 'This is about someone else\\. The subject names someone'],
      ['messages.unsent-limit', 'You have too many drafts\\. Delete some'],
      ['messages.reply-time', 'You can’t reply here anymore'],
      ['proxy.friends-and-family/view-only', 'You can only read these messages'],
      ['fee.none', inGeneral],
    ]);
  });
});

describe('the words of a refusal: the family', () => {
  it('tell who can do it', () => {
    expectWords(familyRefusal, [
      ['proxy.friends-and-family/not-offered', 'The office gives access here, with a signed form'],
      ['proxy.friends-and-family/patient-only', 'Only the patient can do that'],
      ['proxy.friends-and-family/view-only', 'Only the patient can do that'],
      ['proxy.friends-and-family/office-only', 'The office does this for you'],
      ['proxy.consent-form', 'This access was given with a signed form\\. Until the age of 18'],
      ['proxy.relationships', 'People with this relationship get access another way'],
      ['proxy.own-login', 'This is the account of the person who sent the invitation'],
      ['fee.none', inGeneral],
    ]);
  });

  it('count the tries of an invitation', () => {
    const words = (attemptsLeft: number) =>
      told(
        familyRefusal,
        refusal('proxy.friends-and-family/invitation-no-match', { attemptsLeft }),
      );
    expect(words(1)).to.match(
      /the invitation\. Enter the birthday of .* You have 1 attempt left\.$/,
    );
    expect(words(2)).to.match(
      /the invitation\. Enter the birthday of .* You have 2 attempts left\.$/,
    );
    expect(
      told(familyRefusal, refusal('proxy.friends-and-family/invitation-tried-too-often')),
    ).to.match(/^Too many attempts with this invitation\. .* You need a new one\.$/);
  });

  it('tell that an invitation is too old', () => {
    const next: NextStep[] = [{ action: 'call-office' }, { action: 'ask-patient' }];
    const old = told(
      familyRefusal,
      refusal('proxy.friends-and-family/invitation-expired', { next }),
    );
    expect(old).to.match(/^This invitation has expired\. Invitations work for 90 days\./);
    expect(old).to.contain('Ask the person whose record it is.');
  });
});

describe('the note about a refusal', () => {
  const next: NextStep[] = [
    { action: 'try-again' },
    { action: 'confirm' },
    { action: 'call-office' },
  ];
  const note = (parts: Partial<Refusal>, context: Partial<RefusalContext>) =>
    markupOf(
      appointmentRefusal(
        refusal('appointments.request', { next, ...parts }),
        { ...english, ...context },
        {},
      ),
    );

  it('has each step that leads on, and no place for one that a button is there for', () => {
    const markup = note({}, {});
    expect(wordsOf(markup)).to.match(
      /by phone\. Check what you typed and try again\. Call your office: 1-555-555-0118$/,
    );
    expect(markup.match(/<p>/g)).to.have.lengthOf(4);
  });

  it('has its steps in the hospital’s own words for this language', () => {
    const step = note({ next: [{ action: 'call-office' }] }, { locale: 'es' });
    expect(wordsOf(step)).to.contain('Call your consultorio: 1-555-555-0118');
  });

  it('alerts somebody who has tried, and nobody who has only looked', () => {
    expect(note({}, {})).to.contain('role=alert').and.contain('class="pw-note pw-danger"');
    expect(note({ allowed: false }, {})).not.to.match(/role=alert|pw-danger/);
  });

  it('leads to the answer of the FAQ, if there is a FAQ', () => {
    const href = 'href=faq.html#faq-appointments-request';
    expect(note({}, { faqHref: 'faq.html' })).to.contain(href);
    expect(note({}, {})).not.to.contain('#faq-');
  });

  it('below an error summary has only the ways on that the summary lacks', () => {
    const summed = note({}, { summed: true });
    expect(wordsOf(summed)).to.equal('Call your office: 1-555-555-0118');
    const withFaq = note({ next: [] }, { summed: true, faqHref: 'faq.html' });
    expect(wordsOf(withFaq)).to.equal('Why?');
    expect(note({ next: [] }, { summed: true })).to.equal('');
    expect(note({ next: [{ action: 'try-again' }] }, { summed: true })).to.equal('');
  });

  it('is in the hospital’s own words', () => {
    const words = told(appointmentRefusal, refusal('appointments.request'), { policy: mychart });
    expect(words).to.contain('Your clinic books appointments by phone.');
    expect(
      told(appointmentRefusal, refusal('appointments.request'), { policy: lakeside }),
    ).to.contain('Your practice books');
  });

  it('has the words of the area that is asked for', async () => {
    const view = await loadRefusal('appointments');
    expect(told(view, refusal('appointments.request'))).to.match(
      /^You can’t request an appointment/,
    );
  });
});
