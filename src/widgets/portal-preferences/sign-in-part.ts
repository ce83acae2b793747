import { html, type LitElement } from 'lit';
import { RefusedError } from '../../client/portal-errors.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import type { Field } from '../../ui/form/field.js';
import { formatDate } from '../../ui/format.js';
import { lockWarning } from '../../ui/refusals/account-refusals.js';
import type { Fields, FormController, ReadTyped } from '../../forms/form-controller.js';

/** What a part is made with. */
export interface PartHost {
  readonly element: LitElement;
  readonly session: SessionController;
  /** Begins the ids of all that it renders. */
  readonly id: string;
  /** Page for a forgotten password; undefined: the host has named none. */
  readonly recoveryHref: () => string | undefined;
}

/** What a part is rendered with. */
export interface PartPage {
  readonly context: PortalContext;
  readonly headingLevel: number;
}

/** The current password, with the tries that are left after a wrong one (`password.change`, `login.lockout`). */
export const currentPasswordField = (id: string, { error }: FormController): Field => ({
  id: `${id}-current-password`,
  name: 'current-password',
  label: msg('Current password'),
  type: 'password',
  hint: error instanceof RefusedError ? lockWarning(error.attemptsLeft) : '',
  autocomplete: 'current-password',
  literal: true,
  required: true,
  missing: msg('Enter your current password'),
});

/**
 * The same at the end of a form, where the policy has it asked for before that is changed by which a new
 * password can be got.
 */
export const confirmingField = (
  id: string,
  form: FormController,
  { policy }: PortalContext,
): Fields => {
  if (!policy.password.reauthenticate) return {};
  const field = currentPasswordField(id, form);
  return { [confirming]: { ...field, label: msg('Your password, to confirm') } };
};

const confirming = '/body/currentPassword';

/** What was typed there, as requests have it. */
export const confirmedBy = (typed: ReadTyped) => ({ currentPassword: typed(confirming) || null });

/** What somebody calls an app or a passkey. */
export const nameField = (id: string, value: string): Field => ({
  id: `${id}-name`,
  name: 'name',
  label: msg('Name'),
  hint: msg('So you can tell it apart later'),
  value,
  autocomplete: 'off',
  required: true,
  missing: msg('Enter a name'),
});

/** What is sent already cannot be called off. */
export const cancelButton = (form: FormController, onCancel: () => void) =>
  html`<button
    type="button"
    aria-disabled=${String(form.busy)}
    @click=${() => {
      if (!form.busy) onCancel();
    }}
  >
    ${msg('Cancel')}
  </button>`;

/** A day in the portal's time zone. */
export const dayOf = (instant: string, { locale, policy }: PortalContext): string =>
  formatDate(instant, locale, policy.timeZone);
