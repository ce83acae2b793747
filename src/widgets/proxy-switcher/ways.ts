import { html, nothing } from 'lit';
import type { Family } from '../../contract/family/family.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { relationshipWords } from '../../ui/words/family-words.js';
import { faqLink } from '../../ui/format.js';
import { localized } from '../../ui/words/policy-words.js';
import { consentFormButton } from '../../forms/consent-form-button.js';
import type { RuleId } from '../../policy/rules.js';

type Way = Family['ways'][number];

/**
 * How one gets to open another's record: by a form (`proxy.consent-form`), by an invitation
 * (`proxy.friends-and-family`), and who may by which (`proxy.relationships`).
 */
export const waysView = (ways: readonly Way[], context: PortalContext) => {
  const { policy, locale } = context;
  const office = localized(policy.terms.office, locale);
  const byForm = ways.filter(({ byConsentForm }) => byConsentForm.allowed);
  const byInvitation = ways.filter(({ byInvitation }) => byInvitation.allowed);
  const neither = ways.filter((way) => !byForm.includes(way) && !byInvitation.includes(way));
  return html`
    ${
      byInvitation.length === 0
        ? nothing
        : html`
            <p><strong>${msg('By invitation')}</strong> (${names(byInvitation, locale)})</p>
            <p>
              ${msg('The patient invites you from their own account, under “Family access”. Sign in to your own account, open the link in the email and enter the patient’s date of birth.')}
              ${why('proxy.friends-and-family', context)}
            </p>
          `
    }
    ${
      byForm.length === 0
        ? nothing
        : html`
            <p><strong>${msg('By signed form')}</strong> (${names(byForm, locale)})</p>
            <p>
              ${msg(str`Fill in the Proxy Consent Form and hand it in at the ${office}. Once it’s approved, the record appears here.`)}
              ${why('proxy.consent-form', context)}
            </p>
            <p>${consentFormButton(context)}</p>
          `
    }
    ${
      neither.length === 0
        ? nothing
        : html`<p>
            ${msg(str`Another relationship to the patient? Ask the ${office}:`)}
            ${names(neither, locale)}. ${why('proxy.relationships', context)}
          </p>`
    }
    <p>
      ${msg('Always sign in with your own account. Family members don’t share accounts.')}
      ${why('proxy.own-login', context)}
    </p>
  `;
};

const names = (ways: readonly Way[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(
    ways.map(({ relationship }) => relationshipWords(relationship)),
  );

const why = (rule: RuleId, { faqHref }: PortalContext) => {
  const href = faqLink(faqHref, rule);
  return href === null ? nothing : html`<a href=${href}>${msg('Learn more')}</a>`;
};
