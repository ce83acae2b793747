import type { ResultSummary } from '../../../src/contract/record/results.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalContext } from '../../../src/session/portal-context.js';

/** As much of the context as rows are told with. */
export const context = { policy: mycooper, locale: 'en' } as PortalContext;

const categories = ['laboratory', 'microbiology', 'pathology', 'imaging'] as const;
const names = ['Basic metabolic panel', 'Complete blood count', 'Urine culture', 'Chest X-ray'];
const day = 86_400_000;

/** A record's list of so many results. */
export const rowsOf = (count: number): readonly ResultSummary[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `result-${n}`,
    name: names[n % names.length] ?? '',
    category: categories[n % categories.length] ?? 'laboratory',
    status: 'final',
    collectedAt: new Date(Date.UTC(2026, 4, 1) - n * day).toISOString(),
    orderedBy: 'Dana Lee, MD',
    observationCount: 8,
    abnormalCount: n % 3,
  }));
