import { css } from 'lit';

/** Of appointments and requests. */
export const cardStyles = css`
  article,
  .past {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s3);
    align-items: center;
    margin-bottom: var(--_s2);
  }
  .head > *,
  .past * {
    margin: 0;
  }
  .when > * {
    display: block;
    font-size: 1.125em;
  }
  .when > strong {
    font-size: 1.375em;
    line-height: 1.25;
  }
  .own-words {
    white-space: pre-line;
  }
  dl {
    display: grid;
    gap: var(--_s2) var(--_s4);
    margin: 0 0 var(--_s3);
  }
  dd {
    margin: 0;
  }
  .icons > div {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_s3);
  }
  .icons a {
    white-space: normal; /* in large letters a number is wider than a phone */
  }
  .icons .pw-icon {
    margin-top: var(--_s1);
    color: var(--_muted);
  }
  .wishes {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9em), 1fr));
    font-size: 0.875em;
  }
  .wishes dt {
    color: var(--_muted);
    font-weight: 400;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s4);
    align-items: center;
    margin-inline-start: calc(-1 * var(--_s2));
  }
  .actions > button:not(:hover) {
    background: none;
  }
  .actions > a {
    min-height: var(--_control);
    padding: var(--_s2);
    align-content: center;
    font-weight: 600;
  }
  article .pw-note {
    margin: 0;
  }
  @media print {
    button,
    .actions,
    details:not([open]) {
      display: none;
    }
    article {
      break-inside: avoid;
    }
  }
`;
