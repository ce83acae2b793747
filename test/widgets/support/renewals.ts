import { html } from '@open-wc/testing';
import '../../../src/widgets/med-renewal/define.js';
import type { MedRenewal } from '../../../src/widgets/med-renewal/med-renewal.js';
import type { Person } from '../../../mocks/db/records/index.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';
import { mount, type MountOptions, type SentRequest, type Stage } from './mount.js';
import { allByRole, byRole } from '../../../stories/fixtures/support/query.js';

export type RenewalStage = Stage<MedRenewal>;

interface Options extends Omit<MountOptions, 'people'> {
  /** Who is there. Default: the made-up people of the demo. */
  readonly people?: readonly ((now: number) => Person)[];
}

/** The widget in Rosa's record, unless told otherwise. */
export const mountRenewal = ({
  people,
  signedInAs = 'rosa.delgado',
  ...options
}: Options = {}): Promise<RenewalStage> => {
  const now = new ManualTimers().now();
  return mount<MedRenewal>(html`<med-renewal></med-renewal>`, {
    signedInAs,
    faqHref: 'faq.html',
    ...(people && { people: people.map((person) => person(now)) }),
    ...options,
  });
};

/** The card of a medication. */
export const cardOf = (widget: Element, name: string): HTMLElement => {
  const card = allByRole(widget, 'listitem').find(
    (item) => allByRole(item, 'heading', name).length > 0,
  );
  if (!card) throw new Error(`There is no medication "${name}".`);
  return card;
};

/** Name and address of each link in a part of the page. */
export const linksIn = (root: Element): [string, string | null][] =>
  allByRole(root, 'link').map((link) => [link.textContent, link.getAttribute('href')]);

/** The renewals that were asked for, as they were sent. */
export const renewalsSent = ({ requests }: { requests: readonly SentRequest[] }) =>
  requests
    .filter(({ url }) => url.endsWith('/renewals'))
    .map(({ body, headers }) => ({
      body: JSON.parse(body) as Record<string, unknown>,
      key: headers.get('Idempotency-Key'),
    }));

export const press = (root: Element, name: string | RegExp): void => {
  byRole(root, 'button', name).click();
};
