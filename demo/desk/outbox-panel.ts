import { html, nothing } from 'lit';
import { readPages, type Panel } from './panel.js';

/** Every e-mail that the portal has sent, with the links in it. */
export const outboxPanel: Panel<null> = {
  heading: 'Outbox',
  async read({ client, pages, showMore, time }) {
    const list = await readPages(pages, (cursor) =>
      client.call('readOutbox', { body: { cursor, limit: 5 } }),
    );
    const [{ total }] = list;
    const emails = list.flatMap((page) => page.emails);
    return html`<p>E-mails sent: ${total}</p>
      ${emails.map(
        ({ to, subject, text, sentAt }) =>
          html`<article class="email">
            <h4>${subject}</h4>
            <p>To ${to}, ${time(sentAt)}</p>
            <p class="letter">${text}</p>
          </article>`,
      )}
      ${
        emails.length < total
          ? html`<button type="button" @click=${showMore}>Show earlier emails</button>`
          : nothing
      }`;
  },
};
