import { css } from 'lit';

export const styles = css`
  .pw-line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2) var(--_s3);
    align-items: center;
    justify-content: space-between;
    min-height: var(--_control);
    margin-bottom: var(--_s3);
  }
  .tools {
    justify-content: flex-start;
  }
  .pw-line > :is(h2, h3, h4) {
    margin: 0;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-tint);
  }
  .count {
    min-height: 1lh;
    margin-bottom: var(--_s3);
    color: var(--_muted);
  }
  #more {
    margin-bottom: var(--_s4);
  }
  table {
    width: 100%;
    margin-bottom: var(--_s4);
    border: 1px solid var(--_card-border);
    border-radius: var(--_card-radius);
    border-spacing: 0;
    table-layout: fixed;
    overflow-wrap: anywhere;
  }
  th,
  td {
    padding: var(--_s3) var(--_s4);
    text-align: start;
  }
  thead th,
  td {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .rows {
    content-visibility: auto;
    contain-intrinsic-size: auto calc(var(--_rows) * 74px + 56px);
  }
  .rows tr {
    position: relative;
  }
  .rows tbody tr {
    cursor: pointer;
  }
  .rows tbody tr:hover {
    background: var(--_accent-tint);
  }
  .month {
    margin: var(--_s4) 0 var(--_s2);
    font-size: 1em;
  }
  .rows .open {
    margin: calc(-1 * var(--_s3)) calc(-1 * var(--_s2));
    padding: var(--_s3) var(--_s2);
    border: 0;
    background: none;
    text-align: start;
  }
  .rows .open:focus-visible {
    outline-offset: -3px;
  }
  td .pw-chip {
    font-size: 1em; /* of what is small already */
  }
  details ul {
    margin: 0 0 var(--_s4);
    padding-inline-start: var(--_s5);
    list-style: disc;
  }
  .printed {
    display: none;
  }
  tr + tr > *,
  thead:not(.pw-visually-hidden) + tbody > :first-child > * {
    border-top: 1px solid var(--_divider);
  }
  .rows col:first-child {
    width: 30%;
  }
  .rows col:last-child {
    width: 22%;
  }
  @media screen {
    .narrow ~ table,
    .narrow ~ * :is(table, tbody, tr, th, td) {
      display: block;
    }
    .narrow ~ * thead {
      display: none;
    }
    .narrow ~ * tbody tr > :nth-child(n) {
      width: auto;
      padding: 0;
      border: 0;
    }
    .narrow ~ * tr {
      padding: var(--_s3) var(--_s4);
    }
    .narrow ~ * tr + tr {
      border-top: 1px solid var(--_divider);
    }
    .narrow ~ * .rows tr {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-content: center;
      column-gap: var(--_s1);
      min-height: 72px;
      padding-block: var(--_s1);
    }
    .narrow ~ * .rows th {
      grid-column: 1 / -1;
      line-height: 1.25;
    }
    .narrow ~ * .rows td {
      z-index: 0; /* above the button, which reaches into its line */
      grid-row: 2;
      line-height: 1.2;
    }
    .narrow ~ * .rows td:nth-child(3):not(.usual)::before {
      content: '· ';
      content: '· ' / '';
    }
    .narrow ~ * .rows td:nth-child(4) {
      grid-area: 3 / 1 / auto / 3;
    }
    .narrow ~ * .rows td:last-child {
      display: grid;
      grid-area: 2 / 3 / 4;
      gap: var(--_s1);
      align-content: start;
      justify-items: end;
      margin-inline-start: var(--_s2);
    }
    .narrow ~ * .rows .usual {
      position: absolute;
      inset: 0;
      clip-path: inset(50%);
    }
  }
  @media print {
    button:not(.open),
    details,
    .tools,
    form {
      display: none;
    }
    .printed {
      display: block;
    }
    .rows {
      content-visibility: visible;
    }
    tr {
      break-inside: avoid;
    }
    .open {
      color: inherit;
    }
    :focus-visible {
      outline: none;
      box-shadow: none;
    }
  }
`;
