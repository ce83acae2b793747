import { msg, str } from '../locales/localize.js';
import { html, type TemplateResult } from 'lit';
import type { NextStep } from '../contract/problems.js';
import type { PortalPolicy } from '../policy/portal-policy.js';
import { mailHref } from '../shape/contact-links.js';
import { callLink } from './call-link.js';
import { localized } from './words/policy-words.js';

export { callLink };

/** Pages of the host site that a step may lead to, checked: see `SessionController.href`. */
export interface StepLinks {
  readonly recoveryHref?: string | undefined;
  readonly signInHref?: string | undefined;
}

/** What a step is told with. */
export interface StepContext {
  readonly policy: Pick<PortalPolicy, 'support' | 'terms' | 'messages' | 'timeZone'>;
  readonly locale: string;
}

/**
 * What to do next, in plain words, with the hospital's own names and phone numbers. Undefined: a step
 * for which the widget has a button or link of its own, or that leads to a page the host has not named.
 */
export const nextStepView = (
  step: NextStep,
  { policy, locale }: StepContext,
  links: StepLinks = {},
): TemplateResult | undefined => {
  const { support, terms, messages } = policy;
  const phone = step.contact?.phone ?? support.officePhone;
  const office = localized(terms.office, locale);
  switch (step.action) {
    case 'call-office':
      return html`${step.contact ? msg(str`Call ${step.contact.name}:`) : msg(str`Call your ${office}:`)}
      ${callLink(phone)}${step.at ? html` (${openFrom(step.at, locale, policy.timeZone)})` : ''}`;
    case 'call-support-line':
      return html`${msg('Call the support line:')} ${callLink(support.phone ?? phone)}`;
    case 'call-pharmacy':
      return step.contact
        ? html`${msg(str`Call your pharmacy, ${step.contact.name}:`)} ${callLink(phone)}`
        : html`${msg('Call your pharmacy.')}`;
    case 'call-emergency':
      return html`${msg('In an emergency, call')} ${callLink(messages.emergencyNumber)}`;
    case 'email-support':
      return html`${msg('Email')} <a href=${mailHref(support.email)}>${support.email}</a>`;
    case 'reset-password':
      return linkTo(links.recoveryHref, msg('Set a new password'));
    case 'recover-username':
      return linkTo(links.recoveryHref, msg('Get your username'));
    case 'sign-in':
      return linkTo(links.signInHref, msg('Sign in')) ?? html`${msg('Sign in again.')}`;
    case 'try-again':
      return html`${msg('Check what you typed and try again.')}`;
    case 'wait':
      return html`${msg('Wait a minute, then try again.')}`;
    case 'reload':
      return html`${msg('Reload this page.')}`;
    case 'ask-at-next-visit':
      return html`${msg('Or ask at your next appointment.')}`;
    case 'get-email-address':
      return html`${msg('You can get a free email address online. Your local library can help.')}`;
    case 'hand-in-consent-form':
      return html`${msg(str`Fill out a Proxy Consent Form and bring it to the ${office}.`)}`;
    case 'share-record':
      return html`${msg('Ask them to invite you. They can do that in their own account, under “Family access”.')}`;
    case 'ask-patient':
      return html`${msg('Ask the person whose record it is.')}`;
    case 'enable-cookies':
      return html`${msg(
        'In your browser’s privacy settings, allow cookies for this site. Then reload this page.',
      )}`;
    default:
      return undefined;
  }
};

const linkTo = (href: string | undefined, words: string): TemplateResult | undefined =>
  href === undefined ? undefined : html`<a href=${href}>${words}</a>`;

const openFrom = (at: string, locale: string, timeZone: string): string => {
  const moment = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(new Date(at));
  return msg(str`opens ${moment}`);
};
