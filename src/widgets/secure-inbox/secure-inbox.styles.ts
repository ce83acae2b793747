import { css } from 'lit';

export const styles = css`
  .pw-line {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
    align-items: center;
    justify-content: space-between;
    margin-bottom: var(--_s3);
  }
  .pw-line > :is(h2, h3, h4) {
    margin: 0;
  }
  .folders {
    display: grid;
    grid-template-columns: repeat(4, auto);
    justify-content: start;
    margin: 0 0 var(--_s3);
    padding: 0;
    border-bottom: 1px solid var(--_divider);
    list-style: none;
  }
  .folders button {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s2);
    align-items: center;
    justify-content: center;
    width: 100%;
    height: 100%;
    padding: var(--_s2) var(--_s3);
    border: 0;
    border-radius: var(--_radius) var(--_radius) 0 0;
    background: none;
    color: var(--_muted);
    overflow-wrap: normal;
  }
  .folders button > span {
    white-space: nowrap;
  }
  .folders button[aria-current] {
    border-bottom: var(--_ring) solid;
    color: var(--_accent);
  }
  .badge {
    display: inline-block;
    min-width: 1.6em;
    padding: 0 var(--_s1);
    border: 1px solid transparent; /* seen in forced colors */
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.875em;
    text-align: center;
  }
  [part='search'] {
    margin-bottom: var(--_s2);
  }
  [part='search'] > summary {
    display: flex;
    gap: var(--_s2);
    align-items: center;
    max-width: 28em;
    padding: var(--_s2) var(--_s3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_muted);
    font-weight: 400;
    list-style: none;
  }
  [part='search'] > summary::-webkit-details-marker {
    display: none;
  }
  [part='search'][open] > summary {
    border-color: transparent;
    color: var(--_link);
  }
  [part='count'] > p {
    margin-bottom: var(--_s1);
    color: var(--_muted);
    font-size: 0.875em;
  }
  #done:empty {
    margin: 0;
  }
  .thread {
    position: relative;
    padding: var(--_s2) var(--_s4) var(--_s2) var(--_s5);
    content-visibility: auto;
    contain-intrinsic-size: auto 66px;
  }
  .thread:hover,
  .thread:has([aria-current]) {
    background: var(--_accent-tint);
  }
  .thread p {
    max-width: none;
    margin: 0;
  }
  /* Seen above the button, which is pressed through it. */
  .line {
    position: relative;
    display: flex;
    gap: var(--_s3);
    align-items: center;
    justify-content: space-between;
    font-size: 0.875em;
    pointer-events: none;
  }
  .preview {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .day,
  .line > .pw-chip {
    flex: none;
    font-size: 1em;
  }
  .open {
    width: 100%;
    min-height: 0;
    margin-bottom: calc(-2 * var(--_s5)); /* as high as a finger, under the lines that follow */
    padding: 0 0 calc(2 * var(--_s5));
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    text-align: start;
  }
  .open:hover {
    background: none;
  }
  .unread .open {
    color: var(--_link);
    font-weight: 700;
  }
  /* Drawn as borders, which forced colors keep. */
  .unread::before {
    position: absolute;
    inset-block-start: calc(var(--_s4) + 1px);
    inset-inline-start: var(--_s2);
    border: var(--_s1) solid var(--_accent);
    border-radius: 50%;
    content: '';
  }
  .thread:has([aria-current])::after {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-inline-start: var(--_s1) solid var(--_accent);
    content: '';
  }
  .thread:has([aria-current]) .open {
    font-weight: 700;
  }
  /* The whole line can be pressed. */
  .open::after {
    position: absolute;
    inset: 0;
    content: '';
  }
  .open:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .open:focus-visible::after {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: -3px;
  }
  .printed {
    display: none;
  }
  @media (width < 480px) {
    .folders {
      grid-template-columns: repeat(4, 1fr);
    }
    .folders button {
      flex-direction: column;
      padding-inline: 0;
      font-size: 0.875em;
    }
    .badge {
      font-size: 1em;
    }
    [part='write'] {
      padding-inline: var(--_s3);
    }
    [part='write'] > .pw-icon {
      display: none;
    }
  }
  @media print {
    button,
    nav,
    form,
    details {
      display: none;
    }
    .printed {
      display: block;
    }
  }
`;
