import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { wrongField } from './credentials.js';
import { allowed, refused, type Decision } from '../decision.js';

/** An e-mail address as it was typed, once or twice. */
interface TypedEmail {
  readonly email: string;
  readonly emailAgain?: string | null | undefined;
}

/** Whether an address was typed alike twice, where the policy asks for that (`email.entered-twice`). */
export const decideEmail = (
  { email, emailAgain }: TypedEmail,
  policy: PortalPolicy,
): Decision<string> =>
  policy.email.enteredTwice && email !== emailAgain
    ? wrongField('email.entered-twice', '/body/emailAgain', 'differs', 'The two addresses differ.')
    : allowed(email);

/** The address that a new account is to have; null: none, where the policy allows it (`signup.email-required`). */
export const decideFirstEmail = (
  { email, emailAgain }: { readonly email: string | null } & Pick<TypedEmail, 'emailAgain'>,
  policy: PortalPolicy,
): Decision<string | null> => {
  if (email !== null) return decideEmail({ email, emailAgain }, policy);
  if (!policy.signup.emailRequired) return allowed(null);
  const detail = 'An e-mail address is needed to sign up.';
  return refused('signup.email-required', {
    detail,
    next: [{ action: 'get-email-address' }],
    errors: [{ pointer: '/body/email', detail, reason: 'required' }],
  });
};
