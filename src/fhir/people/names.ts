import type { FhirBundle } from '../bundle/bundle.js';
import type { Entry } from '../bundle/entry.js';
import {
  organizationSchema,
  practitionerRoleSchema,
  practitionerSchema,
  serviceRequestSchema,
  type FhirHumanName,
  type FhirReference,
  type FhirTelecom,
} from '../schemas.js';

const isPast = ({ use, period }: FhirHumanName): boolean =>
  use === 'old' || use === 'maiden' || period?.end !== undefined;

/** One that is in use, the official first. */
export function currentName(names: readonly FhirHumanName[] = []): FhirHumanName | undefined {
  const current = names.filter((name) => !isPast(name));
  const usable = current.length > 0 ? current : names;
  return usable.find(({ use }) => use === 'official') ?? usable[0];
}

/** "Ms. Ann Lee" as written, else given names and family name. */
export function fullName(names: readonly FhirHumanName[] | undefined): string | null {
  const name = currentName(names);
  const words = name?.text ?? [...(name?.given ?? []), name?.family ?? ''].join(' ').trim();
  return words === '' ? null : words;
}

/** "North Shore Medical Center -": a dash that joins it to nothing says nothing. */
const organizationName = (name: string | undefined): string | null =>
  name?.replace(/[\s-]+$/, '') || null;

/** The first phone number of a contact list; null: none. */
export const phoneOf = (telecom: FhirTelecom): string | null =>
  telecom?.find(({ system, value }) => system === 'phone' && value)?.value ?? null;

/** Who or what a reference names: a practitioner, by role too, or an organization. */
export function nameOf(bundle: FhirBundle, reference: FhirReference, from: Entry): string | null {
  const entry = bundle.resolve(reference, from);
  return (entry && readName(bundle, entry)) ?? reference.display ?? null;
}

function readName(bundle: FhirBundle, entry: Entry): string | null {
  switch (entry.resource.resourceType) {
    case 'Practitioner':
      return fullName(bundle.read(entry, practitionerSchema)?.name);
    case 'Organization':
    case 'Location':
      return organizationName(bundle.read(entry, organizationSchema)?.name);
    case 'PractitionerRole': {
      const practitioner = bundle.read(entry, practitionerRoleSchema)?.practitioner;
      return practitioner ? nameOf(bundle, practitioner, entry) : null;
    }
    default:
      return null;
  }
}

/** Who ordered it: the requester of the ServiceRequest that it is based on. */
export function requesterOf(
  bundle: FhirBundle,
  basedOn: readonly FhirReference[] = [],
  from: Entry,
): string | null {
  for (const reference of basedOn) {
    const entry = bundle.resolve(reference, from);
    if (entry?.resource.resourceType !== 'ServiceRequest') continue;
    const requester = bundle.read(entry, serviceRequestSchema)?.requester;
    const name = requester && nameOf(bundle, requester, entry);
    if (name) return name;
  }
  return null;
}

/** Where it was done: the first performer that is an organization. */
export function laboratoryOf(
  bundle: FhirBundle,
  performers: readonly FhirReference[] = [],
  from: Entry,
): string | null {
  const organization = performers.find((performer) => {
    const type = bundle.resolve(performer, from)?.resource.resourceType;
    return type === undefined
      ? /(^|\/)Organization[/?]/.test(performer.reference ?? '')
      : type === 'Organization';
  });
  return organization ? nameOf(bundle, organization, from) : null;
}
