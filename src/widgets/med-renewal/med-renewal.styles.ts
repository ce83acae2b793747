import { css } from 'lit';

export const styles = css`
  [part='count'] {
    margin-bottom: var(--_s3);
  }
  [part='count']:empty {
    margin: 0;
  }
  .pw-card {
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
  .head > * {
    margin: 0;
  }
  .answer {
    display: block;
    white-space: pre-line;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9em), 1fr));
    gap: var(--_s2) var(--_s4);
    margin: 0 0 var(--_s3);
    font-size: 0.875em;
  }
  dl > :last-child {
    grid-column: 1 / -1;
  }
  dt {
    color: var(--_muted);
    font-weight: 400;
  }
  dd {
    margin: 0;
  }
  .why-not:not([open]) {
    margin-bottom: calc(-1 * var(--_s2));
  }
  .why-not > summary {
    color: inherit;
    font-weight: 400;
  }
  .why-not > summary > span {
    color: var(--_link);
    font-weight: 600;
    text-decoration: underline;
  }
  @media (width < 480px) {
    [part='renew'] {
      width: 100%;
    }
  }
  @media print {
    button,
    form,
    summary > span,
    details:not([open], .why-not) {
      display: none;
    }
    .pw-card {
      break-inside: avoid;
    }
  }
`;
