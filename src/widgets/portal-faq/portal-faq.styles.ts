import { css } from 'lit';

export const styles = css`
  form {
    max-width: 34em;
    margin-bottom: 0.5em;
  }
  [part='count'] {
    min-height: 1.5em;
    margin: 0 0 0.5em;
    color: var(--_muted);
  }
  .topics {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-bottom: 1.5em;
  }
  .topics button {
    padding: 0.25em 0.9em;
    border-radius: 22px;
    font-weight: 500;
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
    margin-bottom: 2em;
    content-visibility: auto;
    contain-intrinsic-size: auto 400px;
  }
  details {
    max-width: 46em;
    border-top: 1px solid var(--_divider);
    scroll-margin-top: 1em;
  }
  details:last-of-type {
    border-bottom: 1px solid var(--_divider);
  }
  summary {
    display: flex;
    gap: 0.75em;
    align-items: baseline;
    min-height: 44px;
    padding: 0.7em 0.25em;
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    flex: none;
    width: 0.55em;
    height: 0.55em;
    border: solid var(--_accent);
    border-width: 0 2px 2px 0;
    content: '';
    transform: rotate(-45deg);
  }
  details[open] > summary::before {
    transform: translateY(-0.1em) rotate(45deg);
  }
  summary:hover .words {
    text-decoration: underline;
  }
  .words {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .topic,
  .excerpt {
    display: block;
    color: var(--_muted);
    font-size: 0.9em;
    font-weight: 400;
  }
  .topic {
    display: inline-block;
    margin-inline-start: 0.5em;
  }
  .topic::before {
    content: '· ';
    content: '· ' / '';
  }
  details[open] .excerpt {
    display: none;
  }
  mark {
    border-radius: 2px;
    background: light-dark(#fff0b3, #5c4a00);
    color: inherit;
  }
  [part='answer'] {
    padding: 0 0.25em 0.75em 1.55em;
    overflow-wrap: anywhere;
  }
  :is(ol, ul) {
    margin: 0 0 0.75em;
    padding-inline-start: 1.5em;
  }
  li {
    margin-bottom: 0.35em;
  }
  [part='help'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    margin: 0;
  }
  [part='help'] > span {
    color: var(--_muted);
  }
  [part='help'] :is(a, button) {
    min-height: 44px;
    padding: 0.6em 0;
    border: 0;
    background: none;
    font-weight: 600;
    text-decoration: underline;
  }
  [part='help'] [role='status'] a {
    display: inline-block;
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
    summary::before {
      display: none;
    }
    section {
      content-visibility: visible;
    }
    details::details-content {
      height: auto;
      content-visibility: visible;
    }
    details {
      break-inside: avoid;
    }
  }
`;
