import { css } from 'lit';

export const styles = css`
  dl {
    display: grid;
    gap: 0.75em;
    margin: 0 0 1em;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .own-words {
    white-space: pre-line;
  }
  summary {
    padding: 0.6em 0;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  [part='why'] ul {
    margin: 0 0 0.75em;
    padding-inline-start: 1.25em;
  }
  .pw-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-bottom: 1em;
  }
`;
