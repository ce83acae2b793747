import { css } from 'lit';

/** What boxes to tick and to choose from need besides `fieldStyles`. */
export const choiceStyles = css`
  input:is([type='checkbox'], [type='radio']) {
    width: 1.25em;
    min-height: 0;
    height: 1.25em;
    padding: 0;
    accent-color: var(--_accent);
  }
`;
