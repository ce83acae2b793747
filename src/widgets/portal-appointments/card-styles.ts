import { css } from 'lit';

/** Of visits and requests. */
export const cardStyles = css`
  .cards {
    display: grid;
    gap: 1em;
    margin: 0 0 1em;
    padding: 0;
    list-style: none;
  }
  article {
    padding: 1em;
    border: 1px solid var(--_card-border);
    border-inline-start: 6px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  article:is(.cancelled, .no-show, .fulfilled, .withdrawn, .declined) {
    border-inline-start-color: var(--_border);
  }
  section > [part='heading'] {
    font-size: 1.2em;
  }
  article > [part='heading'] {
    font-size: 1.05em;
  }
  article > :last-child {
    margin-bottom: 0;
  }
  .when {
    font-size: 1.05em;
  }
  .hours {
    display: block;
  }
  .own-words {
    white-space: pre-line;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
    gap: 0.75em 1.5em;
    margin: 0 0 1em;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
  }
  @container (width >= 40em) {
    .wide {
      grid-column: span 2;
    }
  }
  a[part='directions'] {
    display: inline-block;
    padding-block: 0.25em;
  }
  summary {
    padding: 0.6em 0;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  article details .pw-note {
    margin: 0;
  }
  @container (width < 30em) {
    article {
      padding: 0.75em;
    }
    .pw-buttons > button,
    .pw-line > button {
      width: 100%;
    }
  }
  @media print {
    button,
    details:not([open]) {
      display: none;
    }
    article {
      break-inside: avoid;
    }
  }
`;
