import { Task } from '@lit/task';
import { css, html, nothing } from 'lit';
import { searchNotifications } from '../../contract/generated/notifications.js';
import type { Notification } from '../../contract/account/notifications.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { adoptStyles } from '../../ui/styles/adopt-styles.js';
import { lightStyles } from '../../ui/styles/base-styles.js';
import { failureNote } from '../../ui/failure-note.js';
import { faqLink } from '../../ui/format.js';
import { loading } from '../../ui/lazy-part.js';
import { accountOf } from './account-of.js';
import type { SectionHost, SectionPage } from './section.js';

/** How many e-mails are asked for: enough to see whether any were sent of late. */
const limit = 10;

/** The e-mails that the portal has sent of late, for when none arrive. What they say shows nowhere. */
export class SentEmails {
  readonly #emails;

  constructor({ element, session }: SectionHost) {
    adoptStyles(element, lightStyles(element.localName, styles));
    this.#emails = new Task(element, {
      args: () => [session.context?.client, accountOf(session)] as const,
      task: async ([client, account], { signal }) =>
        client && account !== undefined
          ? client.call(searchNotifications, { body: { limit } }, { signal })
          : undefined,
    });
  }

  render({ context }: SectionPage): unknown {
    return this.#emails.render({
      pending: loading,
      error: (error) => failureNote(error, () => void this.#emails.run()),
      complete: (answer) => (answer ? listView(answer.notifications, context) : nothing),
    });
  }
}

const listView = (emails: readonly Notification[], context: PortalContext) => {
  const { policy, locale, faqHref } = context;
  const href = faqLink(faqHref, 'notifications.new-information');
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: policy.timeZone,
  });
  return html`
    ${
      emails.length === 0
        ? html`<p>${msg('We haven’t emailed you yet.')}</p>`
        : html`
            <p>${msg('Our latest emails to you:')}</p>
            <ul class="pw-emails">
              ${emails.map(
                ({ sentAt, subject, to }) => html`
                  <li>
                    <strong>${subject}</strong>
                    <span class="pw-muted">${moment.format(new Date(sentAt))} · ${to}</span>
                  </li>
                `,
              )}
            </ul>
          `
    }
    <p>${msg('If one didn’t arrive, check your spam folder and the address above.')}</p>
    ${href ? html`<p><a href=${href}>${msg('More about our emails')}</a></p>` : nothing}
  `;
};

const styles = css`
  .pw-emails {
    padding-inline-start: var(--_s4);
  }
  .pw-emails li {
    margin-bottom: var(--_s2);
    overflow-wrap: anywhere;
  }
  .pw-emails .pw-muted {
    display: block;
  }
`;
