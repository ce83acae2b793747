import { html } from 'lit';
import { fieldNotes, followed, type FieldView } from './field.js';

/**
 * A field for several lines.
 * @param most characters that it takes
 */
export const textAreaView =
  (most: number, lines = 3): FieldView =>
  (field, problems) => {
    const { id } = field;
    const { describedBy, invalid, notes } = fieldNotes(field, problems);
    return html`
      <div class="pw-field">
        <label for=${id}>${field.label}</label>
        ${notes}
        <textarea
          id=${id}
          name=${field.name}
          rows=${lines}
          maxlength=${most}
          autocomplete=${field.autocomplete}
          ?required=${field.required}
          aria-invalid=${invalid}
          aria-describedby=${describedBy}
          .defaultValue=${field.value ?? ''}
          .value=${followed(field, field.value ?? '')}
        ></textarea>
      </div>
    `;
  };
