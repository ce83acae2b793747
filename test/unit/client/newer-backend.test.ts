import { expect } from 'chai';
import { errorIn } from '../../../src/client/problem-details.js';
import { RefusedError } from '../../../src/client/portal-errors.js';
import { refusalsOf, type Endpoint } from '../../../src/contract/endpoint.js';
import { searchMedications } from '../../../src/contract/generated/medications.js';
import { contract } from '../../../src/contract/index.js';
import type { Medication } from '../../../src/contract/record/medications.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { refusalId, ruleCases } from '../../../src/policy/rules.js';
import { mistakesOf, type Shape } from '../../../src/shape/shape.js';
import { accountRefusals } from '../../../src/ui/refusals/account-refusals.js';
import { refusalView, type RefusalContext } from '../../../src/ui/refusals/refusal-note.js';
import { refusalWords } from '../../../src/ui/refusals/load-refusal.js';
import { renewalOutlook } from '../../../src/widgets/med-renewal/renewal-outlook.js';
import { laterMedication } from '../../support/newer-backend.js';
import { contextWith } from '../support/context.js';
import { wordsOf } from '../support/template.js';

const inGeneral = 'You can’t do this right now. Call us and we’ll help you.';

describe('what a newer backend says', () => {
  it('of an entry does not break the list that the entry is in', () => {
    const page = { medications: [laterMedication], total: 1, nextCursor: null };
    expect(mistakesOf(searchMedications.answer as Shape, page)).to.deep.equal([]);
    const broken = { ...laterMedication, renewable: { ...laterMedication.renewable, rule: 5 } };
    expect(
      mistakesOf(searchMedications.answer as Shape, { ...page, medications: [broken] }),
    ).to.have.lengthOf(1);
  });

  it('is told in general, with the steps that are known, and no answer in the FAQ', () => {
    const medication: unknown = laterMedication;
    const told = renewalOutlook(medication as Medication, 'Rosa Delgado', contextWith());
    expect(wordsOf(told)).to.equal(
      'You can’t do this right now. Why? Call us and we’ll help you. Call your office: 1-555-555-0118',
    );
  });

  it('of a request is told so, too: by an unknown rule, or an unknown case of a known one', () => {
    const context: RefusalContext = { policy: mycooper, locale: 'en', faqHref: 'faq.html' };
    for (const { why, ...id } of [
      { rule: 'login.later-rule', why: '' },
      { rule: 'login.no-hints', case: 'later-case', why: ' Why?' },
      { rule: 'login.no-hints', why: ' Why?' },
    ]) {
      const body = { ...id, next: laterMedication.renewable.next };
      const error = errorIn(new Response(null, { status: 403 }), body, 0);
      if (!(error instanceof RefusedError)) throw error;
      expect({ rule: error.rule, case: error.case }).to.deep.equal({ case: undefined, ...id });
      expect(error.refusal).to.equal(refusalId(id));
      const words = wordsOf(refusalView(accountRefusals)(error, context, {}));
      expect(words).to.equal(`${inGeneral} Call your office: 1-555-555-0118${why}`);
    }
  });
});

describe('what an endpoint may refuse by', () => {
  it('has words in some area', async () => {
    const areas = await Promise.all(Object.values(refusalWords).map((load) => load()));
    const worded = new Set(areas.flatMap((words) => Object.keys(words)));
    const rows: readonly Endpoint[] = Object.values(contract);
    const declared = new Set(rows.flatMap((row) => row.refusals));
    expect([...declared].filter((id) => !worded.has(id))).to.deep.equal([]);
    expect(declared.size).to.be.greaterThan(40);
  });

  it('is each case that the catalogue has', () => {
    const rows: readonly Endpoint[] = Object.values(contract);
    const declared = new Set<string>(rows.flatMap(refusalsOf));
    const cases = Object.entries(ruleCases).flatMap(([rule, names]) =>
      names.map((name) => `${rule}/${name}`),
    );
    expect(cases.filter((id) => !declared.has(id))).to.deep.equal([]);
  });
});
