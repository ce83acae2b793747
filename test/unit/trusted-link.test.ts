import { expect } from 'chai';
import { trustedHref } from '../../src/widgets/health-summary/trusted-link.js';
import { fc } from '../support/properties.js';

const coding = (system: string, code: string) => ({ system, code, display: 'A name' });

const partsOf = (href: string | null) => {
  const { origin, pathname, searchParams } = new URL(href ?? '');
  return { place: origin + pathname, query: Object.fromEntries(searchParams) };
};

describe('links to trusted health information (resources.trusted)', () => {
  for (const [what, system, code, oid] of [
    ['ICD-10-CM', 'http://hl7.org/fhir/sid/icd-10-cm', 'E03.9', '2.16.840.1.113883.6.90'],
    ['SNOMED CT', 'http://snomed.info/sct', '111088007', '2.16.840.1.113883.6.96'],
    ['RxNorm', 'http://www.nlm.nih.gov/research/umls/rxnorm', '855332', '2.16.840.1.113883.6.88'],
    ['LOINC', 'http://loinc.org', '85354-9', '2.16.840.1.113883.6.1'],
  ] as const) {
    it(`lead to MedlinePlus Connect by a code of ${what}, in the reader’s language`, () => {
      for (const locale of ['en', 'es']) {
        expect(partsOf(trustedHref(coding(system, code), locale))).to.deep.equal({
          place: 'https://connect.medlineplus.gov/application',
          query: {
            'mainSearchCriteria.v.cs': oid,
            'mainSearchCriteria.v.c': code,
            'informationRecipient.languageCode.c': locale,
          },
        });
      }
    });
  }

  it('are none without a code, and for systems that it does not know', () => {
    expect(trustedHref(null, 'en')).to.equal(null);
    for (const system of ['http://hl7.org/fhir/sid/cvx', 'constructor', '']) {
      expect(trustedHref(coding(system, '140'), 'en')).to.equal(null);
    }
  });

  it('carry a code and nothing else that a record may say in its place', () => {
    const system = 'http://snomed.info/sct';
    for (const code of ['', 'Rosa Delgado', 'a&b=c', '../x', '1'.repeat(21)]) {
      expect(trustedHref(coding(system, code), 'en')).to.equal(null);
    }
    fc.assert(
      fc.property(fc.string(), fc.string(), (code, display) => {
        const href = trustedHref({ system, code, display }, 'en');
        return href === null || partsOf(href).query['mainSearchCriteria.v.c'] === code;
      }),
    );
  });
});
