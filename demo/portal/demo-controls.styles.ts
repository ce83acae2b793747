import { css } from 'lit';

/** Looks like a tool, never like a part of the hospital's site. */
export const styles = css`
  :host {
    display: block;
    background: #1d1830;
    color: #f3f0fb;
    color-scheme: dark;
    font:
      14px/1.4 ui-monospace,
      monospace;
  }
  .content,
  .problem {
    padding: 10px 16px;
  }
  summary {
    box-sizing: border-box;
    height: 32px;
    padding: 6px 16px;
    overflow: hidden;
    font-size: 13px;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    border-top: 1px solid #6d62a0;
  }
  @media (width >= 800px) {
    .content {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  h2,
  legend {
    margin: 0 0 8px;
    padding: 0;
    font-size: 14px;
    font-weight: 700;
  }
  fieldset {
    min-width: 0;
    margin: 0 0 16px;
    padding: 0;
    border: 0;
  }
  p,
  ul {
    margin: 0 0 8px;
  }
  ul {
    max-height: 320px;
    padding: 0;
    overflow: auto;
    list-style: none;
  }
  .people li {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 10px;
    align-items: center;
    margin-bottom: 8px;
  }
  .people span {
    flex: 1 1 200px;
  }
  label {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 44px;
  }
  button {
    min-height: 44px;
    padding: 4px 10px;
    border: 1px solid #a99fd6;
    border-radius: 4px;
    background: #33294f;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  code {
    font: inherit;
    font-weight: 700;
  }
  .problem {
    border-top: 1px solid #6d62a0;
    background: #5c1020;
  }
  :focus-visible {
    outline: 3px solid #ffd866;
    outline-offset: -3px;
  }
`;
