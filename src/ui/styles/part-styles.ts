import { css } from 'lit';

/** Roles that the first form needs nothing of; see `tokens`. In a shadow root `partStyles` has them. */
export const partTokens = css`
  --_success: var(--portal-color-success, light-dark(#17693a, #7fd6a1));
  --_warning: var(--portal-color-warning, light-dark(#7a4a00, #ffc66b));
  --_emergency: var(--portal-color-emergency, #a3121f);
  --_on-emergency: var(--portal-color-on-emergency, #fff);
  --_sunken: var(--portal-color-surface-sunken, color-mix(in srgb, currentcolor 9%, transparent));
  --_shadow: var(--portal-shadow-card, none);
  --_overlay: var(--portal-color-surface-overlay, var(--portal-color-surface, Canvas));
  --_fast: var(--portal-duration-fast, 0.12s);
  --_slow: var(--portal-duration-slow, 1.2s);
`;

/** Notes in the tones that `baseStyles` leaves out. */
export const toneStyles = css`
  .pw-note.pw-success {
    --_tone: var(--_success);
  }
  .pw-note.pw-success::before {
    content: '✓';
    content: '✓' / '';
  }
  .pw-note.pw-warning {
    --_tone: var(--_warning);
  }
  .pw-note.pw-warning::before {
    content: '!';
    content: '!' / '';
  }
  .pw-note.pw-emergency {
    padding-inline-start: var(--_s4);
    border: 2px solid var(--_emergency);
    background: var(--_emergency);
    color: var(--_on-emergency);
  }
  .pw-note.pw-emergency a {
    color: inherit;
  }
  .pw-note.pw-emergency::before {
    content: none;
  }
`;

/** What elements that show a record have besides `baseStyles`: icons, further buttons and notes, cards, rows, chips. */
export const partStyles = css`
  :host {
    ${partTokens}
  }
  .pw-icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.75;
    vertical-align: -0.25em;
  }
  /* A proxy-switcher that says it hides it. */
  .pw-acting-for {
    display: var(--_whose-record, block);
    padding: var(--_s2) var(--_s4);
    border: 1px solid color-mix(in srgb, var(--_warning) 40%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_warning) 12%, transparent);
    overflow-wrap: anywhere;
  }
  @media print {
    .pw-acting-for {
      display: block;
    }
  }
  button.pw-tertiary {
    padding-inline: var(--_s2);
    border-color: transparent;
  }
  button.pw-danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  ${toneStyles}
  /* Cards, one below the other. */
  .pw-cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_s4);
    margin: 0 0 var(--_s4);
    padding: 0;
    list-style: none;
  }
  .pw-card {
    padding: var(--_s4);
    border: 1px solid var(--_card-border);
    border-radius: var(--_card-radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }
  .pw-card > :last-child {
    margin-bottom: 0;
  }
  /* Rows that open something: the button in them fills the row. */
  .pw-rows {
    margin: 0 0 var(--_s4);
    padding: 0;
    border: 1px solid var(--_card-border);
    border-radius: var(--_card-radius);
    list-style: none;
    overflow: clip;
  }
  .pw-rows > li + li {
    border-top: 1px solid var(--_divider);
  }
  .pw-row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--_s3);
    align-items: center;
    width: 100%;
    min-height: 72px;
    padding: var(--_s2) var(--_s4);
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    font-weight: 400;
    text-align: start;
  }
  .pw-row:focus-visible {
    outline-offset: -3px;
  }
  .pw-row strong {
    color: var(--_link);
  }
  .pw-row .pw-muted {
    font-size: 0.875em;
  }
  .pw-chip {
    display: inline-block;
    padding: 0 var(--_s2);
    border: 1px solid color-mix(in srgb, var(--_tone, currentcolor) 40%, transparent);
    border-radius: 99px;
    background: color-mix(in srgb, var(--_tone, currentcolor) 8%, transparent);
    color: var(--_tone, inherit);
    font-size: 0.875em;
    font-weight: 600;
  }
  .pw-chip:is(.pw-danger, .pw-emergency) {
    --_tone: var(--_danger);
  }
  .pw-chip.pw-warning {
    --_tone: var(--_warning);
  }
  .pw-chip.pw-success {
    --_tone: var(--_success);
  }
  .pw-chip.pw-info {
    --_tone: var(--_info);
  }
  summary {
    min-height: var(--_control);
    padding: var(--_s2) 0;
    color: var(--_link);
    font-weight: 600;
    cursor: pointer;
  }
  /* Nothing to show, or not yet. */
  .pw-empty {
    padding: var(--_s6) var(--_s4);
    border: 1px dashed var(--_card-border);
    border-radius: var(--_card-radius);
    text-align: center;
  }
  .pw-empty .pw-icon {
    width: 2em;
    height: 2em;
    color: var(--_muted);
  }
  .pw-empty > * {
    margin-inline: auto;
  }
  .pw-empty > :last-child {
    margin-bottom: 0;
  }
  .pw-skeleton > svg {
    display: block;
    margin: var(--_s3) 0;
    border-radius: var(--_radius);
    background: var(--_sunken);
    animation: pw-breathe var(--_slow) ease-in-out infinite alternate;
  }
  @keyframes pw-breathe {
    to {
      opacity: 0.5;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .pw-skeleton > svg {
      animation: none;
    }
  }
  @media (width < 480px) {
    .pw-buttons > button {
      width: 100%;
    }
  }
`;
