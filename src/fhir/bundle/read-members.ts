import * as z from 'zod/mini';

/** What can be read of a resource. */
export interface ReadMembers<Read> {
  readonly data: Read;
  /** The members that are wrong, and were left out: all of one, or an element of a list. */
  readonly lost: readonly string[];
}

/** Without these a resource would mean something else: where one of them is wrong, nothing is read. */
const grave = new Set([
  ...['resourceType', 'status', 'intent', 'clinicalStatus', 'verificationStatus'],
  ...['subject', 'patient', 'focus', 'modifierExtension'],
]);

type Members = Readonly<Record<string, unknown>>;

/** A resource as `schema` has it, without what is wrong in it; undefined if too much is wrong. */
export function readMembers<S extends z.core.$ZodType>(
  schema: S,
  resource: Members,
): ReadMembers<z.output<S>> | undefined {
  const lost = new Set<string>();
  let source = resource;
  for (;;) {
    const parsed = z.safeParse(schema, source);
    if (parsed.success) return { data: parsed.data, lost: [...lost] };
    const path = parsed.error.issues[0]?.path ?? [];
    const [member] = path;
    if (typeof member !== 'string' || grave.has(member) || source[member] === undefined) {
      return undefined;
    }
    lost.add(member);
    source = without(source, placeOf(path)) as Members;
  }
}

/** One coding of several may go; else the whole member, or the whole element of a list. */
function placeOf(path: readonly PropertyKey[]): readonly PropertyKey[] {
  const coding = path.lastIndexOf('coding');
  if (coding >= 0 && typeof path[coding + 1] === 'number') return path.slice(0, coding + 2);
  return path.slice(0, typeof path[1] === 'number' ? 2 : 1);
}

/** A copy without what stands at that place. */
function without(source: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (typeof source !== 'object' || source === null || key === undefined) return source;
  if (Array.isArray(source)) {
    const list: readonly unknown[] = source;
    return rest.length === 0
      ? list.filter((_, index) => index !== key)
      : list.map((element, index) => (index === key ? without(element, rest) : element));
  }
  const copy: Record<PropertyKey, unknown> = { ...source };
  if (rest.length === 0) copy[key] = undefined;
  else copy[key] = without(copy[key], rest);
  return copy;
}
