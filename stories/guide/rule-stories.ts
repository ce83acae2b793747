import type { RuleId } from '../../src/policy/rules.js';
import type { StoryRef } from './story-ref.js';

/** Where a rule can be seen at work. */
export interface RuleStories {
  /** Where it says no. Absent: nobody is told no by it; see `why`. */
  readonly refused?: StoryRef;
  /** Where all is as it asks, or where it is told. */
  readonly allowed: StoryRef;
  /** Why there is no refusal to see. */
  readonly why?: string;
}

const onlyTold = 'It only informs.';
const notSent = 'What it holds back is never sent, so that nothing tells of it.';
const prevented = 'The form asks before anything is sent.';

export const ruleStories: Readonly<Record<RuleId, RuleStories>> = {
  'activation.issued-at-visit': {
    refused: 'portal-signup/UnknownCode',
    allowed: 'portal-signup/CodeWorks',
  },
  'activation.single-use': {
    refused: 'portal-signup/UsedCode',
    allowed: 'portal-signup/CodeWorks',
  },
  'activation.expires': {
    refused: 'portal-signup/ExpiredCode',
    allowed: 'portal-signup/CodeWorks',
  },
  'activation.not-a-username': {
    refused: 'portal-signup/CodeAsUsername',
    allowed: 'portal-signup/Done',
  },
  'signup.own-credentials': {
    refused: 'portal-signup/UsernameTaken',
    allowed: 'portal-signup/Done',
  },
  'signup.email-required': {
    refused: 'portal-signup/IncompleteChoice',
    allowed: 'portal-signup/CodeWorksLakeside',
  },
  'signup.security-question': { why: prevented, allowed: 'portal-signup/CodeWorks' },
  'account.one-per-adult': {
    refused: 'portal-signup/HasAccount',
    allowed: 'portal-signup/Done',
  },
  'account.release-of-information': {
    refused: 'portal-signup/NoRelease',
    allowed: 'portal-signup/CodeWorks',
  },
  'fee.none': { why: onlyTold, allowed: 'portal-faq/Fresh' },

  'login.cookies-required': {
    refused: 'portal-login/CookiesOff',
    allowed: 'portal-login/SignedIn',
  },
  'login.lockout': {
    refused: 'portal-login/LockedMyCooper',
    allowed: 'portal-login/WrongPassword',
  },
  'login.unlock': {
    refused: 'portal-login/LockedMyChart',
    allowed: 'portal-recovery/Changed',
  },
  'login.no-hints': {
    refused: 'portal-login/WrongPassword',
    allowed: 'portal-login/SignedIn',
  },
  'login.other-ways': {
    refused: 'portal-login/SecondStepWrong',
    allowed: 'sign-in-parts/On',
  },
  'session.idle-logout': {
    refused: 'portal-login/AfterIdleLogout',
    allowed: 'portal-session/IdleWarning',
  },
  'session.leave-advice': { why: onlyTold, allowed: 'portal-login/AfterSignOut' },
  'session.no-cache': {
    why: 'It is a header of every answer: nothing of a record stays in the browser.',
    allowed: 'test-results/SignedOut',
  },
  'session.encrypted': {
    refused: 'portal-session/Misconfigured',
    allowed: 'portal-login/Fresh',
  },

  'password.self-reset': {
    refused: 'portal-recovery/LinkTooOld',
    allowed: 'portal-recovery/Changed',
  },
  'password.reset-question': {
    refused: 'portal-recovery/WrongAnswer',
    allowed: 'portal-recovery/LinkOpened',
  },
  'password.locked-reset': {
    refused: 'portal-recovery/LockedSince',
    allowed: 'portal-recovery/ChangedStillLocked',
  },
  'username.recovery': {
    why: 'Whether there is such an account is never told.',
    allowed: 'portal-recovery/UsernameSent',
  },
  'password.change': {
    refused: 'portal-preferences/WrongPassword',
    allowed: 'portal-preferences/PasswordChanged',
  },
  'security-question.change': {
    refused: 'portal-preferences/QuestionGivesItAway',
    allowed: 'portal-preferences/QuestionSaved',
  },
  'email.entered-twice': {
    refused: 'portal-preferences/EmailsDiffer',
    allowed: 'portal-preferences/EmailSaved',
  },
  'email.instant-update': {
    refused: 'portal-preferences/EmailOnlyHere',
    allowed: 'portal-preferences/EmailSaved',
  },
  'contact.update': {
    refused: 'portal-preferences/SettingsLakeside',
    allowed: 'portal-preferences/ContactSaved',
  },
  'notifications.new-information': {
    why: 'Where the hospital sends no such emails, none is listed.',
    allowed: 'portal-preferences/SentEmails',
  },

  'results.after-review': { why: notSent, allowed: 'test-results/Many' },
  'results.typical-days': { why: onlyTold, allowed: 'test-results/Empty' },
  'results.contact-after': { why: onlyTold, allowed: 'test-results/Many' },
  'results.provider-choice': { why: notSent, allowed: 'test-results/Many' },
  'results.sensitive-withheld': { why: notSent, allowed: 'test-results/ActingFor' },
  'record.read-only': {
    why: 'There is nothing to change in it, and the way to have it corrected.',
    allowed: 'health-summary/SomethingWrong',
  },
  'record.health-summary': { why: notSent, allowed: 'health-summary/Full' },
  'resources.trusted': { why: onlyTold, allowed: 'health-summary/Full' },

  'medications.listed': { why: notSent, allowed: 'med-renewal/Many' },
  'renewal.prescribed-here': {
    refused: 'med-renewal/PrescribedElsewhere',
    allowed: 'med-renewal/One',
  },
  'renewal.refills-remaining': {
    refused: 'med-renewal/RefillsLeft',
    allowed: 'med-renewal/One',
  },
  'renewal.details': {
    refused: 'med-renewal/FormIncomplete',
    allowed: 'med-renewal/Pending',
  },
  'renewal.one-pending': { refused: 'med-renewal/Refused', allowed: 'med-renewal/Pending' },
  'renewal.reply-time': { why: onlyTold, allowed: 'med-renewal/Overdue' },

  'messages.reply-time': {
    why: 'It is promised beside each message, and told when it is late.',
    allowed: 'secure-inbox/ThreadOverdue',
  },
  'messages.not-urgent': {
    refused: 'secure-inbox/UrgentWords',
    allowed: 'secure-inbox/MessageSent',
  },
  'messages.own-record': {
    refused: 'secure-inbox/AboutSomebodyElse',
    allowed: 'secure-inbox/ActingForSomeone',
  },
  'messages.signed-in-only': {
    refused: 'secure-inbox/SignedOut',
    allowed: 'secure-inbox/Thread',
  },
  'messages.unsent-limit': {
    why: 'It takes more drafts than a story has.',
    allowed: 'secure-inbox/Drafts',
  },
  'appointments.request': {
    refused: 'portal-appointments/NotAskedForHere',
    allowed: 'portal-appointments/Sent',
  },
  'appointments.cancel-by-phone': {
    refused: 'portal-appointments/CancelByPhone',
    allowed: 'portal-appointments/Cancelled',
  },

  'proxy.consent-form': {
    refused: 'proxy-switcher/FormDeclined',
    allowed: 'family-access/OwnChildRecord',
  },
  'proxy.relationships': {
    refused: 'family-access/NoSuchRelationship',
    allowed: 'family-access/Sent',
  },
  'proxy.own-login': {
    refused: 'proxy-switcher/InvitedSignedOut',
    allowed: 'proxy-switcher/InvitationAccepted',
  },
  'proxy.friends-and-family': {
    refused: 'proxy-switcher/InvitationNotHere',
    allowed: 'family-access/Changed',
  },

  'demographics.race-ethnicity': {
    refused: 'portal-demographics/NotAskedHere',
    allowed: 'portal-demographics/Saved',
  },
  'support.identify': { why: onlyTold, allowed: 'portal-help/FilledIn' },
  'support.channels': { why: onlyTold, allowed: 'portal-help/OpenMyChart' },
  'privacy.never-sold': { why: onlyTold, allowed: 'portal-faq/Fresh' },
  'access.requirements': { why: onlyTold, allowed: 'portal-help/NoApps' },
  'mobile.apps': { why: onlyTold, allowed: 'portal-help/Open' },
};
