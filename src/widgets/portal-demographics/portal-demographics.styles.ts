import { css } from 'lit';

export const styles = css`
  dl {
    display: grid;
    gap: var(--_s3);
    margin: 0 0 var(--_s4);
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
    width: fit-content;
    min-height: var(--_control);
    padding: var(--_s2) 0;
    color: var(--_link);
    font-weight: 600;
    cursor: pointer;
  }
  [part='why'] ul {
    margin: 0 0 var(--_s3);
    padding-inline-start: var(--_s4);
  }
`;
