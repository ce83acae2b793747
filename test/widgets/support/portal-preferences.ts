import { html } from '@open-wc/testing';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import '../../../src/widgets/portal-preferences/define.js';
import type { PortalPreferences } from '../../../src/widgets/portal-preferences/portal-preferences.js';
import { openForms } from '../../../stories/fixtures/steps/preferences.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { mount, type MountOptions, type Stage } from './mount.js';
import { byLabel, textOf } from '../../../stories/fixtures/support/query.js';

export const rosa = 'rosa.delgado';

export const open = async (options: MountOptions = {}) => {
  const stage = await mount<PortalPreferences>(html`<portal-preferences></portal-preferences>`, {
    signedInAs: rosa,
    ...options,
  });
  await openForms(stage.widget);
  for (const label of ['Current password', 'ZIP code']) {
    await eventually(() => byLabel(stage.widget, label));
  }
  return stage;
};

export const reads = (widget: Element, words: string | RegExp) =>
  eventually(() => {
    const text = textOf(widget);
    const isThere = typeof words === 'string' ? text.includes(words) : words.test(text);
    if (!isThere) throw new Error(`"${String(words)}" cannot be read in: ${text}`);
  });

type Backend = Pick<Stage<PortalPreferences>, 'backend'>;

export const accountOfRosa = ({ backend }: Backend) =>
  [...backend.db.tables.accounts.values()].find(({ username }) => username === rosa);
export const contactOfRosa = ({ backend }: Backend) =>
  [...backend.db.tables.patients.values()].find(({ givenName }) => givenName === 'Rosa')?.contact;

/** What stands in every field, by label. */
export const valuesIn = (widget: Element): Record<string, string> =>
  Object.fromEntries(
    [...widget.querySelectorAll('input')].map(({ labels, value }) => [
      labels?.[0]?.textContent ?? '',
      value,
    ]),
  );

export const signIn = ({ session }: Stage<PortalPreferences>, username: string) =>
  session.context?.store.dispatch({ type: 'sign-in', username, password: demoPassword });

export const savePhone = 'Save my address and phone';
