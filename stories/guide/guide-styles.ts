import { css } from 'lit';

/** How the live parts of the guide look: plain, in the page's light or dark. */
export const guideStyles = css`
  :host {
    display: block;
    margin-block: 16px;
    color: CanvasText;
    font-family: 'Nunito Sans', system-ui, sans-serif;
    font-size: 16px;
    line-height: 1.5;
  }
  .panes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
    gap: 20px;
    align-items: start;
  }
  .pane {
    padding: 16px;
    border: 1px solid color-mix(in srgb, currentcolor 25%, transparent);
    border-radius: 10px;
    background: Canvas;
  }
  .pane > h3:first-child {
    margin: 0 0 12px;
    font-size: 1em;
  }
  form,
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 20px;
    align-items: end;
    margin-block-end: 16px;
  }
  label {
    display: grid;
    gap: 4px;
    font-weight: 600;
  }
  input,
  select,
  button {
    min-height: 40px;
    padding: 4px 10px;
    border: 1px solid color-mix(in srgb, currentcolor 62%, transparent);
    border-radius: 6px;
    background: Canvas;
    color: CanvasText;
    font: inherit;
  }
  input[type='color'] {
    width: 80px;
    padding: 2px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 8px;
    border-block-end: 1px solid color-mix(in srgb, currentcolor 20%, transparent);
    text-align: start;
    vertical-align: top;
  }
  a {
    color: light-dark(#0b5b8f, #8cc8f5);
  }
  pre {
    padding: 12px;
    border-radius: 6px;
    background: color-mix(in srgb, currentcolor 7%, transparent);
    overflow: auto;
  }
  code {
    overflow-wrap: anywhere;
  }
  .swatch {
    display: inline-block;
    width: 44px;
    height: 24px;
    border: 1px solid color-mix(in srgb, currentcolor 40%, transparent);
    border-radius: 4px;
  }
  details > p {
    margin: 0 0 12px;
  }
  details .panes {
    margin-block-end: 24px;
  }
  summary {
    min-height: 44px;
    padding: 8px 0;
    font-weight: 600;
    cursor: pointer;
  }
`;
