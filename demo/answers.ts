import { html, render, type TemplateResult } from 'lit';
import type { PortalPolicy } from '../src/policy/portal-policy.js';
import type { RuleId } from '../src/policy/rules.js';

/** The rules that the help page explains. */
type AnsweredRule =
  | Extract<
      RuleId,
      | `activation.${string}`
      | `signup.${string}`
      | `account.${string}`
      | `login.${string}`
      | `session.${string}`
      | `results.${string}`
    >
  | 'email.entered-twice'
  | 'password.self-reset'
  | 'password.reset-question'
  | 'password.locked-reset'
  | 'username.recovery';

type Answer = (policy: PortalPolicy) => TemplateResult;

/** What the pages say by the policy in force. The pages name an answer in `data-answer`. */
export const answers: Readonly<Record<AnsweredRule | 'contact' | 'sign-up', Answer>> = {
  'activation.issued-at-visit': ({ terms, support, activation }) =>
    html`<p>
      Only staff give out an ${terms.activationCode.en}, at a visit, so that nobody else gets into
      your record. Ask at your next visit, or call your ${terms.office.en}:
      ${phone(support.officePhone)}.
      ${
        activation.helpByEmail
          ? html`You can also write to <a href="mailto:${support.email}">${support.email}</a>.`
          : ''
      }
    </p>`,

  'activation.single-use': () =>
    html`<p>
      A code works once. If you have used it, you have an account: sign in with the name and the
      password that you chose then.
    </p>`,

  'activation.expires': ({ activation, terms, support }) =>
    html`<p>
      After ${activation.expiresAfterDays} days. Then you need a new one: call your
      ${terms.office.en}, ${phone(support.officePhone)}, or ask at your next visit.
    </p>`,

  'activation.not-a-username': ({ terms }) =>
    html`<p>
      No. It only lets you in once, to choose your own ${terms.username.en} and password. The code
      can be neither of the two.
    </p>`,

  'signup.own-credentials': () =>
    html`<p>
      A long one. A few words in a row are easy to remember and hard to guess. We take none that
      many people use, and none that is like your own name here. It needs no digits or signs.
    </p>`,

  'signup.email-required': ({ signup }) =>
    html`<p>
      ${signup.emailRequired ? 'Yes.' : 'No, but it helps.'} We write there when there is something
      new for you. You can get an address for free on the web, and your local library can help you.
    </p>`,

  'email.entered-twice': ({ email }) =>
    email.enteredTwice
      ? html`<p>One wrong letter, and our e-mails go to somebody else. Typed twice, it shows.</p>`
      : html`<p>We ask for it once. Please check it before you go on.</p>`,

  'signup.security-question': ({ signup }) =>
    signup.securityQuestion
      ? html`<p>
          It shows that it is you if you forget your password. Choose a question whose answer nobody
          else knows or can look up.
        </p>`
      : html`<p>We ask for none when you sign up.</p>`,

  'account.one-per-adult': () =>
    html`<p>
      No. Each adult has one account, and nobody shares it, not even a spouse. So it is always clear
      who has read what.
    </p>`,

  'account.release-of-information': ({ signup, terms }) =>
    signup.releaseOfInformation
      ? html`<p>
          It is a form that lets us show you your record online. Each adult signs it and hands it in
          at the ${terms.office.en} before the account exists.
        </p>`
      : html`<p>You need none here.</p>`,

  'login.lockout': ({ login }) =>
    html`<p>
      After ${login.maxAttempts} wrong passwords in a row we lock the account. This stops people who
      try to guess your password. Your health record is safe while it is locked.
    </p>`,

  'login.unlock': (policy) =>
    html`<p>There ${policy.login.unlock.length > 1 ? 'are these ways' : 'is one way'}:</p>
      <ul>
        ${policy.login.unlock.map((way) => html`<li>${unlockWays[way](policy)}</li>`)}
      </ul>`,

  'login.no-hints': ({ terms }) =>
    html`<p>
      If it did, strangers could find out who has an account here. So we say the same for a wrong
      password and for a ${terms.username.en} that nobody has. Check both.
    </p>`,

  'login.cookies-required': () =>
    html`<p>
      A cookie is a short note that your browser keeps for us. It is how the portal knows that the
      next page is still yours. Without it nobody can stay signed in. Open the settings of your
      browser, look for cookies under privacy, and allow them for this site.
    </p>`,

  'password.self-reset': ({ password, support }) =>
    html`${
      password.resetBy.includes('reset-link')
        ? html`<p>
            Choose the link for a forgotten password below the sign-in form. We send a link to your
            e-mail address. It works for ${password.resetLinkMinutes} minutes.
            ${password.resetQuestion ? 'You answer your security question first.' : ''}
          </p>`
        : ''
    }
    ${
      password.resetBy.includes('support-line') && support.phone !== null
        ? html`<p>You can also call the support line: ${phone(support.phone)}.</p>`
        : ''
    }`,

  'password.reset-question': ({ password, terms, support }) =>
    password.resetQuestion
      ? html`<p>
          So that nobody who reads your e-mail can take your account. Capital letters do not matter.
          If you do not know the answer, call your ${terms.office.en}:
          ${phone(support.officePhone)}.
        </p>`
      : html`<p>We ask none here before you set a new password.</p>`,

  'password.locked-reset': (policy) =>
    policy.password.lockedReset
      ? html`<p>
          Yes. The link to a new password works for a locked account, too, and unlocks it.
        </p>`
      : html`<p>
          No. Please call your ${policy.terms.office.en}: ${phone(policy.support.officePhone)}.
        </p>`,

  'username.recovery': (policy) =>
    html`<p>
      We send your ${policy.terms.username.en} to the e-mail address that we have of you. We never
      show it on a screen. If that address does not work any more, call your
      ${policy.terms.office.en}: ${phone(policy.support.officePhone)}.
    </p>`,

  'session.idle-logout': ({ session }) =>
    html`<p>
      When nobody types or touches anything for ${session.idleMinutes} minutes we sign you out, in
      every tab. We ask whether you are still there ${session.warnMinutes} minutes before that. This
      keeps your record private if you had to leave.
    </p>`,

  'session.leave-advice': () =>
    html`<p>
      Yes, each time you leave the computer, even for a minute. Signing in again is quick.
    </p>`,

  'session.no-cache': () =>
    html`<p>
      Nothing of your record. We clear the page and tell your browser not to keep a copy of it.
    </p>`,

  'session.encrypted': () =>
    html`<p>
      No. Everything between your browser and us is encrypted. Without that we send nothing.
    </p>`,

  'results.after-review': ({ results }) =>
    html`<p>${releaseWords(results.release)}</p>
      <ul>
        ${Object.entries(results.releaseByCategory ?? {}).map(
          ([category, release]) => html`<li>For ${category}: ${releaseWords(release)}</li>`,
        )}
      </ul>`,

  'results.typical-days': ({ results: { typicalDays } }) =>
    html`<p>
      ${typicalDays.from === undefined ? 'Up to' : `Between ${typicalDays.from} and`}
      ${typicalDays.to} days. Some tests take longer in the laboratory than others.
    </p>`,

  'results.contact-after': ({ results: { contactAfter }, terms, support }) =>
    html`<p>
      If it is still not here after ${contactAfter.days}
      ${contactAfter.businessDays ? 'business days' : 'days'}, call your ${terms.office.en}:
      ${phone(support.officePhone)}.
    </p>`,

  'results.provider-choice': () =>
    html`<p>
      Your provider decides which kinds of tests the portal shows. Some are better talked about in
      person. Ask at your next visit, and you will get to know.
    </p>`,

  'results.sensitive-withheld': () =>
    html`<p>
      Some tests are so private that we never show them online and never write an e-mail about them.
      Your doctor tells you about these in person.
    </p>`,

  contact: ({ portal, support, calendar, terms }) =>
    html`<ul>
      ${
        support.phone === null
          ? ''
          : html`<li>Support line of ${portal.name}: ${phone(support.phone)}</li>`
      }
      <li>
        Your ${terms.office.en}: ${phone(support.officePhone)}, on business days from
        ${timeOfDay(calendar.opens)} to ${timeOfDay(calendar.closes)}
      </li>
      <li>
        E-mail: <a href="mailto:${support.email}">${support.email}</a>.
        ${support.identify ? 'Give your full name and date of birth.' : ''} Write nothing about your
        health.
      </li>
    </ul>`,

  'sign-up': ({ portal, terms, activation, signup, support }) =>
    html`<ol>
      <li>
        Ask for your ${terms.activationCode.en} at your next visit, or call your ${terms.office.en}:
        ${phone(support.officePhone)}. Only staff can give you one.
      </li>
      ${signup.releaseOfInformation ? html`<li>Sign the Release of Information form there.</li>` : ''}
      <li>
        Use the code within ${activation.expiresAfterDays} days. It works once. You then choose your
        own ${terms.username.en} and password for ${portal.name}.
      </li>
    </ol>`,
};

