import { css } from 'lit';

/** The hospital's own colors, from its style sheet. */
export const styles = css`
  :host {
    display: grid;
    gap: 1.5em;
  }
  h2,
  h3,
  h4 {
    margin: 0 0 0.5em;
    color: var(--river);
    line-height: 1.2;
  }
  h2 {
    font-size: 1.4em;
  }
  h3 {
    font-size: 1.15em;
  }
  h4 {
    font-size: 1em;
  }
  * + h4 {
    margin-block-start: 1em;
  }
  h3 + h4 {
    margin-block-start: 0;
  }
  p,
  dl,
  ul {
    margin: 0 0 0.75em;
  }
  .patients {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.5em;
    align-items: start;
  }
  @media (width >= 900px) {
    .patients {
      grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
    }
    .panels {
      columns: 2;
      column-gap: 1.5em;
    }
  }
  .card,
  .panels .panel {
    padding: 1em;
    border: 1px solid var(--line);
    border-radius: 0.7em;
    background: var(--sand);
  }
  .panels .panel {
    margin-block-end: 1.5em;
    break-inside: avoid;
  }
  .card .panel {
    margin-block-start: 1em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--line);
  }
  dt {
    color: var(--quiet);
  }
  dd {
    margin: 0 0 0.5em;
    overflow-wrap: anywhere;
  }
  .rows {
    padding: 0;
    list-style: none;
  }
  .rows li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    justify-content: space-between;
    padding-block: 0.4em;
    border-block-end: 1px solid var(--line);
  }
  .rows span,
  .rows form {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .rows form {
    flex: 1;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  fieldset {
    min-width: 0;
    margin: 0 0 0.75em;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  label {
    display: block;
    margin-block-end: 0.6em;
  }
  .choice {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-height: 2em;
    margin: 0;
  }
  input:not([type='radio']),
  select,
  textarea {
    box-sizing: border-box;
    display: block;
    width: 100%;
    min-height: 2.4em;
    padding: 0.3em 0.5em;
    border: 1px solid var(--quiet);
    border-radius: 0.3em;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
  }
  button {
    min-height: 2.4em;
    padding: 0.25em 0.9em;
    border: 2px solid var(--river);
    border-radius: 1.5em;
    background: var(--paper);
    color: var(--river);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button[type='submit'],
  button[aria-pressed='true'] {
    background: var(--river);
    color: var(--on-river);
  }
  .email {
    padding-block: 0.75em;
    border-block-start: 1px solid var(--line);
  }
  .letter {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .hint {
    color: var(--quiet);
    font-size: 0.9em;
  }
  .news {
    position: sticky;
    inset-block-end: 0;
  }
  .news p {
    max-height: 40vh;
    margin: 0;
    overflow: auto;
    white-space: pre-line;
  }
  .news [role='status']:not(:empty),
  .refusal {
    padding: 0.75em 1em;
    border: 2px solid var(--river);
    border-radius: 0.7em;
    background: var(--paper);
    overflow-wrap: anywhere;
  }
  .refusal {
    border-color: light-dark(#a81616, #ffaba4);
  }
  .refusal ul:empty {
    display: none;
  }
  .refusal ul {
    margin: 0.5em 0 0;
    padding-inline-start: 1.2em;
  }
  :focus-visible {
    outline: 3px solid var(--river);
    outline-offset: 2px;
  }
`;
