import { css } from 'lit';

/** What boxes to tick and to choose from need besides `fieldStyles`. */
export const choiceStyles = css`
  input:is([type='checkbox'], [type='radio']) {
    flex: none;
    width: 1.25em;
    min-height: 0;
    height: 1.25em;
    margin: 0;
    padding: 0;
    accent-color: var(--_accent);
    appearance: auto;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: 0.25em;
    padding: 0;
    font-weight: 600;
  }
  fieldset:is(.pw-invalid, [aria-invalid='true']) {
    padding-inline-start: 0.75em;
    border: 0 solid var(--_danger);
    border-inline-start-width: 4px;
  }
  .pw-choice {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-height: 44px;
  }
  .pw-choice label {
    margin: 0;
    padding: 0.5em 0;
    font-weight: inherit;
  }
  .pw-choice:has(.pw-hint) {
    align-items: start;
  }
  .pw-choice:has(.pw-hint) input {
    margin-top: 0.65em;
  }
  .pw-choice .pw-hint {
    margin: -0.4em 0 0.5em;
  }
`;
