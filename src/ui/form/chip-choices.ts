import { css, html } from 'lit';
import type { FieldView } from './field.js';

/** Few short choices beside each other, each as a chip: `chipChoices(choiceView(…))`. The inputs stay what they are. */
export const chipChoices =
  (view: FieldView): FieldView =>
  (field, problems) =>
    html`<div class="pw-chips">${view(field, problems)}</div>`;

/** Besides `choiceStyles`. */
export const chipChoiceStyles = css`
  .pw-chips > fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
  }
  .pw-chips > fieldset > p {
    flex-basis: 100%;
    margin: 0;
  }
  .pw-chips .pw-choice {
    gap: 0;
    border: 1px solid var(--_border);
    border-radius: 99px;
  }
  .pw-chips .pw-choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .pw-chips input {
    margin-inline-start: var(--_s3);
  }
  .pw-chips label {
    padding-inline: var(--_s2) var(--_s4);
    cursor: pointer;
  }
`;