const unlockWays: Readonly<Record<PortalPolicy['login']['unlock'][number], Answer>> = {
  'support-line': ({ support }) =>
    html`Call the support line: ${phone(support.phone ?? support.officePhone)}.`,
  'reset-link': () => html`Set a new password by the link that we e-mail to you.`,
  office: ({ terms, support }) =>
    html`Call the ${terms.office.en} that gave you access: ${phone(support.officePhone)}.`,
};

const releaseWords = (release: PortalPolicy['results']['release']): string => {
  switch (release.when) {
    case 'after-review':
      return 'As soon as your doctor has looked at them.';
    case 'immediate':
      return 'As soon as the laboratory has them, often before your doctor has seen them.';
    case 'after-days':
      return `${release.days} days after they are ready, so that your doctor can look at them first.`;
  }
};

/** `17:00` as "5:00 PM". */
const timeOfDay = (time: string): string =>
  new Date(`1970-01-01T${time}`).toLocaleTimeString('en-US', { timeStyle: 'short' });

const phone = (number: string) =>
  html`<a href="tel:${number.replace(/[^\d+]/g, '')}">${number}</a>`;

/** Writes the answers of a policy into the page, each where its name stands. */
export const fillAnswers = (policy: PortalPolicy): void => {
  for (const place of document.querySelectorAll<HTMLElement>('[data-answer]')) {
    const answer = answers[place.dataset['answer'] as keyof typeof answers];
    render(answer(policy), place);
  }
};
