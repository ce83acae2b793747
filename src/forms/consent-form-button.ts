import { html } from 'lit';
import { msg } from '../locales/localize.js';
import type { PortalContext } from '../session/portal-context.js';

/** Prints a Proxy Consent Form (`proxy.consent-form`). The form itself is fetched by who wants it. */
export const consentFormButton = (context: PortalContext) => html`
  <button
    part="print"
    type="button"
    @click=${async () => {
      const { printConsentForm } = await import('./consent-form.js');
      printConsentForm(context);
    }}
  >
    ${msg('Print the Proxy Consent Form')}
  </button>
`;
