import { html, nothing } from 'lit';
import type { PostalAddress } from '../../contract/account/preferences.js';
import { msg, str } from '../../locales/localize.js';
import { faqLink } from '../../ui/format.js';
import { localized } from '../../ui/words/policy-words.js';
import { callLink } from '../../ui/call-link.js';
import { noteView } from '../../ui/note.js';
import type { SectionPage, SectionPlan } from './section.js';

/** Where the portal writes to, and when (`email.*`, `notifications.new-information`). */
const email: SectionPlan = {
  name: 'email',
  heading: () => msg('Email and notifications'),
  current: ({ context, preferences: { email } }) => html`
    <p>
      ${
        email.address === null
          ? msg('We don’t have an email address for you.')
          : html`${msg('Your email:')} <strong part="email">${email.address}</strong>`
      }
    </p>
    ${
      email.address === null || email.inMedicalRecord
        ? nothing
        : html`<p>${msg('Our staff will add it to your medical record, too.')}</p>`
    }
    ${
      context.policy.notifications.newInformation
        ? html`<p>
            ${msg(
              'We email you when there’s something new. We never put health details in an email.',
            )}
          </p>`
        : nothing
    }
  `,
  change: () => msg('Change my email address'),
  load: async (host) => (await import('./email-form.js')).emailForm(host),
  more: {
    part: 'sent-emails',
    summary: () => msg('Not getting our emails?'),
    load: async (host) => new (await import('./sent-emails.js')).SentEmails(host),
  },
};

const password: SectionPlan = {
  name: 'password',
  heading: () => msg('Password'),
  current: () => html`<p>${msg('You can change your password at any time.')}</p>`,
  change: () => msg('Change my password'),
  load: async (host) => new (await import('./password-form.js')).PasswordForm(host),
};

/** Where this portal has one (`security-question.change`). The answer is told nowhere. */
const question: SectionPlan = {
  name: 'question',
  heading: () => msg('Security question'),
  current: ({ preferences: { securityQuestion } }) =>
    securityQuestion.used
      ? html`<p>
          ${
            securityQuestion.question === null
              ? msg('You don’t have a security question yet.')
              : html`${msg('Your question:')}
                  <strong part="question">${securityQuestion.question}</strong>`
          }
        </p>`
      : undefined,
  change: () => msg('Change my security question'),
  load: async (host) => (await import('./question-form.js')).questionForm(host),
};

/** Besides the password, or instead of it (`login.lockout`, `password.change`). */
const secondStep: SectionPlan = {
  name: 'second-step',
  heading: () => msg('Passkeys and two-step sign-in'),
  current: () => html`<p>${msg('Extra ways to keep your account safe')}</p>`,
  change: ({ context: { policy } }) =>
    policy.login.passkeys || policy.login.secondStep
      ? msg('Set up or change')
      : msg('See what’s set up'),
  load: async (host) => new (await import('./sign-in-parts.js')).SignInParts(host),
};

/** As the medical record has it; not every hospital has it changed online (`contact.update`). */
const contact: SectionPlan = {
  name: 'contact',
  heading: () => msg('Address and phone'),
  current: (page) => {
    const { address, phone, editable } = page.preferences.contact;
    return html`
      <dl>
        <dt>${msg('Address')}</dt>
        <dd part="address">
          ${
            address ? linesOf(address).map((line) => html`<div>${line}</div>`) : msg('None on file')
          }
        </dd>
        <dt>${msg('Phone number')}</dt>
        <dd part="phone">${phone ?? msg('None on file')}</dd>
      </dl>
      ${editable ? nothing : fixedNote(page)}
    `;
  },
  change: ({ preferences }) =>
    preferences.contact.editable ? msg('Change my address or phone') : undefined,
  load: async (host) => (await import('./contact-form.js')).contactForm(host),
};

const linesOf = ({ line1, line2, city, state, postalCode }: PostalAddress) =>
  [line1, line2, `${city}, ${state} ${postalCode}`].filter((line) => line !== null);

/** Who changes it instead. */
const fixedNote = ({ context: { policy, locale, faqHref } }: SectionPage) => {
  const office = localized(policy.terms.office, locale);
  return noteView({
    heading: msg('You can’t change your address or phone here.'),
    text: msg('Tell us and we’ll change them for you.'),
    steps: [html`${msg(str`Call your ${office}:`)} ${callLink(policy.support.officePhone)}`],
    faqHref: faqLink(faqHref, 'contact.update'),
  });
};

/** The sections in reading order. */
export const sections: readonly SectionPlan[] = [email, password, secondStep, question, contact];
