/**
 * Parts of pages that only need Lit: views, styles, the words of refusals. What comes in is told everything that it
 * shows; it asks nobody.
 */
import { css } from 'lit';

/**
 * What every widget looks like, in shadow roots and, nested under the tag, in the light DOM. Hosts
 * set the `--portal-*` properties; dark colours follow the page's `color-scheme`. Sizes are in `em`
 * and `px`, never `rem`: hosts set the root's font size as they like.
 */
export const tokens = css`
  --_accent: var(--portal-color-accent, light-dark(#0b5b8f, #8cc8f5));
  --_on-accent: var(--portal-color-on-accent, light-dark(#fff, #06263b));
  --_text: var(--portal-color-text, light-dark(#1c2429, #eef2f4));
  --_muted: var(--portal-color-muted, light-dark(#4c5a63, #b4c0c7));
  --_surface: var(--portal-color-surface, light-dark(#fff, #192126));
  --_raised: var(--portal-color-raised, light-dark(#f2f6f8, #242f36));
  --_line: var(--portal-color-line, light-dark(#7b8a94, #82929c));
  --_danger: var(--portal-color-danger, light-dark(#a81616, #ffaba4));
  --_warning: var(--portal-color-warning, light-dark(#7a4a00, #ffc66b));
  --_focus: var(--portal-color-focus, light-dark(#0a3d62, #ffe08a));
  --_radius: var(--portal-radius, 6px);
  --_font: var(--portal-font-family, inherit);
`;

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
    margin: 0 0 0.5em;
    color: inherit;
    font-size: 1.25em;
    line-height: 1.25;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 1.1em;
  }
  h4 {
    font-size: 1em;
  }
  p {
    margin: 0 0 0.75em;
  }
  a {
    color: var(--_accent);
  }
  a[href^='tel:'] {
    white-space: nowrap;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  button {
    max-width: 100%;
    min-height: 44px;
    padding: 0.5em 1em;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  button.pw-primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: progress;
  }
  .pw-acting-for {
    padding: 0.5em 1em;
    border: 2px solid var(--_warning);
    border-inline-start-width: 10px;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_warning) 10%, var(--_surface));
    overflow-wrap: anywhere;
  }
  .pw-muted {
    color: var(--_muted);
  }
  .pw-note {
    margin: 0 0 1em;
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-inline-start: 6px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_raised);
    overflow-wrap: anywhere;
  }
  .pw-note.pw-danger {
    border-inline-start-color: var(--_danger);
  }
  .pw-note > :last-child {
    margin-bottom: 0;
  }
  .pw-note ul {
    padding-inline-start: 1.25em;
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
    margin-bottom: 0.25em;
    font-weight: 600;
  }
  :is(input, select, textarea) {
    width: 100%;
    min-height: 44px;
    padding: 0.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--_danger);
  }
  .pw-error {
    margin: 0 0 0.25em;
    color: var(--_danger);
    font-weight: 600;
  }
`;

const frame = css`
  display: block;
  color: var(--_text);
  font-family: var(--_font);
  line-height: 1.5;
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

/** For a widget whose form stands in the light DOM: the same, under its tag. */
export const lightStyles = (tag: string, own: ReturnType<typeof css>) => `
  ${tag} { ${tokens.cssText} ${frame.cssText} }
  ${tag}[hidden] { display: none }
  ${tag} { ${parts.cssText} ${fieldStyles.cssText} ${own.cssText} }
`;
