import { css } from 'lit';

export const styles = css`
  :host {
    overflow-wrap: anywhere;
  }
  .own {
    margin: 0 0 0.5em;
  }
  .pw-acting-for {
    font-size: 1.1em;
  }
  .records {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: 0.75em;
    margin: 0 0 0.5em;
    padding: 0;
    list-style: none;
  }
  .record {
    display: block;
    width: 100%;
    height: 100%;
    text-align: start;
  }
  .record span {
    display: block;
    color: var(--_muted);
    font-weight: 400;
  }
  .record[aria-current] {
    border: 2px solid var(--_accent);
    border-inline-start-width: 8px;
    background: var(--_raised);
    color: inherit;
    cursor: default;
  }
  summary {
    padding: 0.6em 0;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  @media print {
    .records,
    details {
      display: none;
    }
  }
`;
