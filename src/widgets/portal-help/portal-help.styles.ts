import { css } from 'lit';

export const styles = css`
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
    gap: var(--_s5) var(--_s6);
  }
  :is(dl, dd) {
    margin: 0;
  }
  /* A number with its phone: as high as a finger, all of it. */
  dl > div {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--_s3);
    align-items: center;
    margin-bottom: var(--_s3);
  }
  dl .pw-icon {
    grid-row: span 2;
    width: var(--_control);
    height: var(--_control);
    padding: var(--_s3);
    border-radius: 50%;
    background: var(--_accent-tint);
    color: var(--_accent);
  }
  dt {
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  dd {
    font-weight: 600;
  }
  dd a {
    display: inline-block;
    min-height: 24px;
    font-size: 1.125em;
  }
  .state {
    margin-bottom: var(--_s1);
    font-weight: 600;
  }
  ul {
    margin: 0 0 var(--_s3);
    padding-inline-start: var(--_s5);
    list-style: disc;
  }
  .button {
    display: inline-flex;
    gap: var(--_s2);
    align-items: center;
    min-height: var(--_control);
    padding: var(--_s2) var(--_s4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-weight: 600;
    text-decoration: none;
  }
  .button:hover {
    background: var(--_accent-tint);
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
