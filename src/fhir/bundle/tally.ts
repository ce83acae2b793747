import * as z from 'zod/mini';
import type { Entry } from './entry.js';
import type { FhirResource } from '../schemas.js';

/** What became of the resources of a bundle, and of their parts. */
export class Tally {
  readonly #taken = new Set<Entry>();
  readonly #withheld = new Set<Entry>();
  readonly #lacking = new Set<Entry>();
  readonly #leftBecause = new Map<Entry, string>();
  readonly #lost = new Map<Entry, Set<string>>();
  readonly #skipped = new Map<Entry | undefined, string[]>();

  take(entry: Entry): void {
    this.#taken.add(entry);
  }

  leave(entry: Entry, because: string): void {
    this.#leftBecause.set(entry, because);
  }

  lack(entry: Entry, because: string): void {
    this.leave(entry, because);
    this.#lacking.add(entry);
  }

  /** A member was wrong. */
  lose(entry: Entry, member: string): void {
    const lost = this.#lost.get(entry) ?? new Set();
    this.#lost.set(entry, lost);
    if (lost.has(member)) return;
    lost.add(member);
    this.skip(`${entry.resource.resourceType}.${member} (malformed)`, entry);
  }

  hasLost(entry: Entry, member: string): boolean {
    return this.#lost.get(entry)?.has(member) ?? false;
  }

  skip(kind: string, entry: Entry | undefined): void {
    const kinds = this.#skipped.get(entry);
    if (kinds) kinds.push(kind);
    else this.#skipped.set(entry, [kind]);
    if (entry) this.#lacking.add(entry);
  }

  withhold(entry: Entry): void {
    this.#withheld.add(entry);
  }

  isWithheld(entry: Entry): boolean {
    return this.#withheld.has(entry);
  }

  withheld(resourceType: string): readonly Entry[] {
    return [...this.#withheld].filter(({ resource }) => resource.resourceType === resourceType);
  }

  isLacking(entry: Entry): boolean {
    return this.#lacking.has(entry) && !this.isWithheld(entry);
  }

  skipped(entries: readonly Entry[], isOthers: (entry: Entry) => boolean): Record<string, number> {
    const counts = new Map<string, number>();
    const increase = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
    for (const entry of [undefined, ...entries]) this.#skipped.get(entry)?.forEach(increase);
    for (const entry of entries) {
      const isRead = this.#taken.has(entry) || this.isWithheld(entry);
      const isPartOfSkipped = entry.container && !this.#taken.has(entry.container);
      if (isRead || isPartOfSkipped) continue;
      const because = isOthers(entry) ? 'not about this patient' : this.#leftBecause.get(entry);
      increase(kindOf(entry.resource, because));
    }
    return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

const categorySchema = z.object({
  category: z.array(z.object({ coding: z.array(z.object({ code: z.string() })) })),
});

/** "Claim", "Observation (vital-signs)", "Observation (malformed)". */
function kindOf(resource: FhirResource, because: string | undefined): string {
  const parsed = categorySchema.safeParse(resource);
  const isDiagnostic = ['Observation', 'DiagnosticReport'].includes(resource.resourceType);
  const category =
    isDiagnostic && parsed.success
      ? parsed.data.category.flatMap(({ coding }) => coding.map(({ code }) => code)).join(', ')
      : '';
  const detail = because ?? category;
  return detail === '' ? resource.resourceType : `${resource.resourceType} (${detail})`;
}
