import { html } from '@open-wc/testing';
import type { Backend } from '../../../mocks/backend.js';
import type { ThreadRecord } from '../../../mocks/db/records/index.js';
import '../../../src/widgets/secure-inbox/define.js';
import type { SecureInbox } from '../../../src/widgets/secure-inbox/secure-inbox.js';
import { keptDrafts } from './kept-drafts.js';
import { mount, type MountOptions, type Stage } from './mount.js';
import { reads } from './reads.js';

export type InboxStage = Stage<SecureInbox>;

/** Mounts an inbox as wide as a tablet, where list and thread show one at a time, and waits until its list is there. */
export const mountInbox = async (
  options: MountOptions = {},
  template = html`<secure-inbox></secure-inbox>`,
): Promise<InboxStage> => {
  const stage = await mount<SecureInbox>(template, { signedInAs: 'rosa.delgado', ...options });
  stage.widget.style.width = '700px';
  await reads(stage.widget, /Showing \d+ of|Nobody has written/);
  return stage;
};

/** Everything that the widget's page holds, shown or not, and what is typed into it. */
export const everythingIn = ({ shadowRoot }: Element): string => {
  const fields = shadowRoot?.querySelectorAll<HTMLInputElement>('input, textarea, select') ?? [];
  return `${shadowRoot?.innerHTML ?? ''} ${[...fields].map(({ value }) => value).join(' ')}`;
};

/** The threads of this title that the backend has. */
export const threadsTitled = ({ db }: Backend, title: string): ThreadRecord[] =>
  [...db.tables.threads.values()].filter((thread) => thread.title === title);

/** The bodies of the requests to an address that ends like this, in order. */
export const sentTo = ({ requests }: InboxStage, ending: string): Record<string, unknown>[] =>
  requests
    .filter(({ url, method }) => url.endsWith(ending) && method !== 'GET')
    .map(({ body }) => JSON.parse(body) as Record<string, unknown>);

/** How often something was asked for by GET. */
export const askedFor = ({ requests }: InboxStage, ending: string): number =>
  requests.filter(({ url, method }) => url.endsWith(ending) && method === 'GET').length;

export const drafts = ({ backend }: InboxStage) => keptDrafts(backend);
export const files = ({ backend }: InboxStage) => [...backend.db.tables.attachments.values()];

export const messagesSent = (stage: InboxStage) => sentTo(stage, '/threads');
