import { css } from 'lit';
import { formStyles } from '../../ui/form/form.js';
import { partTokens } from '../../ui/part-styles.js';

export const styles = css`
  ${partTokens}
  ${formStyles}
  section {
    padding-top: 1.25em;
    margin-bottom: 1.25em;
    border-top: 1px solid var(--_divider);
  }
  .pw-section-heading {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: baseline;
  }
  .pw-unsaved {
    padding: 0 0.5em;
    border: 1px solid var(--_warning);
    border-radius: var(--_radius);
    color: var(--_warning);
    font-weight: 600;
  }
  [part='draft-state'] {
    min-height: 1.5em;
  }
  .pw-note,
  dl,
  details {
    max-width: 40em;
  }
  dl {
    margin: 0 0 0.75em;
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0 0 0.25em 1em;
    overflow-wrap: anywhere;
  }
  summary {
    display: list-item;
    width: fit-content;
    padding: 0.6em 0;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  [part='change'] form {
    margin-top: 0.5em;
  }
`;
