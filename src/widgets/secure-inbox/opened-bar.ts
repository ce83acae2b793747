import { css, html, nothing } from 'lit';
import { msg } from '../../locales/localize.js';
import { chevronLeft, print } from '../../ui/generated/icons.js';
import { iconView } from '../../ui/icon.js';
import type { Inbox } from './inbox.js';

/** List and what is open: beside each other where there is room, or one at a time. */
export const openedStyles = css`
  @media screen {
    .narrow ~ .has-opened .list {
      display: none;
    }
    .wide ~ .has-opened > .panes {
      display: grid;
      grid-template-columns: minmax(18em, 2fr) 3fr;
      gap: var(--_s5);
      align-items: start;
    }
    .panes > * {
      min-width: 0;
    }
    .wide ~ .has-opened .opened {
      padding-inline-start: var(--_s5);
      border-inline-start: 1px solid var(--_divider);
    }
    .wide ~ .has-opened [part='back'] {
      display: none;
    }
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s3);
    justify-content: space-between;
    margin-inline-start: calc(-1 * var(--_s2));
  }
  @media print {
    .has-opened .list {
      display: none;
    }
    .panes {
      display: block;
    }
    .opened {
      padding: 0;
      border: 0;
    }
  }
`;

/** The way back to the list, and what can be done with what is open. */
export const openedBar = ({ reader, print: onPrint }: Inbox) => html`
  <div class="bar">
    <button
      class="pw-tertiary"
      part="back"
      type="button"
      @click=${() => {
        reader.close();
      }}
    >
      ${iconView(chevronLeft)} ${msg('Back to messages')}
    </button>
    ${
      reader.opened?.view === 'thread'
        ? html`<button class="pw-tertiary" part="print" type="button" @click=${onPrint}>
            ${iconView(print)} ${msg('Print')}
          </button>`
        : nothing
    }
  </div>
`;
