import { expect } from 'chai';
import type { ReportRecord } from '../../../mocks/db/records/index.js';
import { withheldCodes } from '../../../mocks/rules/default-lists.js';
import { resultCategories, type PortalPolicy } from '../../../src/policy/portal-policy.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { openPortal, type Answer } from '../../support/portal.js';
import { fc, tries } from '../../support/properties.js';
import { loinc, makeObservation, makePerson, makeReport } from '../../support/sample-people.js';
import { reviewResult } from '../../../stories/fixtures/support/staff.js';

const day = (n: number) => `2026-02-${String(n).padStart(2, '0')}`;

/** What the patient may see, reviewed. */
const shown = Array.from({ length: 6 }, (_, n) =>
  makeReport({ id: `open-${n}`, collectedAt: `${day(2 * n + 1)}T08:00:00Z` }),
);

/** Between them, what no patient ever sees under this policy: it is reviewed, too. */
const withheldUnder = (policy: PortalPolicy): ReportRecord[] =>
  Object.values(withheldCodes(policy))
    .flat()
    .flatMap((code, n) => [
      makeReport({
        id: `secret-${n}`,
        code: loinc(code),
        collectedAt: `${day(2 + (n % 26))}T08:00:00Z`,
      }),
      makeReport({
        id: `secret-panel-${n}`,
        observations: [makeObservation(), makeObservation({ code: loinc(code) })],
        collectedAt: `${day(2 + (n % 26))}T09:00:00Z`,
      }),
    ]);

type Step =
  | { readonly kind: 'search'; readonly query: object }
  | { readonly kind: 'download'; readonly query: object }
  | { readonly kind: 'compare'; readonly analyte: string }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'look around'; readonly path: string }
  | { readonly kind: 'review'; readonly id: string }
  | { readonly kind: 'wait'; readonly minutes: number };

const ids = fc.oneof(
  fc.nat(5).map((n) => `open-${n}`),
  fc.nat(9).map((n) => `secret-${n}`),
  fc.nat(9).map((n) => `secret-panel-${n}`),
);

const days = fc.integer({ min: 1, max: 28 }).map(day);

const queries = fc.record(
  {
    text: fc.constantFrom('metabolic', 'panel', 'a test', 'x', ''),
    category: fc.constantFrom(...resultCategories),
    from: days,
    to: days,
    abnormalOnly: fc.boolean(),
    limit: fc.integer({ min: 1, max: 5 }),
    cursor: fc.tuple(days, ids).map(([at, id]) => `${Date.parse(at)}_${id}`),
  },
  { requiredKeys: [] },
);

const analytes = fc.constantFrom(
  makeObservation().code?.code ?? '',
  'Glucose',
  ...policies.flatMap((policy) => Object.values(withheldCodes(policy)).flat()),
);

const steps = fc.array(
  fc.oneof(
    queries.map((query): Step => ({ kind: 'search', query })),
    queries.map((query): Step => ({ kind: 'download', query })),
    analytes.map((analyte): Step => ({ kind: 'compare', analyte })),
    ids.map((id): Step => ({ kind: 'open', id })),
    fc.constantFrom('/session', '/account/preferences').map((path): Step => ({
      kind: 'look around',
      path,
    })),
    ids.map((id): Step => ({ kind: 'review', id })),
    fc.integer({ min: 1, max: 4 }).map((minutes): Step => ({ kind: 'wait', minutes })),
  ),
  { minLength: 1, maxLength: 8 },
);

/** Everything that a patient is told, in answers and by e-mail, but for what is random in it. */
const visit = async (policy: PortalPolicy, reports: readonly ReportRecord[], walk: Step[]) => {
  const { backend, browser, clock } = await openPortal({
    policy,
    people: [makePerson('ann', 'ann.example', reports)],
    passwordIterations: 1,
  });
  await browser.signIn('ann.example');
  const answers: Answer[] = [];
  for (const step of walk) {
    if (step.kind === 'search') answers.push(await browser.search('ann', step.query));
    if (step.kind === 'download') {
      answers.push(await browser.write('POST', '/patients/ann/results/export', step.query));
    }
    if (step.kind === 'compare') {
      answers.push(
        await browser.write('POST', '/patients/ann/observations/search', {
          analyte: step.analyte,
        }),
      );
    }
    if (step.kind === 'open') {
      answers.push(await browser.send('GET', `/patients/ann/results/${step.id}`));
    }
    if (step.kind === 'look around') answers.push(await browser.send('GET', step.path));
    if (step.kind === 'wait') clock.advance({ minutes: step.minutes });
    if (step.kind === 'review' && backend.db.tables.reports.get(step.id)) {
      await reviewResult(backend, step.id).catch(() => undefined); // it was reviewed already
    }
  }
  const emails = [...backend.db.tables.emails.values()].map(({ to, subject, text, sentAt }) => [
    to,
    subject,
    text,
    sentAt,
  ]);
  const account = [...backend.db.tables.accounts.values()][0]?.id ?? '';
  return JSON.stringify([answers, emails])
    .replaceAll(browser.csrfToken, 'token')
    .replaceAll(account, 'account');
};

describe('results.sensitive-withheld and results.provider-choice, whatever a patient does', () => {
  it('leave no trace: all is as if these results had never been', async () => {
    const property = fc.asyncProperty(fc.constantFrom(...policies), steps, async (policy, walk) => {
      const withThem = await visit(policy, [...shown, ...withheldUnder(policy)], walk);
      expect(withThem).to.equal(await visit(policy, shown, walk));
    });
    await fc.assert(property, { numRuns: tries(1000) });
  });
});
