import { expect } from 'chai';
import { readable, textsOf, type AnswerText, type Block } from '../../../src/faq/answer.js';
import { loadFaq } from '../../../src/faq/faq.js';
import { mychart } from '../../../src/policy/mychart.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { lakeside, policies } from '../../../stories/fixtures/support/policies.js';

/** Each entry of the catalogue in English, with the same in Spanish. */
const pairsOf = async (policy: PortalPolicy) => {
  const [english, spanish] = await Promise.all([loadFaq(policy, 'en'), loadFaq(policy, 'es')]);
  return english.map((entry, at) => {
    const same = spanish[at];
    if (same?.id !== entry.id) throw new Error(`"${entry.id}" is missing in Spanish.`);
    return [entry, same] as const;
  });
};

/** A paragraph, or a list of so many items. */
const shapeOf = (block: Block): string => {
  if ('text' in block) return 'paragraph';
  return `${block.ordered ? 'steps' : 'list'} of ${block.items.length}`;
};

const hrefsIn = (texts: readonly AnswerText[]): string[] =>
  texts
    .flat()
    .flatMap((piece) => (typeof piece === 'string' ? [] : [piece.href]))
    .sort();

/** Hospitals with fewer ways to help: by a link alone, without a support line or an app; by phone alone. */
const byLinkAlone: PortalPolicy = {
  ...mychart,
  id: 'a hospital without staff that unlock',
  login: { ...mychart.login, unlock: ['reset-link'] },
  password: { ...mychart.password, resetBy: ['reset-link'] },
  support: { ...mychart.support, phone: null },
  mobile: { appStore: null, googlePlay: null },
};
const byPhoneAlone: PortalPolicy = {
  ...lakeside,
  id: 'a hospital that resets by phone',
  login: { ...lakeside.login, unlock: ['support-line'] },
  password: { ...lakeside.password, resetBy: ['support-line'], resetQuestion: false },
};

for (const policy of [...policies, byLinkAlone, byPhoneAlone]) {
  describe(`the FAQ of ${policy.id} in Spanish`, () => {
    it('has the paragraphs, steps and links that it has in English', async () => {
      for (const [english, spanish] of await pairsOf(policy)) {
        expect(spanish.answer.map(shapeOf), english.id).to.deep.equal(english.answer.map(shapeOf));
        expect(hrefsIn(textsOf(spanish.answer)), english.id).to.deep.equal(
          hrefsIn(textsOf(english.answer)),
        );
      }
    });

    it('is asked the same, and found by words of its own wherever it is in English', async () => {
      for (const [english, spanish] of await pairsOf(policy)) {
        expect(spanish.asked, english.id).to.equal(english.asked);
        expect(spanish.question, english.id).to.match(/¿.+\?$/);
        expect(english.question, english.id).to.match(/^[^¿]+\?$/);
        for (const { keywords } of [english, spanish]) {
          expect(keywords.split(' ').length, english.id).to.be.at.least(2);
        }
      }
    });
  });
}

describe('the FAQ about when results show', () => {
  it('names each kind of test that has a time of its own', async () => {
    const release = { when: 'after-days', days: 3 } as const;
    const policy: PortalPolicy = {
      ...mychart,
      results: {
        ...mychart.results,
        releaseByCategory: {
          laboratory: release,
          microbiology: release,
          pathology: release,
          imaging: release,
        },
      },
    };
    for (const [locale, ...kinds] of [
      ['en', 'Lab tests', 'Cultures', 'Biopsies and Pap tests', 'X-rays and scans'],
      [
        'es',
        ...['Pruebas de laboratorio', 'Cultivos', 'Biopsias y citologías'],
        'Radiografías e imágenes',
      ],
    ] as const) {
      const entry = (await loadFaq(policy, locale)).find(({ id }) => id === 'when-results');
      const words = textsOf(entry?.answer ?? []).map(readable);
      for (const kind of kinds) {
        expect(
          words.filter((each) => each.startsWith(`${kind}: `)),
          kind,
        ).to.have.lengthOf(1);
      }
    }
  });
});
