import * as z from 'zod/mini';
import { bundleSchema, resourceSchema, type FhirReference, type FhirResource } from './schemas.js';
import { ImportError } from './import-error.js';

/** The types of bundle that bring a record along; others are answers, messages or histories. */
const bundleTypes = ['transaction', 'batch', 'collection', 'searchset', 'document'];

/** A resource in its place in the bundle. */
export interface Entry {
  /** Tells it apart within the bundle, and is the same each time the file is read. */
  readonly key: string;
  readonly fullUrl: string | undefined;
  readonly resource: FhirResource;
  /** For a contained resource: what contains it. */
  readonly container: Entry | undefined;
}

/**
 * A FHIR R4 bundle that knows which of its resources are part of the record now. Whoever reads one
 * for good takes it ({@link take}) or says why not ({@link leave}); what nobody spoke of counts as
 * skipped, too.
 */
export class FhirBundle {
  readonly #entries: Entry[] = [];
  readonly #byUrl = new Map<string, Entry>();
  readonly #byTypeAndId = new Map<string, Entry>();
  readonly #taken = new Set<Entry>();
  readonly #leftBecause = new Map<Entry, string>();
  readonly #skipped = new Map<string, number>();

  /** @throws {ImportError} for anything but a bundle with resources. */
  constructor(json: unknown) {
    const { type, entry: entries = [] } = parseBundle(json);
    if (!bundleTypes.includes(type)) {
      throw new ImportError(
        `This is a FHIR bundle of type "${type}". Expected one of these types: ${bundleTypes.join(', ')}.`,
      );
    }
    entries.forEach(({ fullUrl, resource }, index) => {
      if (resource === undefined) this.skip('entry without a resource');
      else this.#add(resource, fullUrl, String(index));
    });
    if (this.#entries.length === 0) {
      throw new ImportError(
        `This FHIR bundle has ${entries.length} entries and no resource. Expected one Patient with results.`,
      );
    }
  }

  /** The resources of a type that stand in the bundle by themselves. */
  ofType(resourceType: string): readonly Entry[] {
    return this.#entries.filter(
      ({ resource, container }) => resource.resourceType === resourceType && !container,
    );
  }

  /** How many resources of which type there are: "Claim 46, Condition 5". */
  inventory(): string {
    const counts = new Map<string, number>();
    for (const { resource } of this.#entries) increase(counts, resource.resourceType);
    return [...counts].map(([type, count]) => `${type} ${count}`).join(', ');
  }

  /** A resource as `schema` has it, or undefined (and counted) if it is not like that. */
  peek<S extends z.core.$ZodType>(entry: Entry, schema: S): z.output<S> | undefined {
    const parsed = z.safeParse(schema, entry.resource);
    if (parsed.success) return parsed.data;
    this.leave(entry, 'malformed');
    return undefined;
  }

  /**
   * The resource that `from` refers to, by the bundle's rules (https://hl7.org/fhir/R4/bundle.html#references):
   * contained, by full URL, relative to its own, or by type and id where no two servers' addresses
   * could be confused.
   */
  resolve({ reference }: FhirReference, from: Entry): Entry | undefined {
    if (reference === undefined) return undefined;
    if (reference.startsWith('#')) {
      const container = from.container ?? from;
      return reference === '#' ? container : this.#byUrl.get(container.key + reference);
    }
    const url = reference.replace(/\/_history\/[^/]+$/, '');
    const base = serverBase(from);
    const entry = this.#byUrl.get(url) ?? this.#byUrl.get(base + url);
    if (entry) return entry;
    if (isHttp(url)) return undefined;
    const namesake = this.#byTypeAndId.get(url);
    return base !== '' && isHttp(namesake?.fullUrl) ? undefined : namesake;
  }

  /** It is part of the record now. */
  take(entry: Entry): void {
    this.#taken.add(entry);
  }

  /** Peeks, and takes what could be read. */
  read<S extends z.core.$ZodType>(entry: Entry, schema: S): z.output<S> | undefined {
    const resource = this.peek(entry, schema);
    if (resource !== undefined) this.take(entry);
    return resource;
  }

  /** It is not, and why. Taking it elsewhere prevails. */
  leave(entry: Entry, because: string): void {
    this.#leftBecause.set(entry, because);
  }

  /** Something other than a whole resource was not read. */
  skip(kind: string): void {
    increase(this.#skipped, kind);
  }

  /** What was not read, counted by kind: `{ Claim: 46, 'Observation (vital-signs)': 50 }`. */
  skipped(): Record<string, number> {
    const counts = new Map(this.#skipped);
    for (const entry of this.#entries) {
      const isRead = this.#taken.has(entry);
      const isPartOfSkipped = entry.container && !this.#taken.has(entry.container);
      if (!isRead && !isPartOfSkipped) {
        increase(counts, kindOf(entry.resource, this.#leftBecause.get(entry)));
      }
    }
    return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  #add(json: unknown, fullUrl: string | undefined, position: string): void {
    const { success, data: resource } = resourceSchema.safeParse(json);
    if (!success) {
      this.skip('entry that is no resource');
      return;
    }
    const typeAndId =
      resource.id === undefined ? undefined : `${resource.resourceType}/${resource.id}`;
    const key = fullUrl ?? typeAndId ?? position;
    if (this.#byUrl.has(key)) {
      this.skip(`${resource.resourceType} (repeated)`);
      return;
    }
    const entry: Entry = { key, fullUrl, resource, container: undefined };
    this.#entries.push(entry);
    this.#byUrl.set(key, entry);
    if (typeAndId !== undefined && !this.#byTypeAndId.has(typeAndId)) {
      this.#byTypeAndId.set(typeAndId, entry);
    }
    if (fullUrl === undefined && resource.id !== undefined) {
      this.#byUrl.set(`urn:uuid:${resource.id}`, entry);
    }
    for (const contained of resource.contained ?? []) this.#addContained(contained, entry);
  }

  #addContained(resource: FhirResource, container: Entry): void {
    const key = `${container.key}#${resource.id ?? ''}`;
    const entry: Entry = { key, fullUrl: undefined, resource, container };
    this.#entries.push(entry);
    this.#byUrl.set(key, entry);
  }
}

function parseBundle(json: unknown): z.infer<typeof bundleSchema> {
  const parsed = bundleSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const expected =
    'Expected a FHIR R4 bundle: {"resourceType": "Bundle", "type": …, "entry": […]}.';
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    const found = json === null ? 'null' : Array.isArray(json) ? 'a list' : `a ${typeof json}`;
    throw new ImportError(`This is no FHIR bundle but ${found}. ${expected}`);
  }
  const type = 'resourceType' in json ? json.resourceType : undefined;
  if (type !== 'Bundle') {
    const found =
      typeof type === 'string'
        ? `a FHIR resource of type "${type}"`
        : 'an object without "resourceType"';
    throw new ImportError(`This is no FHIR bundle but ${found}. ${expected}`);
  }
  const [issue] = parsed.error.issues;
  throw new ImportError(
    `This FHIR bundle cannot be read: ${issue?.message ?? 'invalid'} at "${issue?.path.join('.') ?? ''}". ${expected}`,
  );
}

const isHttp = (url: string | undefined): boolean => /^https?:/.test(url ?? '');

/** `https://example.org/fhir/` of `https://example.org/fhir/Patient/1`; empty if there is none. */
function serverBase({ fullUrl, container }: Entry): string {
  const url = container?.fullUrl ?? fullUrl ?? '';
  return isHttp(url) ? url.replace(/[^/]+\/[^/]+$/, '') : '';
}

function increase(counts: Map<string, number>, kind: string): void {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
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
