/**
 * Every rule of the portal by its id: where it belongs, and whether the backend refuses by it
 * (`enforced`) or only tells it (`informs`). Refusals, FAQ entries and tests name rules by these ids.
 */
export const rules = {
  'activation.issued-at-visit': 'enforced',
  'activation.single-use': 'enforced',
  'activation.expires': 'enforced',
  'activation.not-a-username': 'enforced',
  'signup.own-credentials': 'enforced',
  'signup.email-required': 'enforced',
  'signup.security-question': 'enforced',
  'account.one-per-adult': 'enforced',
  'account.release-of-information': 'enforced',
  'fee.none': 'informs',

  'login.cookies-required': 'enforced',
  'login.lockout': 'enforced',
  'login.unlock': 'enforced',
  'login.no-hints': 'enforced',
  'login.other-ways': 'enforced',
  'session.idle-logout': 'enforced',
  'session.leave-advice': 'informs',
  'session.no-cache': 'enforced',
  'session.encrypted': 'enforced',

  'password.self-reset': 'enforced',
  'password.reset-question': 'enforced',
  'password.locked-reset': 'enforced',
  'username.recovery': 'enforced',
  'password.change': 'enforced',
  'security-question.change': 'enforced',
  'email.entered-twice': 'enforced',
  'email.instant-update': 'enforced',
  'contact.update': 'enforced',
  'notifications.new-information': 'enforced',

  'results.after-review': 'enforced',
  'results.typical-days': 'informs',
  'results.contact-after': 'informs',
  'results.provider-choice': 'enforced',
  'results.sensitive-withheld': 'enforced',
  'record.read-only': 'enforced',
  'record.health-summary': 'enforced',
  'resources.trusted': 'informs',

  'medications.listed': 'enforced',
  'renewal.prescribed-here': 'enforced',
  'renewal.refills-remaining': 'enforced',
  'renewal.details': 'enforced',
  'renewal.one-pending': 'enforced',
  'renewal.reply-time': 'informs',

  'messages.reply-time': 'enforced',
  'messages.not-urgent': 'enforced',
  'messages.own-record': 'enforced',
  'messages.signed-in-only': 'enforced',
  'messages.unsent-limit': 'enforced',
  'appointments.request': 'enforced',
  'appointments.cancel-by-phone': 'enforced',

  'proxy.consent-form': 'enforced',
  'proxy.relationships': 'enforced',
  'proxy.own-login': 'enforced',
  'proxy.friends-and-family': 'enforced',

  'demographics.race-ethnicity': 'enforced',
  'support.identify': 'informs',
  'support.channels': 'informs',
  'privacy.never-sold': 'informs',
  'access.requirements': 'informs',
  'mobile.apps': 'informs',
} as const satisfies Record<string, 'enforced' | 'informs'>;

/** The id of a rule, such as `login.lockout`. */
export type RuleId = keyof typeof rules;

/** The part of the portal a rule belongs to: what stands before the dot of its id. */
export type RuleArea = RuleId extends `${infer Area}.${string}` ? Area : never;

/** All rule ids, in the order of the catalogue. */
export const ruleIds = /* @__PURE__ */ Object.keys(rules) as readonly RuleId[];

/** Rules that refuse in several cases, each with words of its own. */
export const ruleCases = {
  'activation.issued-at-visit': ['no-match', 'tried-too-often'],
  'login.no-hints': ['password', 'code', 'recovery-code', 'passkey'],
  'password.self-reset': ['not-online', 'invalid-link'],
  'password.reset-question': ['no-question', 'wrong-answer'],
  'password.change': ['missing', 'wrong'],
  'renewal.prescribed-here': ['ended', 'elsewhere'],
  'messages.own-record': ['certain', 'possible'],
  'proxy.friends-and-family': [
    'view-only',
    'patient-only',
    'office-only',
    'not-offered',
    'invitation-no-match',
    'invitation-tried-too-often',
    'invitation-expired',
  ],
} as const satisfies Partial<Record<RuleId, readonly string[]>>;

type Cases = typeof ruleCases;

/** What refuses: a rule, or one of its cases where it has several: `renewal.prescribed-here/ended`. */
export type RefusalId = {
  [Rule in RuleId]: Rule extends keyof Cases ? `${Rule}/${Cases[Rule][number]}` : Rule;
}[RuleId];

/** The id of a refusal as problem details and eligibilities have it: in two parts. */
export const refusalId = ({
  rule,
  case: ruleCase,
}: {
  readonly rule: string;
  readonly case?: string | undefined;
}): string => (ruleCase === undefined ? rule : `${rule}/${ruleCase}`);

/** The two parts of an id. */
export const refusalParts = <Rule extends string>(id: Rule | `${Rule}/${string}`) => {
  const [rule, ruleCase] = id.split('/');
  return { rule: rule as Rule, ...(ruleCase !== undefined && { case: ruleCase }) };
};
