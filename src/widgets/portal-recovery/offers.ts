import { nothing } from 'lit';
import { recoverUsername, requestPasswordReset } from '../../contract/generated/account.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { localized } from '../../ui/words/policy-words.js';
import type { Offer } from './email-request.js';
import { passwordByPhone } from './password-by-phone.js';
import { identityFields, usernameFields } from './recovery-fields.js';

/** The username by e-mail (`username.recovery`). */
export const usernameOffer = (
  id: string,
  headingLevel: number,
  context: PortalContext,
): Offer<{ email: string; birthDate: string }> => {
  const { client, policy, locale } = context;
  const username = localized(policy.terms.username, locale);
  return {
    headingLevel,
    heading: msg(str`I forgot my ${username}`),
    fields: identityFields(id, context),
    submitLabel: msg(str`Email me my ${username}`),
    sentHeading: msg(str`If we have this address on file, we’ve emailed your ${username} there.`),
    body: (typed) => ({ email: typed('/body/email'), birthDate: typed('/body/birthDate') }),
    ask: (body, headers) => client.call(recoverUsername, { headers, body }),
    otherWays: nothing,
  };
};

/** A link to a new password by e-mail (`password.self-reset`). */
export const linkOffer = (
  id: string,
  headingLevel: number,
  context: PortalContext,
): Offer<{ username: string }> => {
  const { client, policy, locale } = context;
  const username = localized(policy.terms.username, locale);
  const minutes = policy.password.resetLinkMinutes;
  return {
    headingLevel,
    heading: msg('I forgot my password'),
    fields: usernameFields(id, context),
    submitLabel: msg('Email me a link'),
    sentHeading: msg(
      str`If we have this ${username} on file, we’ve emailed a link. It works once, for ${minutes} minutes.`,
    ),
    body: (typed) => ({ username: typed('/body/username') }),
    ask: (body, headers) => client.call(requestPasswordReset, { headers, body }),
    otherWays: passwordByPhone(context),
  };
};
