import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .pw-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    justify-content: space-between;
    margin-bottom: 0.75em;
  }
  .parts {
    columns: 22em 2;
    column-gap: 1em;
  }
  .parts + * {
    margin-top: 1em; /* the last part of a column leaves no margin below */
  }
  section {
    margin-bottom: 1em;
    break-inside: avoid;
    padding: 1em 1.25em;
    border: 1px solid var(--_card-border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  section > :last-child {
    margin-bottom: 0;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: baseline;
    justify-content: space-between;
    padding: 0.5em 0;
    border-top: 1px solid var(--_divider);
  }
  li:first-child {
    border-top: 0;
  }
  li > a {
    padding: 0.25em 0;
    white-space: nowrap;
  }
  li > details {
    flex-basis: 100%;
  }
  .facts {
    display: block;
  }
  .value {
    font-size: 1.15em;
    font-weight: 600;
  }
  summary {
    padding: 0.5em 0;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  table {
    width: 100%;
    margin-bottom: 0.75em;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.25em 1em 0.25em 0;
    font-weight: inherit;
    text-align: start;
  }
  thead th {
    color: var(--_muted);
  }
  .printed {
    display: none;
  }
  @media print {
    button,
    [part='trusted'],
    [part='wrong'],
    [part='resources'],
    details:not([open]) {
      display: none;
    }
    .printed {
      display: block;
    }
    .parts {
      columns: auto;
    }
    section {
      break-inside: auto;
      padding: 0;
      border: 0;
    }
    li {
      break-inside: avoid;
    }
  }
`;
