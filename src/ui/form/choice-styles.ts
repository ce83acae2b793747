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
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: var(--_s1);
    padding: 0;
    font-weight: 600;
  }
  fieldset:is(.pw-invalid, [aria-invalid='true']) {
    padding-inline-start: var(--_s3);
    border: 0 solid var(--_danger);
    border-inline-start-width: 4px;
  }
  .pw-choice {
    display: flex;
    gap: var(--_s2);
    align-items: center;
    min-height: var(--_control);
  }
  .pw-choice label {
    margin: 0;
    padding: var(--_s3) 0;
    font-weight: inherit;
  }
  .pw-choice:has(.pw-hint) {
    align-items: start;
  }
  .pw-choice:has(.pw-hint) input {
    margin-top: var(--_s3);
  }
  .pw-choice .pw-hint {
    margin: calc(-1 * var(--_s2)) 0 var(--_s2);
  }
`;
