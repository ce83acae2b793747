import { css } from 'lit';

export const styles = css`
  form {
    position: relative;
    max-width: var(--_measure);
  }
  input {
    padding-inline-start: calc(2 * var(--_s5));
  }
  /* A magnifying glass. */
  form::before,
  form::after {
    position: absolute;
    inset: auto auto 18px 16px;
    width: 11px;
    height: 11px;
    border: 2px solid var(--_muted);
    border-radius: 50%;
    content: '';
    pointer-events: none;
  }
  form::after {
    inset: auto auto 16px 27px;
    width: 0;
    height: 7px;
    border-width: 0 0 0 2px;
    border-radius: 0;
    transform: rotate(-45deg);
  }
  [part='count'] {
    min-height: 1.5em;
    margin: var(--_s1) 0;
    color: var(--_muted);
  }
  .topics {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2) var(--_s1);
    margin-bottom: var(--_s5);
  }
  .topics button {
    padding-inline: var(--_s3);
    border-color: var(--_card-border);
    border-radius: 22px;
    font-weight: 400;
  }
  [aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .away {
    height: 0;
    content-visibility: hidden;
  }
  @supports not (content-visibility: hidden) {
    .away {
      display: none;
    }
  }
  section {
    margin-bottom: var(--_s6);
    content-visibility: auto;
    contain-intrinsic-size: auto 400px;
  }
  details {
    border: solid var(--_card-border);
    border-width: 1px 1px 0;
    overflow: clip;
    scroll-margin-top: var(--_s4);
  }
  :not(details) + details {
    border-radius: var(--_card-radius) var(--_card-radius) 0 0;
  }
  details:last-of-type {
    margin-bottom: var(--_s4);
    border-bottom-width: 1px;
    border-end-start-radius: var(--_card-radius);
    border-end-end-radius: var(--_card-radius);
  }
  summary {
    display: flex;
    gap: var(--_s3);
    align-items: center;
    min-height: var(--_control);
    padding: var(--_s3) var(--_s4);
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }
  summary:focus-visible {
    outline-offset: -3px;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    flex: none;
    width: 8px;
    height: 8px;
    border: solid var(--_link);
    border-width: 0 2px 2px 0;
    content: '';
    transform: rotate(45deg);
  }
  details[open] > summary::after {
    transform: translateY(4px) rotate(225deg);
  }
  summary:hover {
    background: var(--_accent-tint);
  }
  .words {
    flex: 1;
    min-width: 0;
  }
  .topic,
  .excerpt {
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  details[open] .excerpt {
    display: none;
  }
  mark {
    background: light-dark(#fff0b3, #5c4a00);
    color: inherit;
  }
  [part='answer'] {
    max-width: var(--_measure);
    padding: var(--_s2) var(--_s4);
  }
  :is(ol, ul) {
    margin: 0 0 var(--_s3);
    padding-inline-start: var(--_s5);
  }
  li {
    margin-bottom: var(--_s1);
  }
  [part='help'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s2);
    align-items: center;
    margin: 0;
    color: var(--_muted);
    font-size: 0.875em;
  }
  [part='help'] > :is(a, button) {
    padding: 0;
    border: 0;
    background: none;
    line-height: var(--_control);
    font-weight: 600;
    text-decoration: underline;
  }
  @media (forced-colors: active) {
    [aria-pressed='true'] {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    mark {
      background: Mark;
      color: MarkText;
    }
  }
  @media print {
    form,
    .topics,
    [part='count'],
    [part='help'],
    .excerpt,
    summary::after {
      display: none;
    }
    section {
      content-visibility: visible;
    }
    details::details-content {
      height: auto;
      content-visibility: visible;
    }
  }
`;
