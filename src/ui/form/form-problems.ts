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
    if (!control) return [];
    const { id: controlId, label } = control;
    if (reason === 'required') return [{ controlId, text: missingWords(control) }];
    return [{ controlId, label, text: fieldWords(reason, limits[pointer] ?? {}) }];
  });
};

const fieldWords = (reason: FieldError['reason'], { least, most }: FieldLimits): string => {
  switch (reason) {
    case 'wrong':
      return msg('This doesn’t match. Check it and type it again.');
    case 'too-short':
      return msg(str`Use at least ${least ?? 1} characters`);
    case 'too-long':
      return msg(str`Use ${most ?? 256} characters or fewer`);
    case 'has-space':
      return msg('Leave out the spaces');
    case 'invisible':
      return msg('There’s a hidden character in here. Clear the field and type it again.');
    case 'no-email-address':
      return msg('Enter one email address, like name@example.org');
    case 'no-phone-number':
      return msg('Enter a phone number like 856-555-0100 or 856-555-0100 ext. 12');
    case 'taken':
      return msg('This one is taken. Choose another.');
    case 'is-the-code':
      return msg('Don’t use your code. Choose something of your own.');
    case 'easy-to-guess':
      return msg('Many people use this one, so it’s easy to guess. Choose another.');
    case 'like-a-name':
      return msg('This is too close to your username or our name. Choose another.');
    case 'differs':
      return msg('Type the same address in both fields');
    case 'in-the-question':
      return msg('Your question gives this away. Choose another answer.');
    case 'no-words':
      return msg('Use words or numbers');
    default:
      return msg('Check what you typed');
  }
};
