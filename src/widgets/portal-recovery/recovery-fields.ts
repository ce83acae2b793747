import { passwordLength } from '../../contract/account/credentials.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { FieldLimits } from '../../ui/form/form-problems.js';
import { capitalized, localized } from '../../ui/words/policy-words.js';
import { birthDateField } from '../../forms/birth-date.js';
import type { Fields } from '../../forms/form-controller.js';
import type { NewPassword } from '../../forms/new-password.js';

/** By what the hospital knows somebody who has forgotten the username. */
export const identityFields = (id: string, context: PortalContext): Fields => ({
  '/body/email': {
    id: `${id}-email`,
    name: 'email',
    label: msg('Email address'),
    type: 'email',
    hint: msg('The email address on your account'),
    autocomplete: 'email',
    literal: true,
    required: true,
    missing: msg('Enter your email address'),
  },
  '/body/birthDate': birthDateField(
    {
      id: `${id}-birth-date`,
      name: 'birth-date',
      label: msg('Date of birth'),
      autocomplete: 'bday',
      required: true,
      missing: msg('Enter your date of birth'),
    },
    context,
  ),
});

/** Whose password is forgotten. */
export const usernameFields = (id: string, { policy, locale }: PortalContext): Fields => ({
  '/body/username': {
    id: `${id}-username`,
    name: 'username',
    label: capitalized(localized(policy.terms.username, locale)),
    autocomplete: 'username',
    literal: true,
    required: true,
    missing: msg(str`Enter your ${localized(policy.terms.username, locale)}`),
  },
});

/**
 * What a link asks for.
 * @param question to be answered first (`password.reset-question`); null: none
 */
export const newPasswordFields = (
  id: string,
  question: string | null,
  password: NewPassword,
): Fields => ({
  ...(question !== null && {
    '/body/securityAnswer': {
      id: `${id}-answer`,
      name: 'answer',
      label: msg('Answer to your question'),
      hint: question,
      autocomplete: 'off',
      required: true,
      missing: msg('Enter the answer to your question'),
    },
  }),
  '/body/password': password.field(`${id}-new-password`, msg('New password')),
});

/** For words about what is too short or too long. */
export const limits: Readonly<Record<string, FieldLimits>> = { '/body/password': passwordLength };
