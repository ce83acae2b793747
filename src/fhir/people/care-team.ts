import type { CareTeamMemberRecord } from '../records/index.js';
import type { FhirBundle } from '../bundle/bundle.js';
import type { Entry } from '../bundle/entry.js';
import { plainWordsOf } from '../codes.js';
import { readDate } from '../dates.js';
import { nameOf, phoneOf } from './names.js';
import { careTeamSchema, encounterSchema } from '../record-schemas.js';
import {
  practitionerRoleSchema,
  practitionerSchema,
  type FhirCodeableConcept,
  type FhirReference,
} from '../schemas.js';
import { Left, readAbout, whyUnsafe, type Subject } from '../bundle/subject.js';
import { opaqueId } from '../opaque-id.js';

/** More than these nobody looks through to write to one. */
const mostMembers = 8;

/** Somebody who was there, and as what if that is said. */
interface Mention {
  readonly reference: FhirReference;
  readonly from: Entry;
  readonly roles: readonly FhirCodeableConcept[];
}

/**
 * Who looks after the patient: the care teams that still hold, then whoever was at visits, latest
 * first; each once.
 */
export function readCareTeam(bundle: FhirBundle, subject: Subject): CareTeamMemberRecord[] {
  const members = new Map<Entry, CareTeamMemberRecord>();
  for (const mention of [
    ...mentionsInTeams(bundle, subject),
    ...mentionsAtVisits(bundle, subject),
  ]) {
    const found = practitionerOf(bundle, mention);
    const name = found && nameOf(bundle, mention.reference, mention.from);
    if (!found || !name || members.has(found.practitioner)) continue;
    members.set(found.practitioner, {
      id: opaqueId(subject.id, found.practitioner.key),
      patientId: subject.id,
      name,
      role: found.role ?? 'Care team',
      phone: found.phone,
    });
    if (members.size === mostMembers) break;
  }
  return [...members.values()];
}

const mentionsInTeams = (bundle: FhirBundle, subject: Subject): Mention[] =>
  readAbout(bundle, subject, 'CareTeam', careTeamSchema, (team, from) => {
    const { status = 'active', participant = [] } = team;
    if (status !== 'active') return new Left(status);
    return participant.flatMap(({ member, role = [] }) =>
      member ? [{ reference: member, from, roles: role }] : [],
    );
  }).flat();

function mentionsAtVisits(bundle: FhirBundle, subject: Subject): Mention[] {
  return bundle
    .about(subject.entry, 'Encounter')
    .flatMap((from) => {
      const visit = whyUnsafe(from) ? undefined : bundle.peek(from, encounterSchema);
      if (!visit || visit.status === 'entered-in-error') return [];
      return (visit.participant ?? []).flatMap(({ individual }) =>
        individual
          ? [{ at: readDate(visit.period?.start).at ?? '', reference: individual, from, roles: [] }]
          : [],
      );
    })
    .sort((one, other) => (one.at < other.at ? 1 : -1));
}

interface Found {
  readonly practitioner: Entry;
  readonly role: string | null;
  readonly phone: string | null;
}

/** Undefined: not in the file, or nobody who could be written to. */
function practitionerOf(bundle: FhirBundle, mention: Mention): Found | undefined {
  const entry = bundle.resolve(mention.reference, mention.from);
  if (entry?.resource.resourceType === 'PractitionerRole') {
    const as = bundle.read(entry, practitionerRoleSchema);
    const who = as?.practitioner && bundle.resolve(as.practitioner, entry);
    const found = who && asPractitioner(bundle, who, [...(as.specialty ?? []), ...(as.code ?? [])]);
    return found && { ...found, phone: phoneOf(as.telecom) ?? found.phone };
  }
  return entry && asPractitioner(bundle, entry, mention.roles);
}

function asPractitioner(
  bundle: FhirBundle,
  practitioner: Entry,
  roles: readonly FhirCodeableConcept[],
): Found | undefined {
  if (practitioner.resource.resourceType !== 'Practitioner') return undefined;
  const source = bundle.read(practitioner, practitionerSchema);
  if (!source) return undefined;
  const known = [...roles, ...(source.qualification ?? []).map(({ code }) => code)];
  const role = known.map((concept) => plainWordsOf(concept)).find((words) => words !== null);
  return { practitioner, role: role ?? null, phone: phoneOf(source.telecom) };
}
