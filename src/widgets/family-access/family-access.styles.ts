import { css } from 'lit';

export const styles = css`
  :host {
    overflow-wrap: anywhere;
  }
  ul {
    margin: 0 0 1em;
    padding: 0;
    list-style: none;
  }
  li {
    padding: 0.75em 0;
    border-bottom: 1px solid var(--_divider);
  }
  li p {
    margin-bottom: 0.25em;
  }
  .pw-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  section,
  details {
    margin-bottom: 1.5em;
  }
  summary {
    padding: 0.6em 0;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  @media print {
    button,
    form {
      display: none;
    }
  }
`;
