import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .emergency {
    margin: 0 0 1.5em;
    border-inline-start-color: var(--_danger);
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
    gap: 1.5em 2.5em;
  }
  :is(dl, dd) {
    margin: 0;
  }
  dd {
    margin-bottom: 0.75em;
  }
  dt {
    color: var(--_muted);
  }
  dd a {
    display: inline-block;
    min-height: 24px;
    font-size: 1.15em;
    font-weight: 600;
  }
  .state {
    margin-bottom: 0.25em;
    font-weight: 600;
  }
  ul {
    margin: 0 0 0.75em;
    padding-inline-start: 1.25em;
  }
  .button {
    display: inline-block;
    min-height: 44px;
    padding: 0.5em 1em;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    font-weight: 600;
    text-decoration: none;
  }
  .address {
    overflow-wrap: anywhere;
  }
  @media print {
    .button {
      display: none;
    }
    section {
      break-inside: avoid;
    }
  }
`;
