import type { RuleId } from '../policy/rules.js';

/** The parts of the FAQ, in the order in which they stand. */
export const topics = [
  'about',
  'enrolling',
  'credentials',
  'record',
  'messages',
  'appointments',
  'family',
  'settings',
  'technical',
] as const;
export type Topic = (typeof topics)[number];

/** A question of the FAQ, and the rules of the portal that its answer tells. */
export interface CatalogueEntry {
  readonly topic: Topic;
  /** Refusals by these rules lead here: each rule has one such entry. */
  readonly rules: readonly RuleId[];
  /** Rules that the answer tells as well, though another entry is theirs. */
  readonly also?: readonly RuleId[];
}

/** Every question, in the order in which they stand. The words are in `en` and `es`. */
export const entries = {
  'what-it-is': {
    topic: 'about',
    rules: ['record.health-summary', 'resources.trusted'],
    also: ['appointments.request', 'messages.signed-in-only'],
  },
  cost: { topic: 'about', rules: ['fee.none'] },

  'sign-up': {
    topic: 'enrolling',
    rules: ['activation.issued-at-visit'],
    also: ['signup.own-credentials', 'account.release-of-information', 'activation.expires'],
  },
  'code-does-not-work': {
    topic: 'enrolling',
    rules: ['activation.expires', 'activation.single-use'],
  },
  'code-as-username': { topic: 'enrolling', rules: ['activation.not-a-username'] },
  'security-question': {
    topic: 'enrolling',
    rules: ['signup.security-question', 'password.reset-question'],
  },
  'email-address': {
    topic: 'enrolling',
    rules: ['signup.email-required'],
    also: ['notifications.new-information'],
  },

  'forgot-password': {
    topic: 'credentials',
    rules: ['password.self-reset'],
    also: ['login.lockout', 'login.unlock', 'password.locked-reset', 'password.reset-question'],
  },
  'account-locked': {
    topic: 'credentials',
    rules: ['login.lockout', 'login.unlock', 'password.locked-reset'],
  },
  'other-ways-to-sign-in': { topic: 'credentials', rules: ['login.other-ways'] },
  'wrong-username-or-password': { topic: 'credentials', rules: ['login.no-hints'] },
  'forgot-username': { topic: 'credentials', rules: ['username.recovery'] },
  'choose-password': {
    topic: 'credentials',
    rules: ['signup.own-credentials', 'password.change'],
  },
  'change-security-question': {
    topic: 'credentials',
    rules: ['security-question.change'],
    also: ['password.change'],
  },
  cookies: { topic: 'credentials', rules: ['login.cookies-required'] },

  'when-results': {
    topic: 'record',
    rules: ['results.after-review', 'results.typical-days'],
  },
  'missing-result': {
    topic: 'record',
    rules: ['results.contact-after'],
    also: ['results.typical-days', 'results.provider-choice'],
  },
  'results-not-shared': {
    topic: 'record',
    rules: ['results.provider-choice', 'results.sensitive-withheld'],
  },
  'wrong-information': { topic: 'record', rules: ['record.read-only'] },
  'medication-not-listed': { topic: 'record', rules: ['medications.listed'] },
  'renewal-request': {
    topic: 'record',
    rules: ['renewal.details'],
    also: ['renewal.refills-remaining'],
  },
  'renewal-time': { topic: 'record', rules: ['renewal.reply-time'] },
  'no-renewal-link': {
    topic: 'record',
    rules: ['renewal.prescribed-here', 'renewal.refills-remaining', 'renewal.one-pending'],
  },

  'reply-time': {
    topic: 'messages',
    rules: ['messages.reply-time'],
    also: ['messages.not-urgent'],
  },
  'medical-concern': {
    topic: 'messages',
    rules: ['messages.not-urgent'],
    also: ['messages.reply-time'],
  },
  'read-messages': { topic: 'messages', rules: ['messages.signed-in-only'] },
  'too-many-unsent': { topic: 'messages', rules: ['messages.unsent-limit'] },

  'request-appointment': { topic: 'appointments', rules: ['appointments.request'] },
  'cancel-appointment': { topic: 'appointments', rules: ['appointments.cancel-by-phone'] },

  'family-record': {
    topic: 'family',
    rules: ['proxy.consent-form', 'proxy.relationships', 'proxy.own-login'],
    also: ['proxy.friends-and-family'],
  },
  'share-my-record': { topic: 'family', rules: ['proxy.friends-and-family'] },
  'family-question': { topic: 'family', rules: ['messages.own-record'] },
  'shared-account': {
    topic: 'family',
    rules: ['account.one-per-adult', 'account.release-of-information'],
  },

  'change-email': {
    topic: 'settings',
    rules: ['email.entered-twice', 'email.instant-update'],
    also: ['password.change'],
  },
  'change-contact': { topic: 'settings', rules: ['contact.update'] },
  'no-alerts': { topic: 'settings', rules: ['notifications.new-information'] },
  'race-ethnicity': { topic: 'settings', rules: ['demographics.race-ethnicity'] },

  security: {
    topic: 'technical',
    rules: ['session.encrypted', 'session.no-cache'],
    also: ['signup.own-credentials', 'activation.issued-at-visit', 'messages.signed-in-only'],
  },
  privacy: { topic: 'technical', rules: ['privacy.never-sold'] },
  'signed-out': {
    topic: 'technical',
    rules: ['session.idle-logout', 'session.leave-advice'],
  },
  requirements: { topic: 'technical', rules: ['access.requirements'] },
  help: { topic: 'technical', rules: ['support.channels', 'support.identify'] },
  'phone-app': { topic: 'technical', rules: ['mobile.apps'] },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type EntryId = keyof typeof entries;

/** The entries of one topic. */
export type EntryOf<T extends Topic> = {
  [Id in EntryId]: (typeof entries)[Id]['topic'] extends T ? Id : never;
}[EntryId];

/** All entries, in the order of the catalogue. */
export const entryIds = Object.keys(entries) as readonly EntryId[];

/** What an address says after its `#` to lead to an entry, `faq-sign-up`, or to that of a rule, `faq-fee-none`. */
export const anchorOf = (id: string): string => `faq-${id.replaceAll('.', '-')}`;

const byAnchor = new Map<string, EntryId>(
  entryIds.flatMap((id) =>
    [id, ...entries[id].rules].map((name): [string, EntryId] => [anchorOf(name), id]),
  ),
);

/**
 * The entry that an address leads to; undefined: none.
 * @param hash of the address, with its `#`
 */
export const entryAt = (hash: string): EntryId | undefined => byAnchor.get(hash.slice(1));
