import { usernameLength, passwordLength } from '../../contract/credentials.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { Field } from '../../ui/field.js';
import type { FieldLimits } from '../../ui/form-problems.js';
import { capitalized, localized } from '../../ui/format.js';

/** The fields of a step in reading order, by the JSON Pointer of what the request calls them. */
export type Fields = Readonly<Record<string, Field>>;

/** What somebody proves with: the code that they were given at a visit, and the date of birth. */
export const codeFields = (id: string, { policy, locale }: PortalContext): Fields => ({
  '/body/code': {
    id: `${id}-code`,
    name: 'code',
    label: capitalized(localized(policy.terms.activationCode, locale)),
    hint: msg(
      'It looks like this: 7KQ4M-XW2RD-9HTFB. Capital or small letters, with or without dashes.',
    ),
    autocomplete: 'off',
    literal: true,
    required: true,
  },
  '/body/birthDate': {
    id: `${id}-birth-date`,
    name: 'birth-date',
    label: msg('Date of birth'),
    type: 'date',
    autocomplete: 'bday',
    required: true,
  },
});

/**
 * What somebody chooses (`signup.own-credentials`), and what this hospital asks for besides.
 * @param typed characters of the password so far
 */
export const accountFields = (
  id: string,
  { policy, locale }: PortalContext,
  typed: number,
): Fields => {
  const { emailRequired, securityQuestion } = policy.signup;
  return {
    '/body/username': {
      id: `${id}-username`,
      name: 'username',
      label: capitalized(localized(policy.terms.username, locale)),
      hint: msg(
        str`Choose any name of ${usernameLength.least} characters or more, without spaces.`,
      ),
      autocomplete: 'username',
      literal: true,
      required: true,
    },
    '/body/password': {
      id: `${id}-password`,
      name: 'password',
      label: msg('Password'),
      type: 'password',
      hint: passwordHint(typed),
      autocomplete: 'new-password',
      literal: true,
      required: true,
    },
    '/body/email': {
      id: `${id}-email`,
      name: 'email',
      label: emailRequired ? msg('Email address') : msg('Email address (optional)'),
      type: 'email',
      hint: msg('We write there when there is something new for you. We never sell it.'),
      autocomplete: 'email',
      literal: true,
      required: emailRequired,
    },
    ...(policy.email.enteredTwice && {
      '/body/emailAgain': {
        id: `${id}-email-again`,
        name: 'email-again',
        label: msg('Email address once more'),
        type: 'email',
        autocomplete: 'email',
        literal: true,
        required: emailRequired,
      },
    }),
    ...(securityQuestion && {
      '/body/securityQuestion/question': {
        id: `${id}-question`,
        name: 'question',
        label: msg('Security question'),
        hint: msg('A question that only you can answer. We ask it if you forget your password.'),
        autocomplete: 'off',
        required: true,
      },
      '/body/securityQuestion/answer': {
        id: `${id}-answer`,
        name: 'answer',
        label: msg('Answer to your question'),
        autocomplete: 'off',
        required: true,
      },
    }),
  };
};

const passwordHint = (typed: number): string => {
  const left = passwordLength.least - typed;
  if (typed === 0) {
    return msg(
      str`Use ${passwordLength.least} characters or more. A few words in a row are easy to remember and hard to guess.`,
    );
  }
  if (left <= 0) return msg('Long enough.');
  return left === 1 ? msg('1 more character to go.') : msg(str`${left} more characters to go.`);
};

/** For words about what is too short or too long. */
export const limits: Readonly<Record<string, FieldLimits>> = {
  '/body/username': usernameLength,
  '/body/password': passwordLength,
};
