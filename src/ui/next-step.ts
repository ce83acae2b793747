import { msg } from '../locales/localize.js';
import { html, type TemplateResult } from 'lit';
import type { NextStep } from '../contract/problems.js';
import type { PortalPolicy } from '../policy/portal-policy.js';

/** A phone number that a phone can call. */
export const callLink = (phone: string) =>
  html`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>`;

/** Pages of the host site that a step may lead to. */
export interface StepLinks {
  readonly recoveryHref?: string | undefined;
}

/** What to do next, in plain words, with the hospital's own phone numbers. */
export const nextStepView = (
  step: NextStep,
  { support }: Pick<PortalPolicy, 'support'>,
  links: StepLinks = {},
): TemplateResult | undefined => {
  const phone = step.contact?.phone ?? support.officePhone;
  switch (step.action) {
    case 'call-office':
      return html`${msg("Call your doctor's office:")} ${callLink(phone)}`;
    case 'call-support-line':
      return html`${msg('Call the support line:')} ${callLink(support.phone ?? phone)}`;
    case 'email-support':
      return html`${msg('Write to')} <a href="mailto:${support.email}">${support.email}</a>`;
    case 'reset-password':
      return links.recoveryHref
        ? html`<a href=${links.recoveryHref}>${msg('Set a new password')}</a>`
        : undefined;
    case 'try-again':
      return html`${msg('Check what you typed and try again.')}`;
    case 'wait':
      return html`${msg('Wait a minute, then try again.')}`;
    case 'sign-in':
      return html`${msg('Sign in again.')}`;
    case 'enable-cookies':
      return html`${msg(
        "Open your browser's settings, look for “cookies” under privacy, and allow them for this site. Then load this page again.",
      )}`;
    default:
      return undefined;
  }
};
