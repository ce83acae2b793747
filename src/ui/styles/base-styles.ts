import { css } from 'lit';
import { tokens } from './tokens.js';

/**
 * In shadow roots and, nested under the tag, in the light DOM. Nothing here relies on what browsers do by themselves:
 * resets of a page in the light DOM take bullets, weights, underlines and alignment away.
 */
const parts = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none;
  }
  :is(h2, h3, h4) {
    margin: 0 0 var(--_s3);
    color: var(--portal-heading-color, inherit);
    font-family: var(--portal-heading-font-family, inherit);
    font-size: 1.375em;
    font-weight: var(--portal-heading-weight, 700);
    line-height: 1.25;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 1.125em;
  }
  h4 {
    font-size: 1em;
  }
  :is(h2, h3, h4):focus-visible {
    outline: none;
    box-shadow: none;
  }
  p {
    max-width: var(--_measure);
    margin: 0 0 var(--_s3);
  }
  strong,
  dt {
    font-weight: 600;
  }
  a {
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  a[href^='tel:'] {
    white-space: nowrap;
  }
  :focus-visible {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_on-accent);
  }
  button {
    max-width: 100%;
    min-height: var(--_control);
    padding: var(--_s2) var(--_s4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_link);
    font: inherit;
    font-weight: 600;
    text-align: center;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  button:hover {
    background: var(--_accent-tint);
  }
  button.pw-primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  button.pw-primary:hover {
    filter: brightness(0.9);
  }
  button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: progress;
  }
  .pw-muted {
    color: var(--_muted);
  }
  .pw-note {
    --_tone: var(--_info);
    max-width: var(--_measure);
    margin: 0 0 var(--_s4);
    padding: var(--_s3) var(--_s4) var(--_s3) calc(var(--_s4) + var(--_s6));
    border: 1px solid color-mix(in srgb, var(--_tone) 40%, transparent);
    border-radius: var(--_card-radius);
    background: color-mix(in srgb, var(--_tone) 8%, transparent);
    overflow-wrap: anywhere;
  }
  .pw-note::before {
    content: 'i';
    content: 'i' / '';
    float: inline-start;
    width: 1.5em;
    margin-inline-start: calc(-1 * var(--_s6));
    border-radius: 50%;
    background: var(--_tone);
    color: Canvas;
    font-weight: 700;
    text-align: center;
    forced-color-adjust: none;
  }
  .pw-note.pw-danger::before {
    content: '!';
    content: '!' / '';
  }
  .pw-note.pw-danger {
    --_tone: var(--_danger);
  }
  .pw-note > :last-child {
    margin-bottom: 0;
  }
  .pw-note ul {
    margin: 0;
    padding-inline-start: var(--_s4);
    list-style: disc;
  }
  .pw-visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** What a form needs besides. */
export const fieldStyles = css`
  label {
    display: block;
    margin-bottom: var(--_s1);
    font-weight: 600;
  }
  :is(input, select, textarea) {
    width: 100%;
    min-height: var(--_control);
    padding: var(--_s2) var(--_s3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: max(16px, 1em); /* iOS zooms in on less */
  }
  /* Room for the button that shows what is typed, which comes with the focus. */
  input[autocomplete$='-password'] {
    display: block;
    padding-inline-end: calc(2 * var(--_s5));
  }
  option {
    background: Canvas;
    color: CanvasText;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--_danger);
  }
  .pw-field {
    margin-bottom: var(--_s4);
  }
  .pw-error {
    margin: 0 0 var(--_s1);
    color: var(--_danger);
    font-weight: 600;
  }
`;

const frame = css`
  display: block;
  color: var(--portal-color-text, inherit);
  caret-color: light-dark(#000, #fff); /* tells page-scheme.ts which of both it is */
  font-family: var(--portal-font-family, inherit);
  line-height: 1.5;
  text-align: start;
  text-transform: none; /* a unit in other letters is another unit */
  overflow-wrap: break-word; /* names and addresses of a record may be one long word */
`;

/** For widgets with a shadow root. */
export const baseStyles = css`
  :host {
    ${tokens}
    ${frame}
  }
  :host([hidden]) {
    display: none;
  }
  ${parts}
`;

/** What browsers do by themselves, for pages that take it away. */
const blocks =
  ':where(div, p, h2, h3, h4, form, fieldset, section, ul, ol, dl, dt, dd) { display: block } li { display: list-item }';

/** For a widget whose form stands in the light DOM: the same, under its tag. */
export const lightStyles = (tag: string, own: ReturnType<typeof css>) => `
  ${tag} { ${tokens.cssText} ${frame.cssText} }
  ${tag}[hidden] { display: none }
  ${tag} { ${blocks} ${parts.cssText} ${fieldStyles.cssText} ${own.cssText} }
`;
