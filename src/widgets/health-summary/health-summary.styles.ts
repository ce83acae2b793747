import { css } from 'lit';

export const styles = css`
  .pw-line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s3);
    align-items: center;
    justify-content: space-between;
    margin-bottom: var(--_s3);
  }
  .pw-line > * {
    margin: 0;
  }
  .parts {
    columns: 22em 2;
    column-gap: var(--_s4);
  }
  section {
    margin-bottom: var(--_s4);
    break-inside: avoid;
    overflow-wrap: anywhere;
  }
  section > [part='heading'] {
    font-size: 1.125em;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--_s4);
    align-items: center;
    padding: var(--_s2) 0;
    border-top: 1px solid var(--_divider);
  }
  li:first-child {
    border-top: 0;
  }
  li > a {
    padding: var(--_s3) 0;
    font-size: 0.875em;
    white-space: nowrap;
  }
  li > details {
    grid-column: 1 / -1;
  }
  .facts {
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .value {
    display: block;
    font-size: 1.375em;
    font-weight: 600;
    line-height: 1.25;
  }
  table {
    width: 100%;
    margin-bottom: var(--_s3);
    border-collapse: collapse;
  }
  th,
  td {
    padding: var(--_s1) var(--_s4) var(--_s1) 0;
    font-weight: inherit;
    text-align: start;
  }
  thead th {
    color: var(--_muted);
  }
  [role='status']:empty {
    margin: 0;
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
