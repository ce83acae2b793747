import { html } from '@open-wc/testing';
import type { Person } from '../../../mocks/db/records/index.js';
import { theo } from '../../../mocks/people/theo/theo.js';
import { mychart } from '../../../src/policy/mychart.js';
import '../../../src/widgets/portal-signup/define.js';
import type { PortalSignup } from '../../../src/widgets/portal-signup/portal-signup.js';
import { proveIt } from '../../../stories/fixtures/steps/newcomer.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';
import { mount, type MountOptions } from './mount.js';
import { byRole } from '../../../stories/fixtures/support/query.js';

export const now = new ManualTimers().now();
export const birthDate = theo(now).patient.birthDate ?? '';

interface Options extends MountOptions {
  readonly person?: (now: number) => Person;
}

export const open = async ({ person = theo, ...options }: Options = {}) => {
  const stage = await mount<PortalSignup>(
    html`<portal-signup recovery-href="/forgot"></portal-signup>`,
    { policy: mychart, faqHref: '/faq', signInHref: '/sign-in', people: [person(now)], ...options },
  );
  const { widget, backend } = stage;
  await eventually(() => byRole(widget, 'button'));
  const accounts = () => [...backend.db.tables.accounts.values()];
  const prove = () => proveIt(widget, birthDate);
  return { ...stage, prove, accounts };
};

export const welcome = (widget: Element) =>
  eventually(() => byRole(widget, 'heading', 'Welcome, Theo Brandt. Your account is ready.'));
