import { html, nothing } from 'lit';
import { fieldNotes, followed, type FieldView } from './field.js';

/**
 * A field for several lines.
 * @param most characters that it takes
 * @param status what stands below it, and is read out with it; nothing moves when it appears
 */
export const textAreaView =
  (most: number, lines = 3, status = ''): FieldView =>
  (field, problems) => {
    const { id } = field;
    const { describedBy, invalid, notes } = fieldNotes(field, problems);
    const describedByAll = status
      ? `${id}-status ${describedBy === nothing ? '' : String(describedBy)}`.trim()
      : describedBy;
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
          aria-describedby=${describedByAll}
          .defaultValue=${field.value ?? ''}
          .value=${followed(field, field.value ?? '')}
        ></textarea>
        ${status ? html`<p class="pw-hint" id="${id}-status">${status}</p>` : nothing}
      </div>
    `;
  };
