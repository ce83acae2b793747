import { html } from 'lit';
import { fieldNotes, followed, type FieldView } from './field.js';

/** What can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/**
 * A field to choose one of a few things, all in sight (`choiceStyles`). Its `value` is chosen at first;
 * without one nothing is. The first radio button has the field's id, so that the error summary leads there.
 */
export const choiceView =
  (choices: readonly Choice[]): FieldView =>
  (field, problems) => {
    const { id } = field;
    const { describedBy, invalid, notes } = fieldNotes(field, problems);
    return html`
      <fieldset
        class="pw-field"
        role="radiogroup"
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
      >
        <legend>${field.label}</legend>
        ${notes}
        ${choices.map(({ value, label }, at) => {
          const choiceId = at === 0 ? id : `${id}-${at}`;
          return html`
            <div class="pw-choice">
              <input
                id=${choiceId}
                name=${field.name}
                type="radio"
                value=${value}
                ?checked=${value === field.value}
                .checked=${followed(field, value === field.value)}
                ?required=${field.required}
              />
              <label for=${choiceId}>${label}</label>
            </div>
          `;
        })}
      </fieldset>
    `;
  };
