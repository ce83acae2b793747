import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import { bundlesIn } from '../../src/fhir/bundle/bundles-in.js';
import type { Person } from '../db/records/index.js';
import { normalUsername } from '../db/tables.js';
import { ImportError, importPeople } from '../people/imported-person.js';
import { readText } from './json-file.js';
import { StartError } from './start-error.js';

export { StartError } from './start-error.js';

/**
 * Reads the people of FHIR R4 bundles, of NDJSON and of folders of these, and says what was taken and
 * what was left.
 * @param others who are there already
 * @param withheldLabels by which entries are kept from patients (`withheldLabelsOf`)
 * @throws StartError that names the file nobody can be read from
 */
export const readPeople = async (
  paths: readonly string[],
  print: (line: string) => void,
  others: readonly Person[] = [],
  withheldLabels: readonly string[] = [],
): Promise<Person[]> => {
  const people: Person[] = [];
  for (const path of paths) {
    for (const { name, bundles } of await sourcesOf(path)) {
      for (const { person, skipped } of told(name, () => importPeople(bundles, withheldLabels))) {
        people.push(person);
        for (const line of summary(basename(name), person, skipped)) print(line);
      }
    }
  }
  refuseRepeated([...others, ...people]);
  return people;
};

/** Bundles that belong together: of one file, or of several. */
interface Source {
  readonly name: string;
  readonly bundles: readonly unknown[];
}

const sourcesOf = async (path: string): Promise<readonly Source[]> => {
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
  return isFolder ? sourcesIn(path) : [await sourceOf(path)];
};

const sourceOf = async (file: string): Promise<Source> => {
  const text = await readText(file);
  return { name: file, bundles: told(file, () => bundlesIn(text)) };
};

/** What has no Patient of its own, or is a page of a search, belongs to the rest of the folder. */
const sourcesIn = async (folder: string): Promise<readonly Source[]> => {
  const names = (await readdir(folder)).filter((name) => /\.(nd)?jsonl?$/i.test(name)).sort();
  if (names.length === 0) throw new StartError(`${folder}: this folder holds no .json or .ndjson.`);
  const sources = await Promise.all(names.map((name) => sourceOf(join(folder, name))));
  const isWhole = ({ bundles }: Source) => bundles.some(hasPatient) && !bundles.some(isPage);
  const parts = sources.filter((source) => !isWhole(source));
  const isLone = parts.length === 0 || !parts.some(({ bundles }) => bundles.some(isPage));
  const bulk = sources.filter(({ name }) => !name.endsWith('.json'));
  if (bulk.length === 0 && isLone) return sources;
  const joined = new Set([...parts, ...bulk]);
  return [
    ...sources.filter((source) => !joined.has(source)),
    { name: folder, bundles: [...joined].flatMap(({ bundles }) => bundles) },
  ];
};

const resourceSchema = z.object({ resource: z.object({ resourceType: z.literal('Patient') }) });
const bundleSchema = z.object({
  type: z.optional(z.string()),
  link: z.optional(z.array(z.unknown())),
  entry: z.optional(z.array(z.unknown())),
});

const hasPatient = (bundle: unknown): boolean =>
  bundleSchema
    .safeParse(bundle)
    .data?.entry?.some((entry) => resourceSchema.safeParse(entry).success) ?? false;

const isPage = (bundle: unknown): boolean => {
  const { type, link = [] } = bundleSchema.safeParse(bundle).data ?? {};
  return type === 'searchset' && link.length > 0;
};

/** @throws StartError that names where it is from */
const told = <Read>(name: string, read: () => Read): Read => {
  try {
    return read();
  } catch (error) {
    if (error instanceof ImportError) throw new StartError(`${name}: ${error.message}`);
    throw error;
  }
};

const refuseRepeated = (people: readonly Person[]): void => {
  const usernames = new Set<string>();
  const names = new Map<string, string>();
  for (const { patient, account } of people) {
    const username = account && normalUsername(account.username);
    if (username !== undefined && usernames.has(username)) {
      throw new StartError(`Two people have the username ${username}: leave one of them out.`);
    }
    if (username !== undefined) usernames.add(username);
    const name = nameOf(patient);
    const namesake = names.get(patient.id);
    if (namesake !== undefined) {
      throw new StartError(
        `${namesake} and ${name} have one fullUrl, so would have one record: leave one of them out.`,
      );
    }
    names.set(patient.id, name);
  }
};

const nameOf = ({ givenName, familyName }: Person['patient']): string =>
  `${givenName} ${familyName}`.trim();

const summary = (
  file: string,
  person: Person,
  skipped: Readonly<Record<string, number>>,
): string[] => {
  const { patient, account } = person;
  const { notShown = {} } = patient;
  return [
    `${file}: ${nameOf(patient)}` +
      (account ? `, signs in as ${account.username} with ${account.password}` : ', no account'),
    `  read:    ${taken(person)}`,
    `  skipped: ${counted(skipped)}`,
    ...(Object.keys(notShown).length > 0
      ? [`  the patient is told that these are not shown in full: ${counted(notShown)}`]
      : []),
  ];
};

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ') || 'nothing';

/** "25 results with 290 values, 16 medications, 5 conditions": without what there is none of. */
const taken = ({ reports, medications, appointments, careTeam, healthSummary }: Person): string => {
  const values = reports.reduce((count, report) => count + report.observations.length, 0);
  const rest: readonly (readonly [list: readonly unknown[] | undefined, name: string])[] = [
    [medications, 'medications'],
    [healthSummary?.conditions, 'conditions'],
    [healthSummary?.allergies, 'allergies'],
    [healthSummary?.immunizations, 'immunizations'],
    [healthSummary?.vitals, 'vital signs'],
    [appointments, 'appointments'],
    [careTeam, 'people of the care team'],
  ];
  return [
    `${reports.length} results with ${values} values`,
    ...rest.flatMap(([list = [], name]) => (list.length > 0 ? [`${list.length} ${name}`] : [])),
  ].join(', ');
};
