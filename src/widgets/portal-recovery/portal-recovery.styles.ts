import { css } from 'lit';
import { formStyles } from '../../ui/form/form.js';

export const styles = css`
  ${formStyles}
  .pw-choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20em), 1fr));
    gap: 2em 3em;
  }
`;
