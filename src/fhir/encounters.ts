import type { AppointmentRecord } from './records/index.js';
import type { FhirBundle } from './bundle/bundle.js';
import type { Entry } from './bundle/entry.js';
import { plainWordsOf } from './codes.js';
import { readDate } from './dates.js';
import { nameOf, phoneOf } from './people/names.js';
import { encounterSchema, type FhirEncounter } from './record-schemas.js';
import { organizationSchema, type FhirAddress } from './schemas.js';
import { counted, Left, readAbout, type Subject } from './bundle/subject.js';
import { opaqueId } from './opaque-id.js';

/** What a status of Encounter is here; `entered-in-error` and `unknown` ones are left out. */
const statuses: Readonly<Partial<Record<string, AppointmentRecord['status']>>> = {
  planned: 'booked',
  arrived: 'fulfilled',
  triaged: 'fulfilled',
  'in-progress': 'fulfilled',
  onleave: 'fulfilled',
  finished: 'fulfilled',
  cancelled: 'cancelled',
};

/** The visits of a bundle, as appointments. */
export function readAppointments(bundle: FhirBundle, subject: Subject): AppointmentRecord[] {
  return readAbout(bundle, subject, 'Encounter', encounterSchema, (encounter, entry) => {
    const status = statuses[encounter.status];
    if (status === undefined) {
      return new Left(encounter.status, encounter.status === 'unknown');
    }
    const startsAt = counted(bundle, entry, readDate(encounter.period?.start)).at;
    if (startsAt === null) return new Left('without a date', true);
    const dayOnly = !/T.*(Z|[+-]\d{2}:\d{2})$/.test(encounter.period?.start?.trim() ?? '');
    return {
      id: opaqueId(subject.id, entry.key),
      patientId: subject.id,
      title: titleOf(encounter),
      startsAt,
      ...(dayOnly && { dayOnly }),
      minutes: dayOnly ? null : minutesOf(startsAt, readDate(encounter.period?.end).at),
      status,
      practitioner: practitionerOf(bundle, encounter, entry),
      mode: encounter.class?.code === 'VR' ? ('video' as const) : ('in-person' as const),
      location: locationOf(bundle, encounter, entry),
      instructions: null,
    };
  });
}

/** "Encounter for 'check-up'" as patients say it: "Visit for check-up". */
function titleOf({ type }: FhirEncounter): string {
  const words = plainWordsOf(type?.[0])
    ?.replace(/'([^']*)'/g, '$1')
    .replace(/\bencounter\b/gi, (_word, at: number) => (at === 0 ? 'Visit' : 'visit'));
  return words || 'Visit';
}

const longestMinutes = 24 * 60;

/** Null where it does not end, or lasts for days. */
function minutesOf(startsAt: string, endsAt: string | null): number | null {
  if (endsAt === null) return null;
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  return minutes > 0 && minutes <= longestMinutes ? minutes : null;
}

function practitionerOf(
  bundle: FhirBundle,
  { participant = [] }: FhirEncounter,
  from: Entry,
): string | null {
  for (const { individual } of participant) {
    const name = individual && nameOf(bundle, individual, from);
    if (name) return name;
  }
  return null;
}

/** The place itself, else whom it belongs to. */
function locationOf(
  bundle: FhirBundle,
  { location = [], serviceProvider }: FhirEncounter,
  from: Entry,
): AppointmentRecord['location'] {
  for (const reference of [...location.map((place) => place.location), serviceProvider]) {
    const name = reference && nameOf(bundle, reference, from);
    if (!reference || !name) continue;
    const entry = bundle.resolve(reference, from);
    const place = entry && bundle.read(entry, organizationSchema);
    return { name, address: addressLine(place?.address), phone: phoneOf(place?.telecom) };
  }
  return null;
}

/** "81 Highland Avenue, Salem, MA 01970". */
function addressLine(address: FhirAddress | readonly FhirAddress[] | undefined): string | null {
  const [first] = [address ?? []].flat();
  if (!first) return null;
  const { text, line = [], city, state, postalCode } = first;
  const place = [state, postalCode].filter(Boolean).join(' ');
  return text ?? ([...line, city, place].filter(Boolean).join(', ') || null);
}
