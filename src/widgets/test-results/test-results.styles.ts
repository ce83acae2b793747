import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  details,
  table,
  #more {
    margin-bottom: 1em;
  }
  .pw-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    justify-content: space-between;
    margin-bottom: 0.75em;
  }
  .downloads {
    justify-content: flex-start;
  }
  summary {
    padding: 0.6em 0;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  .rows {
    content-visibility: auto;
    contain-intrinsic-size: auto 1200px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    overflow-wrap: anywhere;
  }
  th,
  td {
    padding: 0.5em 0.75em 0.5em 0;
    text-align: start;
    vertical-align: baseline;
  }
  /* Beside the first line of the button. By baseline, Firefox would leave no room below. */
  .rows td {
    padding-block: calc(0.5em + (44px - 1lh) / 2);
    vertical-align: top;
  }
  th:first-child {
    width: 24%;
  }
  tr {
    border-bottom: 1px solid var(--_divider);
  }
  .open {
    padding: calc((44px - 1lh) / 2) 0;
    border: 0;
    background: none;
    text-align: start;
    text-decoration: underline;
  }
  .printed {
    display: none;
  }
  @container (width < 40em) {
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      display: none;
    }
    tr {
      padding: 0.75em 0;
    }
    :is(th, td):nth-child(n) {
      width: auto;
      padding: 0.1em 0;
    }
    td[data-label]::before {
      content: attr(data-label) ': ';
      content: attr(data-label) ': ' / '';
      color: var(--_muted);
    }
  }
  @media print {
    button:not(.open),
    details {
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
    .rows td {
      padding-block: 0.5em;
    }
    .open {
      min-height: 0;
      padding: 0;
      color: inherit;
      text-decoration: none;
    }
  }
`;
