import { html, nothing } from 'lit';
import { fieldNotes, followed, type FieldView } from './field.js';

/** One of the things that can be chosen. */
export interface BoxChoice {
  readonly value: string;
  readonly label: string;
  /** What belongs to it; read out with the box. */
  readonly hint?: string;
}

/**
 * A field to choose any number of a few things, all in sight (`choiceStyles`). The first box has the
 * field's id, so that the error summary leads there.
 * @param chosen values that are ticked at first
 */
export const choicesView =
  (choices: readonly BoxChoice[], chosen: readonly string[] = []): FieldView =>
  (field, problems) => {
    const { id } = field;
    const { describedBy, invalid, notes } = fieldNotes(field, problems);
    return html`
      <fieldset
        class="pw-field ${invalid === 'true' ? 'pw-invalid' : ''}"
        aria-describedby=${describedBy}
      >
        <legend>${field.label}</legend>
        ${notes}
        ${choices.map(({ value, label, hint }, at) => {
          const choiceId = at === 0 ? id : `${id}-${at}`;
          return html`
            <div class="pw-choice">
              <input
                id=${choiceId}
                name=${field.name}
                type="checkbox"
                value=${value}
                ?checked=${chosen.includes(value)}
                .checked=${followed(field, chosen.includes(value))}
                aria-describedby=${hint ? `${choiceId}-hint` : nothing}
              />
              <div>
                <label for=${choiceId}>${label}</label>
                ${hint ? html`<p class="pw-hint" id="${choiceId}-hint">${hint}</p>` : nothing}
              </div>
            </div>
          `;
        })}
      </fieldset>
    `;
  };
