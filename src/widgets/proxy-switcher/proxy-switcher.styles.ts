import { css } from 'lit';

/** The room that the bar takes from the first moment on, so that nothing below it jumps. */
export const styles = css`
  :host {
    --_bar: calc(var(--_control) + var(--_s3));
    min-height: var(--_bar);
    margin-bottom: var(--_s4);
    overflow-wrap: anywhere;
  }
  .pw-skeleton > svg {
    margin: 0;
  }
  .bar {
    display: flex;
    gap: var(--_s3);
    align-items: center;
    width: 100%;
    min-height: var(--_bar);
    padding: var(--_s1) var(--_s4);
    border: 1px solid var(--_card-border);
    border-radius: var(--_card-radius);
    background: var(--_raised);
    color: inherit;
    font-weight: 400;
    line-height: 1.25;
    list-style: none;
  }
  .bar::-webkit-details-marker {
    display: none;
  }
  .bar:hover {
    background: var(--_accent-tint);
  }
  .bar strong,
  .bar .pw-muted,
  .record span {
    display: block;
  }
  .bar .pw-muted,
  .record span {
    font-size: 0.875em;
  }
  .bar .who {
    flex: 1;
    min-width: 0;
  }
  .bar .switch {
    display: flex;
    flex: none;
    gap: var(--_s1);
    align-items: center;
    color: var(--_link);
    font-weight: 600;
  }
  .whose[open] > .bar .switch > .pw-icon {
    rotate: 180deg;
  }
  .other > .bar {
    border: 2px solid var(--_warning);
    background: color-mix(in srgb, var(--_warning) 12%, transparent);
  }
  .other .who .pw-muted,
  .other > .bar > .pw-icon {
    color: var(--_warning);
  }
  .choices {
    margin-top: var(--_s2);
    padding: var(--_s2) var(--_s4);
    border: 1px solid var(--_card-border);
    border-radius: var(--_card-radius);
  }
  .records {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: var(--_s2);
    margin: var(--_s2) 0;
    padding: 0;
    list-style: none;
  }
  .record {
    display: flex;
    gap: var(--_s3);
    align-items: center;
    width: 100%;
    height: 100%;
    min-height: var(--_bar);
    padding: var(--_s1) var(--_s4);
    line-height: 1.25;
    text-align: start;
  }
  .record span {
    color: var(--_muted);
    font-weight: 400;
  }
  .record[aria-current] {
    border: 2px solid var(--_accent);
    background: var(--_accent-tint);
    color: inherit;
    cursor: default;
  }
  .record[aria-current] > .pw-icon {
    margin-inline-start: auto;
  }
  @media (width >= 600px) {
    .whose > .bar {
      width: fit-content;
      min-width: min(100%, 20em);
    }
  }
  @media print {
    .choices,
    .switch {
      display: none;
    }
  }
`;
