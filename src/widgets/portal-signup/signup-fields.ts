import { usernameLength, passwordLength } from '../../contract/account/credentials.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { FieldLimits } from '../../ui/form/form-problems.js';
import { capitalized, localized } from '../../ui/words/policy-words.js';
import { birthDateField } from '../../forms/birth-date.js';
import type { Fields } from '../../forms/form-controller.js';
import type { NewPassword } from '../../forms/new-password.js';

/** What somebody proves with that the code is theirs. */
export interface TypedProof {
  readonly code: string;
  /** RFC 3339 full-date. */
  readonly birthDate: string;
}

/** What may be shown again of the second step, by the names of its fields: no secrets. */
export type TypedAccount = ReadonlyMap<string, string>;

/** @param widget in which the second step shows */
export const typedAccountOf = (widget: HTMLElement): TypedAccount =>
  new Map(
    ['username', 'email', 'email-again', 'question'].map((name) => [
      name,
      widget.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? '',
    ]),
  );

/**
 * The first step: the code from a visit, and the date of birth.
 * @param typed what stood there before, for whoever comes back to it
 */
export const proofFields = (
  id: string,
  context: PortalContext,
  typed: TypedProof | undefined,
): Fields => ({
  '/body/code': {
    id: `${id}-code`,
    name: 'code',
    label: capitalized(localized(context.policy.terms.activationCode, context.locale)),
    hint: msg('Looks like 7KQ4M-XW2RD-9HTFB. Capital letters and dashes don’t matter.'),
    value: typed?.code ?? '',
    autocomplete: 'off',
    literal: true,
    required: true,
    missing: msg(str`Enter your ${localized(context.policy.terms.activationCode, context.locale)}`),
  },
  '/body/birthDate': birthDateField(
    {
      id: `${id}-birth-date`,
      name: 'birth-date',
      label: msg('Date of birth'),
      value: typed?.birthDate ?? '',
      autocomplete: 'bday',
      required: true,
      missing: msg('Enter your date of birth'),
    },
    context,
  ),
});

/**
 * The second step: what somebody chooses (`signup.own-credentials`), and what this hospital asks for
 * besides.
 * @param typed what stood there before, for whoever comes back to it
 */
export const accountFields = (
  id: string,
  { policy, locale }: PortalContext,
  password: NewPassword,
  typed: TypedAccount | undefined,
): Fields => {
  const { emailRequired, securityQuestion } = policy.signup;
  return {
    '/body/username': {
      id: `${id}-username`,
      name: 'username',
      label: capitalized(localized(policy.terms.username, locale)),
      hint: msg(str`Use at least ${usernameLength.least} characters and no spaces.`),
      value: typed?.get('username') ?? '',
      autocomplete: 'username',
      literal: true,
      required: true,
      missing: msg(str`Choose a ${localized(policy.terms.username, locale)}`),
    },
    '/body/password': password.field(`${id}-password`, msg('Password')),
    '/body/email': {
      id: `${id}-email`,
      name: 'email',
      label: emailRequired ? msg('Email address') : msg('Email address (optional)'),
      type: 'email',
      hint: msg('We email you when there’s something new. We never sell your address.'),
      value: typed?.get('email') ?? '',
      autocomplete: 'email',
      literal: true,
      required: emailRequired,
      missing: msg('Enter your email address'),
    },
    ...(policy.email.enteredTwice && {
      '/body/emailAgain': {
        id: `${id}-email-again`,
        name: 'email-again',
        label: msg('Confirm email address'),
        type: 'email',
        value: typed?.get('email-again') ?? '',
        autocomplete: 'email',
        literal: true,
        required: emailRequired,
        missing: msg('Enter your email address again'),
      },
    }),
    ...(securityQuestion && {
      '/body/securityQuestion/question': {
        id: `${id}-question`,
        name: 'question',
        label: msg('Security question'),
        hint: msg('A question only you can answer. We’ll ask it if you forget your password.'),
        value: typed?.get('question') ?? '',
        autocomplete: 'off',
        required: true,
        missing: msg('Write a question that only you can answer'),
      },
      '/body/securityQuestion/answer': {
        id: `${id}-answer`,
        name: 'answer',
        label: msg('Answer to your question'),
        autocomplete: 'off',
        required: true,
        missing: msg('Enter the answer to your question'),
      },
    }),
  };
};

/** For words about what is too short or too long. */
export const limits: Readonly<Record<string, FieldLimits>> = {
  '/body/username': usernameLength,
  '/body/password': passwordLength,
};
