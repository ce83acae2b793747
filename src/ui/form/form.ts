import { css, html, nothing, type TemplateResult } from 'lit';
import type { FieldProblem } from './error-summary.js';
import { fieldView, type Field } from './field.js';

/** A form of fields, one below the other, with the button that sends it. */
export interface Form {
  /** Id of the heading that names it. */
  readonly labelledBy: string;
  readonly fields: readonly Field[];
  readonly problems: readonly FieldProblem[];
  /** What the button says, and what is said while the answer is awaited. */
  readonly submit: { readonly label: string; readonly busyLabel: string };
  readonly busy: boolean;
  /** Whether nothing can be changed now; absent: it never is so. */
  readonly locked?: boolean;
  readonly onSubmit: (event: SubmitEvent) => void;
  readonly onInput?: (event: Event) => void;
  /** Where a new password is chosen: what password managers keep it beside. */
  readonly username?: string | undefined;
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
    ${form.username === undefined ? nothing : usernameView(form.username)}
    ${form.locked === undefined ? fieldsOf(form) : lockable(form.locked, fieldsOf(form))}
    <div class="pw-buttons">
      <button class="pw-primary" type="submit" aria-disabled=${String(busy)}>
        ${submit.label}
      </button>
      ${form.beside ?? nothing}
    </div>
    <p class="pw-visually-hidden" role="status">${busy ? submit.busyLabel : nothing}</p>
  </form>
`;

/** No person sees, hears or reaches it: password managers do. */
const usernameView = (username: string) => html`
  <input
    class="pw-visually-hidden"
    type="text"
    name="username"
    autocomplete="username"
    value=${username}
    readonly
    tabindex="-1"
    aria-hidden="true"
  />
`;

const fieldsOf = ({ fields, problems }: Pick<Form, 'fields' | 'problems'>) =>
  fields.map((field) => (field.view ?? fieldView)(field, problems));

const lockable = (locked: boolean, content: unknown) =>
  html`<fieldset class="pw-lockable" role="none" ?disabled=${locked}>${content}</fieldset>`;

/** Stands at the top level of a style sheet: `lightStyles` nests all else under the tag, where it would count for nothing. */
export const turning = css`
  @keyframes pw-turn {
    to {
      rotate: 1turn;
    }
  }
`;

export const formStyles = css`
  form {
    max-width: 28em;
    margin-bottom: var(--_s4);
  }
  .pw-hint,
  .pw-status {
    margin: 0 0 var(--_s1);
    color: var(--_muted);
    font-size: 0.875em;
  }
  .pw-status {
    margin: 0;
  }
  .pw-new-password .pw-field {
    margin: 0;
  }
  .pw-lockable {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .pw-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s3);
  }
  /* The spinner has room beside the words: the button stays as wide as it is. */
  button[type='submit'] {
    position: relative;
    padding-inline: var(--_s5);
  }
  button[type='submit'][aria-disabled='true']::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 var(--_s1);
    width: var(--_s4);
    height: var(--_s4);
    margin-block: auto;
    border: 2px solid;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: pw-turn 0.8s linear infinite;
  }
  ${turning}
  @media (prefers-reduced-motion: reduce) {
    button[type='submit'][aria-disabled='true']::before {
      animation: none;
    }
  }
  @media (width < 480px) {
    .pw-buttons > button {
      width: 100%;
    }
  }
`;
