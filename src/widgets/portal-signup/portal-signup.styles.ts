import { css } from 'lit';

export const styles = css`
  form {
    max-width: 28em;
  }
  .field {
    margin-bottom: 1em;
  }
  .hint {
    margin: 0 0 0.25em;
    color: var(--_muted);
  }
  fieldset {
    margin: 0 0 1em;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: 0.5em;
    padding: 0;
    font-size: 1.1em;
    font-weight: 600;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
`;
