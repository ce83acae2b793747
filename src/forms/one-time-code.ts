import { html } from 'lit';
import { fieldNotes, type FieldView } from '../ui/form/field.js';

/** The field for a code that an app shows: digits, which the phone's own keyboard may offer. */
export const oneTimeCodeView: FieldView = (field, problems) => {
  const { describedBy, invalid, notes } = fieldNotes(field, problems);
  return html`
    <div class="pw-field">
      <label for=${field.id}>${field.label}</label>
      ${notes}
      <input
        id=${field.id}
        name=${field.name}
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        required
        maxlength="12"
        aria-invalid=${invalid}
        aria-describedby=${describedBy}
      />
    </div>
  `;
};
