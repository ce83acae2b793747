import { expect } from 'chai';
import { textsOf, type AnswerText, type Block } from '../../src/faq/answer.js';
import { loadFaq } from '../../src/faq/faq.js';
import type { PortalPolicy } from '../../src/policy/portal-policy.js';
import { policies } from '../../stories/fixtures/support/policies.js';

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

for (const policy of policies) {
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
