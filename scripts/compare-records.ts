/**
 * Compares what is read of FHIR R4 bundles, one patient each, with the bundles themselves: every number,
 * comparator, unit, date, status and name of each entry that the record lists. It looks at the file by a
 * way of its own. Fails where one differs; tells how many entries are not listed.
 *
 *   npx tsx scripts/compare-records.ts FILE...
 */
import { readFileSync } from 'node:fs';
import { importBundle } from '../mocks/people/imported-person.js';
import type { Person } from '../mocks/db/records/index.js';
import { opaqueId } from '../src/fhir/opaque-id.js';

type Json = Readonly<Record<string, unknown>>;
interface Entry {
  readonly fullUrl: string;
  readonly resource: Json;
}
/** What the file says, and what the record says; where these differ, something was lost. */
type Fact = readonly [name: string, source: unknown, record: unknown];

const get = (source: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((found, key) => (found as Json | undefined)?.[key], source);
const text = (source: unknown, ...path: readonly (string | number)[]): string => {
  const found = get(source, ...path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
};

const nameOf = (concept: unknown): string =>
  text(concept, 'text') || text(concept, 'coding', 0, 'display');
/** Without the kind of thing that SNOMED CT puts behind a name. */
const plainName = (concept: unknown): string =>
  nameOf(concept).replace(/ \((disorder|finding|situation|procedure|substance)\)$/, '');
const dayOf = (...path: readonly unknown[]) =>
  text(path[0], ...(path.slice(1) as string[])).slice(0, 10);
const instantOf = (at: unknown): number => Math.floor(Date.parse(String(at)) / 1000);

const printed: Readonly<Record<string, string>> = {
  ...{ 'mm[Hg]': 'mmHg', 'kg/m2': 'kg/m²', Cel: '°C', '{score}': 'score' },
};
const quantityOf = (quantity: unknown): string => {
  const unit = text(quantity, 'unit');
  return `${text(quantity, 'comparator')}${text(quantity, 'value')} ${printed[unit] ?? unit}`;
};

const factsOf = (person: Person, { fullUrl, resource }: Entry): readonly Fact[] | undefined => {
  const id = opaqueId(person.patient.id, fullUrl);
  const { conditions = [], allergies = [], immunizations = [] } = person.healthSummary ?? {};
  switch (resource['resourceType']) {
    case 'Observation':
      return vitalFacts(person, id, resource) ?? observationFacts(person, fullUrl, resource);
    case 'DiagnosticReport': {
      const report = person.reports.find((each) => each.id === id);
      return (
        report && [
          ['name', nameOf(resource['code']), report.name],
          ['status', resource['status'], report.status],
          ['time', instantOf(resource['effectiveDateTime']), instantOf(report.collectedAt)],
          ['reported', instantOf(resource['issued']), instantOf(report.reportedAt)],
        ]
      );
    }
    case 'Condition': {
      const condition = conditions.find((each) => each.id === id);
      const status = text(resource, 'clinicalStatus', 'coding', 0, 'code');
      return (
        condition && [
          ['name', plainName(resource['code']), condition.name],
          ['status', status, condition.status],
          ['onset', dayOf(resource, 'onsetDateTime'), condition.onsetOn],
          ['end', dayOf(resource, 'abatementDateTime'), condition.resolvedOn ?? ''],
        ]
      );
    }
    case 'AllergyIntolerance': {
      const allergy = allergies.find((each) => each.id === id);
      const substance = allergy?.substance.toLowerCase() ?? '';
      return (
        allergy && [
          ['name', true, plainName(resource['code']).toLowerCase().includes(substance)],
          ['noted', dayOf(resource, 'recordedDate'), allergy.notedOn],
          ['criticality', text(resource, 'criticality'), allergy.criticality ?? ''],
        ]
      );
    }
    case 'Immunization': {
      const immunization = immunizations.find((each) => each.id === id);
      return (
        immunization && [
          ['name', nameOf(resource['vaccineCode']), immunization.name],
          ['given', dayOf(resource, 'occurrenceDateTime'), immunization.givenOn],
        ]
      );
    }
    case 'MedicationRequest': {
      const medication = person.medications?.find((each) => each.id === id);
      const name = nameOf(resource['medicationCodeableConcept']);
      return (
        medication && [
          ['name', true, name.endsWith(medication.name)],
          ['status', resource['status'], medication.status],
          ['prescribed', dayOf(resource, 'authoredOn'), medication.prescribedOn],
        ]
      );
    }
    case 'Encounter': {
      const visit = person.appointments?.find((each) => each.id === id);
      return (
        visit && [['start', instantOf(get(resource, 'period', 'start')), instantOf(visit.startsAt)]]
      );
    }
    case 'Patient': {
      const given = (get(resource, 'name', 0, 'given') as readonly string[]).join(' ');
      return [
        ['given name', given, person.patient.givenName],
        ['family name', text(resource, 'name', 0, 'family'), person.patient.familyName],
        ['born', resource['birthDate'], person.patient.birthDate],
        ['sex', resource['gender'], person.patient.sex],
      ];
    }
    default:
      return undefined;
  }
};

const vitalFacts = (person: Person, id: string, resource: Json): Fact[] | undefined => {
  const vital = person.healthSummary?.vitals.find((each) => each.id === id);
  if (!vital) return undefined;
  const parts = (resource['component'] ?? []) as readonly Json[];
  const own = resource['valueQuantity'];
  const source = [...(own ? [own] : []), ...parts.map((part) => part['valueQuantity'])].map(
    quantityOf,
  );
  const record = [
    ...vital.values.map((value) => `${value} ${vital.unit}`),
    ...(vital.components ?? []).map(({ value }) => quantityOf(value)),
  ];
  return [
    ['name', plainName(resource['code']), vital.name],
    // The upper number of a blood pressure comes first in the record.
    ['values', source.sort().join(', '), record.sort().join(', ')],
    ['time', instantOf(resource['effectiveDateTime']), instantOf(vital.takenAt)],
  ];
};

const observationFacts = (person: Person, fullUrl: string, resource: Json): Fact[] | undefined => {
  for (const report of person.reports) {
    const found = report.observations.find(({ id }) => id === opaqueId(report.id, fullUrl));
    if (!found) continue;
    const { value } = found;
    return [
      ['name', nameOf(resource['code']), found.name],
      [
        'value',
        resource['valueQuantity']
          ? quantityOf(resource['valueQuantity'])
          : nameOf(resource['valueCodeableConcept']),
        value?.kind === 'text'
          ? value.text
          : quantityOf({ ...value, comparator: value?.comparator ?? undefined }),
      ],
      [
        'time',
        instantOf(resource['effectiveDateTime']),
        instantOf(found.takenAt ?? report.collectedAt),
      ],
    ];
  }
  return undefined;
};

for (const path of process.argv.slice(2)) {
  const bundle = JSON.parse(readFileSync(path, 'utf8')) as { readonly entry: readonly Entry[] };
  const { person } = importBundle(bundle);
  const notListed = new Map<string, number>();
  let facts = 0;
  let different = 0;
  for (const entry of bundle.entry) {
    const found = factsOf(person, entry);
    const type = String(entry.resource['resourceType']);
    if (!found) notListed.set(type, (notListed.get(type) ?? 0) + 1);
    for (const [name, source, record] of found ?? []) {
      facts += 1;
      if (Object.is(source, record)) continue;
      different += 1;
      console.error(
        `  ${type} ${entry.fullUrl}, ${name}: "${String(source)}", read "${String(record)}"`,
      );
    }
  }
  if (different > 0) process.exitCode = 1;
  const rest = [...notListed].map(([type, count]) => `${count} ${type}`).join(', ');
  console.log(`${path}: ${facts} facts, ${different} differ. Not listed: ${rest || 'nothing'}`);
}
