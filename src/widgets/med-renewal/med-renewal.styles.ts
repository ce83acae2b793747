import { css } from 'lit';

export const styles = css`
  ul.cards {
    display: grid;
    gap: 1em;
    margin: 0 0 1em;
    padding: 0;
    list-style: none;
  }
  .card {
    min-width: 0;
    padding: 1em 1.25em;
    border: 1px solid var(--_card-border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  .card > :last-child {
    margin-bottom: 0;
  }
  .status {
    color: var(--_warning);
    font-weight: 600;
  }
  .answer {
    display: block;
    white-space: pre-line;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 2em;
    margin: 0 0 1em;
  }
  dt {
    color: var(--_muted);
    font-size: 0.9em;
  }
  dd {
    margin: 0;
  }
  details {
    margin-bottom: 1em;
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
    .card {
      break-inside: avoid;
    }
  }
`;
