import { html, noChange, nothing, type TemplateResult } from 'lit';
import type { FieldProblem } from './error-summary.js';

/** A field of a form: label, hint, error and control in one root. */
export interface Field {
  /** Of the control; hint and error take theirs from it. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** Default: `text`. */
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'date';
  /** WCAG 1.3.5; `one-time-code`, `new-password` and the like. */
  readonly autocomplete: AutoFill | 'bday';
  /** What helps to fill it in; read out with the control. */
  readonly hint?: string | TemplateResult;
  readonly value?: string;
  readonly required?: boolean | undefined;
  /** What is said where it was left empty: the act, as "Enter your username". */
  readonly missing?: string;
  /** Characters that it takes. Default: 256. */
  readonly most?: number;
  /** The first and the last day that a date field offers: RFC 3339 full-dates. */
  readonly earliest?: string;
  readonly latest?: string;
  /** Why what was typed cannot be, in words that say how to mend it; undefined: it can. Asked before it is sent. */
  readonly problemOf?: (value: string) => string | undefined;
  /** For names, codes and passwords: neither capitals nor corrections by the keyboard. */
  readonly literal?: boolean;
  /** Whether what is typed is kept as a draft. Never for what is secret; passwords are not in any case. */
  readonly drafted?: boolean;
  /** How it is asked for, where one line is not the way: `choiceView`, `textAreaView`. */
  readonly view?: FieldView;
}

/** @param problems as the error summary has them */
export type FieldView = (field: Field, problems: readonly FieldProblem[]) => TemplateResult;

/**
 * What a control holds besides what it began with: one that is drafted follows the draft, whether that was
 * typed here or came from elsewhere; any other is left alone.
 */
export const followed = <Value>({ drafted }: Field, value: Value) => (drafted ? value : noChange);

/** Hint and problem of a field, and what its control says of them. */
export const fieldNotes = ({ id, hint }: Field, problems: readonly FieldProblem[]) => {
  const problem = problems.find(({ controlId }) => controlId === id);
  return {
    describedBy:
      [problem && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || nothing,
    invalid: problem ? 'true' : nothing,
    notes: html`
      ${hint ? html`<p class="pw-hint" id="${id}-hint">${hint}</p>` : nothing}
      ${problem ? html`<p class="pw-error" id="${id}-error">${problem.text}</p>` : nothing}
    `,
  };
};

/** A field of one line, with its problem if it has one among those of the form (WCAG 3.3.1). */
export const fieldView: FieldView = (field, problems) => {
  const { id, type = 'text', literal } = field;
  const { describedBy, invalid, notes } = fieldNotes(field, problems);
  return html`
    <div class="pw-field">
      <label for=${id}>${field.label}</label>
      ${notes}
      <input
        id=${id}
        name=${field.name}
        type=${type}
        maxlength=${field.most ?? 256}
        min=${field.earliest ?? nothing}
        max=${field.latest ?? nothing}
        value=${field.value ?? nothing}
        .value=${followed(field, field.value ?? '')}
        autocomplete=${field.autocomplete}
        autocapitalize=${literal ? 'none' : nothing}
        spellcheck=${literal ? 'false' : nothing}
        ?required=${field.required}
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
        @focus=${type === 'password' ? aidPassword : nothing}
      />
    </div>
  `;
};

/** Showing what is typed, and the hint about caps lock, come with the first password field in use. */
const aidPassword = (event: Event) => {
  const input = event.currentTarget as HTMLInputElement;
  import('./password-aids.js').then(
    ({ aidPassword }) => {
      aidPassword(input);
    },
    () => undefined, // the field works without
  );
};
