import { css, html, nothing, type TemplateResult } from 'lit';
import type { FieldProblem } from './error-summary.js';
import { fieldView, type Field } from './field.js';

/** A form of fields, one below the other, with the button that sends it. */
export interface Form {
  /** Id of the heading that names it. */
  readonly labelledBy: string;
  readonly fields: readonly Field[];
  readonly problems: readonly FieldProblem[];
  /** What the button says, and what it says while the answer is awaited. */
  readonly submit: { readonly label: string; readonly busyLabel: string };
  readonly busy: boolean;
  /** Whether nothing can be changed now; absent: it never is so. */
  readonly locked?: boolean;
  readonly onSubmit: (event: SubmitEvent) => void;
  readonly onInput?: (event: Event) => void;
  /** A button beside the one that sends. */
  readonly beside?: TemplateResult;
}

/** `post`, so that no browser ever writes a password into an address. */
export const formView = ({ submit, busy, ...form }: Form) => html`
  <form
    method="post"
    novalidate
    aria-labelledby=${form.labelledBy}
    @submit=${form.onSubmit}
    @input=${form.onInput ?? nothing}
  >
    ${form.locked === undefined ? fieldsOf(form) : lockable(form.locked, fieldsOf(form))}
    <div class="pw-buttons">
      <button class="pw-primary" type="submit" aria-disabled=${String(busy)}>
        ${busy ? submit.busyLabel : submit.label}
      </button>
      ${form.beside ?? nothing}
    </div>
    <p class="pw-visually-hidden" role="status">${busy ? submit.busyLabel : nothing}</p>
  </form>
`;

const fieldsOf = ({ fields, problems }: Pick<Form, 'fields' | 'problems'>) =>
  fields.map((field) => (field.view ?? fieldView)(field, problems));

const lockable = (locked: boolean, content: unknown) =>
  html`<fieldset class="pw-lockable" role="none" ?disabled=${locked}>${content}</fieldset>`;

export const formStyles = css`
  form {
    max-width: 28em;
    margin-bottom: 1em;
  }
  .pw-field {
    margin-bottom: 1em;
  }
  .pw-hint {
    margin: 0 0 0.25em;
    color: var(--_muted);
  }
  .pw-lockable {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .pw-so-far {
    display: block;
    min-height: 1.5em;
  }
  .pw-password-aids {
    margin-top: 0.5em;
  }
  .pw-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
`;
