import { css } from 'lit';

export const styles = css`
  form,
  .pw-passkey,
  .pw-links {
    width: 100%;
    max-width: 26em;
    margin: 0 0 var(--_s3);
  }
  form > button {
    width: 100%;
  }
  .pw-links {
    padding: 0;
    list-style: none;
  }
  .pw-links a {
    display: block;
    padding: var(--_s3) 0;
  }
`;
