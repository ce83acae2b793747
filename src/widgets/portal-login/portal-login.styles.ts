import { css } from 'lit';

export const styles = css`
  form {
    max-width: 26em;
  }
  .pw-field {
    margin-bottom: 1em;
  }
  .pw-passkey {
    margin-top: 1em;
  }
  .pw-links {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    margin: 1em 0 0;
    padding: 0;
    list-style: none;
  }
  .pw-links a {
    display: inline-block;
    padding: 0.25em 0;
  }
`;
