import { css } from 'lit';

export const styles = css`
  section {
    margin-block: var(--_s5);
  }
  .pw-line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s3);
    align-items: center;
    justify-content: space-between;
    margin-bottom: var(--_s3);
  }
  .pw-line > * {
    margin: 0;
  }
  /* Keeps the room of the button that comes. */
  .room {
    min-height: var(--_control);
  }
  [part='news']:empty {
    margin: 0;
  }
  @media (width < 480px) {
    .pw-line > :is(button, .room) {
      width: 100%;
    }
  }
`;
