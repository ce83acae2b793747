import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .pw-line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: start;
    justify-content: space-between;
    margin-bottom: 0.75em;
  }
  .pw-line > :is(h2, h3, h4) {
    margin: 0.4em 0 0;
  }
  details,
  #more {
    margin-bottom: 1em;
  }
  summary {
    padding: 0.6em 0;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  .folders {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
    margin: 0 0 0.75em;
    padding: 0;
    border-bottom: 1px solid var(--_divider);
    list-style: none;
  }
  .folders button {
    padding-inline: 0.75em;
    border-color: transparent;
    border-bottom: 3px solid transparent;
    border-radius: var(--_radius) var(--_radius) 0 0;
    background: none;
    color: inherit;
  }
  .folders button[aria-current] {
    border-bottom-color: var(--_accent);
    color: var(--_accent);
  }
  .badge {
    display: inline-block;
    min-width: 1.6em;
    padding: 0 0.4em;
    border-radius: 1em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.85em;
    text-align: center;
  }
  .threads {
    margin: 0 0 1em;
    padding: 0;
    list-style: none;
  }
  .thread {
    position: relative;
    padding: 0.6em 0.75em;
    border-bottom: 1px solid var(--_divider);
    border-inline-start: 4px solid transparent;
    content-visibility: auto;
    contain-intrinsic-size: auto 120px;
  }
  .thread:hover {
    background: var(--_raised);
  }
  .thread.unread {
    border-inline-start-color: var(--_accent);
  }
  .thread:has([aria-current]) {
    background: var(--_raised);
  }
  .thread p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: baseline;
    justify-content: space-between;
  }
  .open {
    min-height: 0;
    padding: 0.1em 0;
    border: 0;
    background: none;
    font-weight: 400;
    text-align: start;
    text-decoration: underline;
  }
  .unread .open {
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
  }
  .open:focus-visible::after {
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
  }
  /* Over the button that is the whole line. */
  .above {
    position: relative;
    width: fit-content;
  }
  .thread .above {
    margin-top: 0.5em;
  }
  .new {
    color: var(--_accent);
  }
  .preview {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }
  .late {
    color: var(--_warning);
    font-weight: 600;
  }
  .printed {
    display: none;
  }
  @container (width < 50em) {
    .has-opened > .list {
      display: none;
    }
  }
  @container (width >= 50em) {
    .has-opened {
      display: grid;
      grid-template-columns: minmax(16em, 2fr) 3fr;
      gap: 1.5em;
      align-items: start;
    }
    .has-opened > * {
      min-width: 0;
    }
  }
  @media (forced-colors: active) {
    .folders button[aria-current] {
      border-bottom-color: Highlight;
    }
    .badge {
      border: 1px solid;
    }
  }
  @media print {
    button,
    nav,
    form,
    details,
    .has-opened > .list {
      display: none;
    }
    .printed {
      display: block;
    }
    .has-opened {
      display: block;
    }
  }
`;
