import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  section {
    margin-block: 1.5em;
  }
  .line,
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
  }
  .line {
    justify-content: space-between;
    margin-bottom: 0.75em;
  }
  .line > * {
    margin: 0;
  }
`;
