import type { RuleId } from './rules.js';

/** Rules that refuse in several cases, each with words of its own. */
export const ruleCases = {
  'activation.issued-at-visit': ['no-match', 'tried-too-often'],
  'login.no-hints': ['password', 'code', 'recovery-code', 'passkey'],
  'password.self-reset': ['not-online', 'link'],
  'password.reset-question': ['none', 'wrong-answer'],
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
