import { css } from 'lit';
import { formStyles } from '../../ui/form/form.js';
import { partStyles, partTokens } from '../../ui/styles/part-styles.js';

export const styles = css`
  ${partTokens}
  ${partStyles}
  ${formStyles}
  .pw-choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
    gap: var(--_s4);
    align-items: start;
  }
`;
