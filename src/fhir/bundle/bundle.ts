import type * as z from 'zod/mini';
import type { Entry } from './entry.js';
import { ImportError } from './import-error.js';
import { ownersOf } from './owner.js';
import type { ParsedBundle } from './parse-bundle.js';
import { readMembers } from './read-members.js';
import { References } from './references.js';
import { resourceSchema, type FhirReference } from '../schemas.js';
import { Tally } from './tally.js';
import { hasLabel, isNewer } from './versions.js';

/**
 * The resources of FHIR R4 bundles: of each the newest version, which of them refers to which, and which
 * is whose. Whoever reads one for good takes it ({@link take}) or says why not ({@link leave}); what
 * nobody spoke of counts as skipped, too.
 */
export class FhirBundle {
  readonly #withheldLabels: ReadonlySet<string>;
  readonly #entries: Entry[] = [];
  readonly #byType = new Map<string, Entry[]>();
  readonly #references = new References();
  readonly #parsed = new Map<z.core.$ZodType, Map<Entry, unknown>>();
  #owners: ReadonlyMap<Entry, Entry | null> | undefined;
  #entriesByOwner: Map<Entry | null | undefined, Entry[]> | undefined;
  #byOwner: Map<Entry, Map<string, Entry[]>> | undefined;
  readonly #tally = new Tally();

  /** @throws {ImportError} for bundles without a resource. */
  constructor(bundles: readonly ParsedBundle[], withheldLabels: readonly string[]) {
    this.#withheldLabels = new Set(withheldLabels);
    const sources = bundles.flatMap(({ entry = [] }) => entry);
    const newest = new Map<string, Omit<Entry, 'key'>>();
    sources.forEach(({ fullUrl, resource }, index) => {
      if (resource === undefined) this.skip('entry without a resource');
      else this.#keep(newest, resource, fullUrl, String(index));
    });
    for (const [key, entry] of newest) this.#add({ ...entry, key });
    if (this.#entries.length === 0) {
      throw new ImportError(
        `This FHIR bundle has ${sources.length} entries and no resource. Expected one Patient with results.`,
      );
    }
  }

  /** The resources of a type that stand in the bundle by themselves, and may be read. */
  ofType(resourceType: string): readonly Entry[] {
    return this.#byType.get(resourceType) ?? [];
  }

