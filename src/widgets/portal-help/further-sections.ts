import { html, nothing, type TemplateResult } from 'lit';
import { msg, str } from '../../locales/localize.js';
import { pageHref } from '../../shape/address.js';
import type { PolicyContext } from '../../session/policy-controller.js';

/** A section with its heading. */
export type SectionView = (id: string, title: string, content: unknown) => TemplateResult;

/** What one needs to use the portal (`access.requirements`), and its phone apps (`mobile.apps`). */
export const furtherSections = ({ policy }: PolicyContext, section: SectionView) => html`
  ${section(
    'requirements',
    msg('What you need'),
    html`
      <ul>
        <li>${msg('A computer or phone with internet')}</li>
        <li>${msg('An up-to-date browser with cookies turned on')}</li>
        ${policy.signup.emailRequired ? html`<li>${msg('A working email address')}</li>` : nothing}
      </ul>
    `,
  )}
  ${apps(policy, section)}
`;

const apps = ({ mobile, portal }: PolicyContext['policy'], section: SectionView) => {
  // Stores are other sites by their nature.
  const appStore = pageHref(mobile.appStore, true);
  const googlePlay = pageHref(mobile.googlePlay, true);
  if (appStore === undefined && googlePlay === undefined) return nothing;
  return section(
    'apps',
    msg('On your phone'),
    html`
      <p>${msg(str`Get the ${portal.name} app:`)}</p>
      <ul>
        ${appStore === undefined ? nothing : html`<li><a href=${appStore}>${msg('Apple App Store')}</a></li>`}
        ${googlePlay === undefined ? nothing : html`<li><a href=${googlePlay}>${msg('Google Play')}</a></li>`}
      </ul>
    `,
  );
};
