import { css } from 'lit';

export const styles = css`
  :host {
    overflow-wrap: anywhere;
  }
  .pw-card p {
    margin-bottom: var(--_s1);
  }
  .pw-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
  }
  .pw-card .pw-buttons {
    margin-top: var(--_s2);
  }
  section,
  .pw-empty {
    margin-bottom: var(--_s5);
  }
  @media print {
    button,
    form {
      display: none;
    }
  }
`;