  /** Those of them that are about this patient. */
  about(patient: Entry, resourceType: string): readonly Entry[] {
    if (!this.#byOwner) {
      this.#byOwner = new Map();
      for (const entry of [...this.#byType.values()].flat()) {
        const owner = this.ownerOf(entry);
        const own = owner && getOrAdd(this.#byOwner, owner, () => new Map<string, Entry[]>());
        if (own) getOrAdd(own, entry.resource.resourceType, () => []).push(entry);
      }
    }
    const own = this.#byOwner.get(patient)?.get(resourceType) ?? [];
    return own.filter((entry) => !this.isWithheld(entry));
  }

  /** Whom it is about; undefined: nobody, as a practitioner; null: somebody who is not in the file. */
  ownerOf(entry: Entry): Entry | null | undefined {
    this.#owners ??= ownersOf(this, this.#entries);
    return this.#owners.get(entry.container ?? entry);
  }

  /** How many resources of which type there are: "Claim 46, Condition 5". */
  inventory(): string {
    return [...this.#byType].map(([type, { length }]) => `${type} ${length}`).join(', ');
  }

  /** A resource as `schema` has it, without what is wrong in it; undefined (and counted) if too much is. */
  peek<S extends z.core.$ZodType>(entry: Entry, schema: S): z.output<S> | undefined {
    const parsed = getOrAdd(this.#parsed, schema, () => new Map<Entry, unknown>());
    if (!parsed.has(entry)) {
      const members = readMembers(schema, entry.resource);
      if (!members) this.lack(entry, 'malformed');
      for (const member of members?.lost ?? []) this.#tally.lose(entry, member);
      parsed.set(entry, members?.data);
    }
    return parsed.get(entry) as z.output<S> | undefined;
  }

  /** Whether a member was wrong in what was peeked, or an element of it. */
  hasLost(entry: Entry, member: string): boolean {
    return this.#tally.hasLost(entry, member);
  }

  /** The resource that `from` refers to. */
  resolve(reference: FhirReference, from: Entry): Entry | undefined {
    return this.#references.resolve(reference, from);
  }

  /** It is part of the record now. */
  take(entry: Entry): void {
    this.#tally.take(entry);
  }

  /** Peeks, and takes what could be read. */
  read<S extends z.core.$ZodType>(entry: Entry, schema: S): z.output<S> | undefined {
    const resource = this.peek(entry, schema);
    if (resource !== undefined) this.take(entry);
    return resource;
  }

  /** It is no part of the record, and why. Taking it elsewhere prevails. */
  leave(entry: Entry, because: string): void {
    this.#tally.leave(entry, because);
  }

  /** It would be part of the record, and cannot be read: why. */
  lack(entry: Entry, because: string): void {
    this.#tally.lack(entry, because);
  }

  /** Something other than a whole resource was not read; `entry` lacks it. */
  skip(kind: string, entry?: Entry): void {
    this.#tally.skip(kind, entry);
  }

  /** What must not be told to the patient, nor that it is there. */
  withhold(entry: Entry): void {
    this.#tally.withhold(entry);
  }

  isWithheld(entry: Entry): boolean {
    return this.#tally.isWithheld(entry);
  }

  withheld(resourceType: string): readonly Entry[] {
    return this.#tally.withheld(resourceType);
  }

  /** The record lacks it, or lacks a part of it. */
  isLacking(entry: Entry): boolean {
    return this.#tally.isLacking(entry);
  }

  /** What was not read of this patient, counted by kind: `{ Claim: 46, 'Observation (vital-signs)': 50 }`. */
  skipped(patient: Entry): Record<string, number> {
    const own = [patient, undefined, null].flatMap((owner) => this.#entriesOf(owner));
    return this.#tally.skipped(own, (entry) => this.ownerOf(entry) === null);
  }

  /** The entries of this patient that the record lacks, or lacks a part of. */
  lacking(patient: Entry): readonly Entry[] {
    return this.#entriesOf(patient).filter((entry) => this.#tally.isLacking(entry));
  }

  /** All entries, contained ones too, of one owner; sorted out once, since files may be of many people. */
  #entriesOf(owner: Entry | null | undefined): readonly Entry[] {
    if (!this.#entriesByOwner) {
      this.#entriesByOwner = new Map();
      for (const entry of this.#entries) {
        getOrAdd(this.#entriesByOwner, this.ownerOf(entry), () => []).push(entry);
      }
    }
    return this.#entriesByOwner.get(owner) ?? [];
  }

  #keep(
    newest: Map<string, Omit<Entry, 'key'>>,
    json: unknown,
    fullUrl: string | undefined,
    position: string,
  ): void {
    const { success, data: resource } = resourceSchema.safeParse(json);
    if (!success) {
      this.skip('entry that is no resource');
      return;
    }
    const { resourceType, id } = resource;
    const key =
      fullUrl?.replace(/\/_history\/[^/]+$/, '') ??
      (id === undefined ? position : `${resourceType}/${id}`);
    const other = newest.get(key);
    if (other) this.skip(`${resourceType} (repeated)`);
    if (other && !isNewer(resource, other.resource)) return;
    newest.set(key, { fullUrl, resource, container: undefined });
  }

  #add(entry: Entry): void {
    this.#entries.push(entry);
    this.#references.add(entry);
    if (hasLabel(entry.resource, this.#withheldLabels)) this.withhold(entry);
    else if (!entry.container) {
      getOrAdd(this.#byType, entry.resource.resourceType, () => []).push(entry);
    }
    if (entry.container) return;
    for (const contained of entry.resource.contained ?? []) {
      const resource = resourceSchema.safeParse(contained).data;
      const id = resource?.id?.replace(/^#/, '') ?? '';
      const key = `${entry.key}#${id}`;
      if (resource) this.#add({ key, fullUrl: undefined, resource, container: entry });
    }
  }
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
