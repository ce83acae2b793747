import { css, html, render } from 'lit';
import { msg, str } from '../locales/localize.js';
import type { PortalContext } from '../session/portal-context.js';
import { accessWords, relationshipWords } from '../ui/words/family-words.js';
import { localized } from '../ui/words/policy-words.js';
import { openingHours } from '../ui/words/opening-hours.js';

const styles = css`
  @page {
    margin: 18mm;
  }
  body {
    margin: 0;
    color: #000;
    font:
      11pt/1.4 system-ui,
      sans-serif;
  }
  h1 {
    margin: 0 0 2mm;
    font-size: 18pt;
  }
  h2 {
    margin: 6mm 0 2mm;
    font-size: 12pt;
  }
  p {
    margin: 0 0 2mm;
  }
  section {
    break-inside: avoid;
  }
  .pw-lines {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 2mm 8mm;
  }
  .pw-line {
    padding-top: 8mm;
    border-bottom: 1px solid #000;
    font-size: 9pt;
  }
  .pw-box::before {
    display: inline-block;
    width: 3.5mm;
    height: 3.5mm;
    margin-inline-end: 2mm;
    border: 1px solid #000;
    content: '';
  }
`;

/**
 * The Proxy Consent Form of a hospital, to be filled in by hand (`proxy.consent-form`,
 * `proxy.relationships`): everything in it comes from the policy.
 */
export const consentForm = ({ policy, locale }: PortalContext) => {
  const { portal, proxy, support, calendar, terms } = policy;
  const office = localized(terms.office, locale);
  const lines = (...labels: readonly string[]) =>
    html`<div class="pw-lines">
      ${labels.map((label) => html`<div class="pw-line">${label}</div>`)}
    </div>`;
  const name = msg('Full name');
  const birthDate = msg('Date of birth');
  return html`
    <main>
      <h1>${msg('Proxy Consent Form')}</h1>
      <p>${portal.organization} · ${portal.name}</p>
      <p>
        ${msg(str`With this form, a patient lets someone else open their record in ${portal.name}. For a child under ${proxy.comingOfAgeYears}, a parent or guardian signs.`)}
      </p>
      <section>
        <h2>${msg('1. The patient')}</h2>
        ${lines(name, birthDate)}
      </section>
      <section>
        <h2>${msg('2. Who can open the record')}</h2>
        <p>${msg('This person is also a patient here and has their own account.')}</p>
        ${lines(name, birthDate, msg('Phone'), msg('Email address'))}
      </section>
      <section>
        <h2>${msg('3. Relationship to the patient')}</h2>
        ${proxy.relationships.map((each) => html`<p class="pw-box">${relationshipWords(each)}</p>`)}
        <p>${msg('A legal guardian must bring the court papers.')}</p>
      </section>
      <section>
        <h2>${msg('4. What this person can do')}</h2>
        <p class="pw-box">${accessWords('full')}: ${msg('can do everything the patient can')}</p>
        <p class="pw-box">
          ${accessWords('view')}: ${msg('can see but not send or change anything')}
        </p>
      </section>
      <section>
        <h2>${msg('5. Consent')}</h2>
        <p>
          ${msg('I agree that this person can open the record online and see what’s in it: test results, medications, appointments and messages.')}
          ${msg(str`I can end this at any time. The ${office} can tell me how.`)}
          ${msg(str`Access to a child’s record ends when the child turns ${proxy.comingOfAgeYears}.`)}
        </p>
        ${lines(msg('Signature of the patient, parent or guardian'), msg('Date'))}
        ${lines(msg('Signature of the person getting access'), msg('Date'))}
      </section>
      <section>
        <h2>${msg('6. Where this form goes')}</h2>
        <p>
          ${msg(str`Hand it in at the ${office}, and bring a photo ID. Questions: ${support.officePhone}`)}
        </p>
        <p>${openingHours(calendar, locale)}</p>
      </section>
    </main>
  `;
};

/**
 * Prints the form alone, whatever else is on the page: in a frame of its own, which is gone afterwards.
 * @param print opens the browser's print dialog
 */
export const printConsentForm = (
  context: PortalContext,
  print = (frame: Window) => {
    frame.print();
  },
): void => {
  const frame = document.createElement('iframe');
  frame.title = msg('Proxy Consent Form');
  frame.tabIndex = -1;
  for (const [property, value] of Object.entries({ position: 'fixed', width: '0', border: '0' })) {
    frame.style.setProperty(property, value);
  }
  // Firefox replaces an empty frame's document when it has loaded.
  frame.addEventListener('load', () => {
    const { contentDocument: page, contentWindow: view } = frame;
    if (!page || !view) return;
    page.title = frame.title;
    page.documentElement.lang = context.locale;
    const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(styles.cssText);
    page.adoptedStyleSheets = [sheet];
    render(consentForm(context), page.body);
    view.addEventListener('afterprint', () => {
      frame.remove();
    });
    print(view);
  });
  document.body.append(frame);
};
