import { expect, fixture, html } from '@open-wc/testing';
import { missingTexts, registerTranslation } from '../../../src/index.js';
import { recordLanguage } from '../../../src/locales/localization.js';
import { mychart } from '../../../src/policy/mychart.js';
import { byRole, textOf } from '../../../stories/fixtures/support/query.js';
import { mount } from '../support/mount.js';
import { reads } from '../support/reads.js';
import '../../../src/widgets/portal-faq/define.js';
import '../../../src/widgets/portal-help/define.js';
import '../../../src/widgets/test-results/define.js';

describe('a language that the host registers', () => {
  before(() => {
    registerTranslation('fr', {
      'Test results': 'Résultats d’analyses',
      'Showing {0} of {1}': '{0} sur {1} affichés',
      'Call us': 'Appelez-nous',
    });
    registerTranslation('en-GB', { 'Test results': 'Your results' });
    registerTranslation('es-MX', { Print: 'Mandar a la impresora' });
  });

  const mountResults = async (locale: string) => {
    const template = html`<test-results></test-results>`;
    return (await mount(template, { locale, signedInAs: 'rosa.delgado' })).widget;
  };

  it('is spoken where the page asks for it, with what is filled in, and dates of the language', async () => {
    const results = await mountResults('fr-CA');
    await reads(results, '20 sur 35 affichés');
    byRole(results, 'heading', 'Résultats d’analyses');
    expect(results.lang).to.equal('fr');
    expect(textOf(results)).to.contain('24 avr. 2026');
  });

  it('shows in English what it has no text for, and counts it', async () => {
    const results = await mountResults('fr');
    await reads(results, '20 sur 35 affichés');
    byRole(results, 'button', 'Print');
    expect(missingTexts()).to.include('Print');
    expect(missingTexts()).not.to.include('Test results');
    expect(recordLanguage()).to.equal('en');
  });

  it('changes single texts of English, or of Spanish, and leaves the others', async () => {
    const inEnglish = await mountResults('en-GB');
    await reads(inEnglish, 'Showing 20 of 35');
    byRole(inEnglish, 'heading', 'Your results');
    const inSpanish = await mountResults('es-MX');
    await reads(inSpanish, 'Mandar a la impresora');
    byRole(inSpanish, 'heading', 'Resultados de pruebas');
  });

  it('has the answers of the FAQ in English, and says so', async () => {
    const faq = await fixture<HTMLElement>(
      html`<portal-faq .policy=${mychart} lang="fr"></portal-faq>`,
    );
    await reads(faq, /activation code/);
    expect(faq.shadowRoot?.querySelector('details')?.lang).to.equal('en');
  });

  it('is refused where something is filled in that the English text does not have', () => {
    expect(() => {
      registerTranslation('fr', { 'Showing {0} of {1}': '{0} sur {2}' });
    }).to.throw(RangeError, '"{0} sur {2}" has {2}');
    expect(() => {
      registerTranslation('no language', {});
    }).to.throw(RangeError);
  });
});
