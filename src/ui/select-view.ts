import { html } from 'lit';
import type { Choice } from './choice-view.js';
import { fieldNotes, type FieldView } from './field.js';

/**
 * A field to choose one of many things. Its `value` is chosen at first; without one nothing is.
 * @param invitation what it says as long as nothing is chosen
 */
export const selectView =
  (invitation: string, choices: readonly Choice[]): FieldView =>
  (field, problems) => {
    const { id } = field;
    const { describedBy, invalid, notes } = fieldNotes(field, problems);
    return html`
      <div class="field">
        <label for=${id}>${field.label}</label>
        ${notes}
        <select
          id=${id}
          name=${field.name}
          autocomplete=${field.autocomplete}
          ?required=${field.required}
          aria-invalid=${invalid}
          aria-describedby=${describedBy}
        >
          ${[{ value: '', label: invitation }, ...choices].map(
            ({ value, label }) =>
              html`<option value=${value} ?selected=${value === (field.value ?? '')}>
                ${label}
              </option>`,
          )}
        </select>
      </div>
    `;
  };
