import type * as z from 'zod/mini';
import type { Entry, FhirBundle } from './bundle.js';
import type { FhirReference } from './schemas.js';

/** Whose record is read. */
export interface Subject {
  readonly entry: Entry;
  /** Its id in the portal. */
  readonly id: string;
}

/** True also where a resource says nothing of its subject: the file is about one patient. */
export function isAbout(
  bundle: FhirBundle,
  subject: Subject,
  reference: FhirReference | undefined,
  from: Entry,
): boolean {
  return reference?.reference === undefined || bundle.resolve(reference, from) === subject.entry;
}

interface WithSubject {
  readonly subject?: FhirReference | undefined;
  readonly patient?: FhirReference | undefined;
}

/** Why a resource is no part of the record: how it is counted among what was skipped. */
export class Left {
  constructor(readonly because: string) {}
}

/**
 * What is read of the resources of one type that are about the subject. Each is taken, or left for the
 * reason that `read` gives.
 */
export function readAbout<Source extends WithSubject, Read>(
  bundle: FhirBundle,
  subject: Subject,
  resourceType: string,
  schema: z.ZodMiniType<Source>,
  read: (source: Source, entry: Entry) => Read | Left,
): Read[] {
  return bundle.ofType(resourceType).flatMap((entry) => {
    const source = bundle.peek(entry, schema);
    if (!source) return [];
    const outcome = isAbout(bundle, subject, source.subject ?? source.patient, entry)
      ? read(source, entry)
      : new Left('not about this patient');
    if (outcome instanceof Left) {
      bundle.leave(entry, outcome.because);
      return [];
    }
    bundle.take(entry);
    return [outcome];
  });
}

/** A date as it was read; what was lost of it is counted. */
export function counted<Date extends { readonly unread: string | null }>(
  bundle: FhirBundle,
  { resource }: Entry,
  date: Date,
): Date {
  if (date.unread !== null) bundle.skip(`${resource.resourceType}: ${date.unread}`);
  return date;
}
