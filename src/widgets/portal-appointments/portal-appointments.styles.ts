import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  section {
    margin-block: 1.5em;
  }
  .pw-line,
  .pw-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
  }
  .pw-line {
    justify-content: space-between;
    margin-bottom: 0.75em;
  }
  .pw-line > * {
    margin: 0;
  }
`;
