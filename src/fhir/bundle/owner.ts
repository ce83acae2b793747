import * as z from 'zod/mini';
import type { Entries, Entry } from './entry.js';
import { patientSchema, reference, type FhirIdentifier, type FhirReference } from '../schemas.js';

/**
 * Whom each resource is about (`subject`, `patient`): a Patient of the bundle, or null for somebody
 * else or nobody can tell whom. What names no subject is about the only patient, or else about none.
 */
export function ownersOf(
  bundle: Entries,
  entries: readonly Entry[],
): ReadonlyMap<Entry, Entry | null> {
  const patients = bundle.ofType('Patient');
  const owners = new Map<Entry, Entry | null>();
  for (const entry of entries) {
    const { subject = entry.resource.patient } = entry.resource;
    const parsed = z.safeParse(z.optional(reference), subject);
    if (patients.includes(entry)) owners.set(entry, entry);
    else if (!parsed.success) owners.set(entry, null);
    else if (parsed.data) owners.set(entry, ownerBy(bundle, patients, parsed.data, entry));
    else if (patients[0] && patients.length === 1) owners.set(entry, patients[0]);
  }
  return owners;
}

function ownerBy(
  bundle: Entries,
  patients: readonly Entry[],
  subject: FhirReference,
  from: Entry,
): Entry | null {
  if (subject.type !== undefined && !/(^|\/)Patient$/.test(subject.type)) return null;
  const named = subject.reference === undefined ? undefined : bundle.resolve(subject, from);
  if (named && patients.includes(named)) return named;
  const identifiers = named?.container ? named.resource.identifier : [subject.identifier];
  const known = (identifiers ?? []).flatMap((each) => (each?.value ? [each] : []));
  if (known.length > 0) return patients.find((patient) => hasAny(patient, known)) ?? null;
  const [only] = patients.length === 1 ? patients : [];
  if (subject.reference !== undefined || !only) return null;
  return subject.display === undefined || isCalled(bundle, only, subject.display) ? only : null;
}

const hasAny = ({ resource }: Entry, identifiers: readonly FhirIdentifier[]): boolean =>
  identifiers.some(({ system, value }) =>
    resource.identifier?.some((own) => own.value === value && own.system === system),
  );

const wordsIn = (text: string): readonly string[] => text.toLowerCase().split(/[^\p{Letter}]+/u);

/** Whether each of these words is one of the patient's names, as far as it is long enough to be one. */
function isCalled(bundle: Entries, patient: Entry, display: string): boolean {
  const names = bundle.peek(patient, patientSchema)?.name ?? [];
  const own = new Set(
    names.flatMap(({ text = '', given = [], family = '' }) =>
      wordsIn([text, ...given, family].join(' ')),
    ),
  );
  return wordsIn(display).every((word) => word.length < 3 || own.has(word));
}
