import { msg, str } from '../../locales/localize.js';
import type { PortalError } from '../../client/portal-errors.js';
import type { FieldError } from '../../contract/problems.js';
import type { FieldProblem } from './error-summary.js';
import { missingWords } from './missing.js';

interface Control {
  readonly id: string;
  readonly label: string;
  readonly missing?: string | undefined;
}

/** The controls of a form, by JSON Pointer of the request: `/body/password`. */
export type Controls = Readonly<Record<string, Control>>;

/** What words about fields are made of. */
export interface FieldLimits {
  /** Characters that it has at least and at most. */
  readonly least?: number;
  readonly most?: number;
}

/**
 * The fields that a refused request names, in words that say how to mend them (WCAG 3.3.3). Those that
 * stand nowhere in the form are left to the note about the refusal.
 */
export const problemsOf = (
  error: unknown,
  controls: Controls,
  limits: Readonly<Record<string, FieldLimits>> = {},
): FieldProblem[] => {
  const { kind, errors = [] } = error as Partial<PortalError> & {
    readonly errors?: readonly FieldError[];
  };
  if (kind !== 'refused' && kind !== 'invalid-request') return [];
  return errors.flatMap(({ pointer, reason }) => {
    // A pointer from a backend may be anything, even the name of what every object has.
    const control = Object.hasOwn(controls, pointer) ? controls[pointer] : undefined;
    return control
      ? [{ controlId: control.id, text: fieldWords(reason, control, limits[pointer] ?? {}) }]
      : [];
  });
};

const fieldWords = (
  reason: FieldError['reason'],
  control: Control,
  { least, most }: FieldLimits,
): string => {
  const { label } = control;
  switch (reason) {
    case 'required':
      return missingWords(control);
    case 'wrong':
      return msg(str`${label}: this is not right.`);
    case 'too-short':
      return msg(str`${label}: use ${least ?? 1} characters or more.`);
    case 'too-long':
      return msg(str`${label}: use ${most ?? 256} characters at most.`);
    case 'has-space':
      return msg(str`${label}: leave out the spaces.`);
    case 'invisible':
      return msg(str`${label}: it has a hidden character in it. Clear it and type it by hand.`);
    case 'no-email-address':
      return msg(str`${label}: write one address, like name@example.org.`);
    case 'no-phone-number':
      return msg(str`${label}: write it like 856-555-0100, or 856-555-0100 ext. 12.`);
    case 'taken':
      return msg(str`${label}: somebody else has this one. Choose another.`);
    case 'is-the-code':
      return msg(str`${label}: do not use your code. Choose something of your own.`);
    case 'easy-to-guess':
      return msg(str`${label}: many people use this one, so it is easy to guess. Choose another.`);
    case 'like-a-name':
      return msg(str`${label}: it is too much like your username or our name. Choose another.`);
    case 'differs':
      return msg(str`${label}: the two are not the same. Type it again.`);
    case 'in-the-question':
      return msg(str`${label}: the question gives it away. Choose another.`);
    case 'no-words':
      return msg(str`${label}: use words or numbers.`);
    default:
      return msg(str`${label}: check what you typed.`);
  }
};
