import { css } from 'lit';

export const styles = css`
  dialog {
    width: min(30em, calc(100vw - 2em));
    padding: 1.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
`;
