import { css } from 'lit';

export const styles = css`
  form,
  form > button,
  .pw-passkey,
  .pw-providers,
  .pw-links {
    width: 100%;
    max-width: 26em;
    margin: 0 0 var(--_s3);
  }
  .pw-links {
    padding: 0;
    list-style: none;
  }
  .pw-providers a {
    display: block;
    margin-bottom: var(--_s3);
    padding: var(--_s3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-weight: 600;
    text-align: center;
    text-decoration: none;
  }
  .pw-links a {
    display: block;
    padding: var(--_s3) 0;
  }
`;
