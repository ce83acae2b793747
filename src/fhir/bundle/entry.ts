import type * as z from 'zod/mini';
import type { FhirReference, FhirResource } from '../schemas.js';

/** A resource in its place in the bundle. */
export interface Entry {
  /** Tells it apart within the bundle, and is the same each time the file is read. */
  readonly key: string;
  readonly fullUrl: string | undefined;
  readonly resource: FhirResource;
  /** For a contained resource: what contains it. */
  readonly container: Entry | undefined;
}

/** How the entries of a bundle are found and read. */
export interface Entries {
  /** The resources of a type that stand in the bundle by themselves. */
  ofType(resourceType: string): readonly Entry[];
  /** The resource that `from` refers to. */
  resolve(reference: FhirReference, from: Entry): Entry | undefined;
  /** A resource as `schema` has it; undefined if too much of it is wrong. */
  peek<S extends z.core.$ZodType>(entry: Entry, schema: S): z.output<S> | undefined;
}
