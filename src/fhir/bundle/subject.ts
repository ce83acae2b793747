import type * as z from 'zod/mini';
import type { FhirBundle } from './bundle.js';
import type { Entry } from './entry.js';

/** Whose record is read. */
export interface Subject {
  readonly entry: Entry;
  /** Its id in the portal. */
  readonly id: string;
}

/** Why a resource is no part of the record: how it is counted among what was skipped. */
export class Left {
  /** @param isLack whether it would be part of the record if it could be read */
  constructor(
    readonly because: string,
    readonly isLack = false,
  ) {}
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/**
 * Why nothing of a resource may be believed, whatever it says: somebody else is meant (`focus`), or
 * something unknown changes its meaning.
 */
export function whyUnsafe({ resource }: Entry): Left | undefined {
  const { focus, modifierExtension, implicitRules } = resource;
  if (!isEmpty(modifierExtension) || implicitRules !== undefined) {
    return new Left('with a meaning that is not known here', true);
  }
  const hasFocus = resource.resourceType === 'Observation' && !isEmpty(focus);
  return hasFocus ? new Left('about somebody or something else', true) : undefined;
}

/** Leaves a resource, and remembers why. */
export function leave(bundle: FhirBundle, entry: Entry, { because, isLack }: Left): void {
  if (isLack) bundle.lack(entry, because);
  else bundle.leave(entry, because);
}

/**
 * What is read of the resources of one type that are about the subject. Each is taken, or left for the
 * reason that `read` gives.
 * @param lefts takes these reasons in
 */
export function readAbout<Source, Read>(
  bundle: FhirBundle,
  subject: Subject,
  resourceType: string,
  schema: z.ZodMiniType<Source>,
  read: (source: Source, entry: Entry) => Read | Left,
  lefts: Left[] = [],
): Read[] {
  return bundle.about(subject.entry, resourceType).flatMap((entry) => {
    const source = bundle.peek(entry, schema);
    if (!source) return [];
    const outcome = whyUnsafe(entry) ?? read(source, entry);
    if (outcome instanceof Left) {
      lefts.push(outcome);
      leave(bundle, entry, outcome);
      return [];
    }
    bundle.take(entry);
    return [outcome];
  });
}

/** A date as it was read; what was lost of it is counted. */
export function counted<Date extends { readonly unread: string | null }>(
  bundle: FhirBundle,
  entry: Entry,
  date: Date,
): Date {
  if (date.unread !== null) bundle.skip(`${entry.resource.resourceType}: ${date.unread}`, entry);
  return date;
}
