import { html } from 'lit';
import { msg } from '../../locales/localize.js';
import type { Choice } from './choice-view.js';
import { fieldNotes, followed, type FieldView } from './field.js';

/** A field to choose one of several things from a list. Its `value` is chosen at first. */
export const selectView =
  (choices: readonly Choice[]): FieldView =>
  (field, problems) => {
    const { id, value: chosen = '' } = field;
    const { describedBy, invalid, notes } = fieldNotes(field, problems);
    return html`
      <div class="pw-field">
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
          <option value="" ?selected=${chosen === ''} .selected=${followed(field, chosen === '')}>
            ${msg('Please choose')}
          </option>
          ${choices.map(
            ({ value, label }) =>
              html`<option
                value=${value}
                ?selected=${value === chosen}
                .selected=${followed(field, value === chosen)}
              >
                ${label}
              </option>`,
          )}
        </select>
      </div>
    `;
  };
