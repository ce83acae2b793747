import { basename } from 'node:path';
import type { Person } from '../db/records/index.js';
import { normalUsername } from '../db/tables.js';
import { importBundle, ImportError } from '../people/imported-person.js';
import { readJson } from './json-file.js';
import { StartError } from './start-error.js';

export { StartError } from './start-error.js';

/**
 * Reads one person from each FHIR R4 bundle and says what was taken and what was left.
 * @param others who are there already
 * @throws StartError that names the file nobody can be read from
 */
export const readPeople = async (
  files: readonly string[],
  print: (line: string) => void,
  others: readonly Person[] = [],
): Promise<Person[]> => {
  const people: Person[] = [];
  for (const file of files) {
    const bundle = await readJson(file, 'a FHIR bundle');
    try {
      const { person, skipped } = importBundle(bundle);
      people.push(person);
      for (const line of summary(basename(file), person, skipped)) print(line);
    } catch (error) {
      if (error instanceof ImportError) throw new StartError(`${file}: ${error.message}`);
      throw error;
    }
  }
  refuseRepeated([...others, ...people]);
  return people;
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
  const left = Object.entries(skipped).map(([kind, count]) => `${count} ${kind}`);
  return [
    `${file}: ${nameOf(patient)}` +
      (account ? `, signs in as ${account.username} with ${account.password}` : ', no account'),
    `  read:    ${taken(person)}`,
    `  skipped: ${left.join(', ') || 'nothing'}`,
  ];
};

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
