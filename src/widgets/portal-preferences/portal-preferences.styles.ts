import { css } from 'lit';
import { formStyles } from '../../ui/form/form.js';
import { partStyles, partTokens } from '../../ui/styles/part-styles.js';

export const styles = css`
  ${partTokens}
  ${partStyles}
  ${formStyles}
  .pw-section-heading {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s3);
    align-items: baseline;
  }
  [part='draft-state'] {
    min-height: 1.5em;
  }
  dl {
    margin: 0 0 var(--_s3);
  }
  dd {
    margin: 0 0 var(--_s2);
    overflow-wrap: anywhere;
  }
  /* What opens a form looks like the button that it is. */
  [part='change'] > summary {
    width: fit-content;
    padding: var(--_s2) var(--_s4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    list-style: none;
  }
  [part='change'][open] > summary {
    margin-bottom: var(--_s4);
  }
  [part='change'] > summary:hover {
    background: var(--_accent-tint);
  }
  [part='change'] > summary::-webkit-details-marker {
    display: none;
  }
  [part='change'] > form {
    margin-bottom: 0;
  }
  summary {
    width: fit-content;
  }
`;
