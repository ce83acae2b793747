import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { tsImport } from 'tsx/esm/api';

/** @typedef {import('../mocks/db/records.js').Person} Person */

/** A file that nobody can be read from; the message names the file. */
export class PeopleError extends Error {}

/**
 * Reads one person from each FHIR R4 bundle and says what was taken and what was left.
 * @param {readonly string[]} files
 * @param {(line: string) => void} print
 * @returns {Promise<Person[]>}
 * @throws {PeopleError}
 */
export async function readPeople(files, print) {
  /** @type {typeof import('../mocks/people/fhir-importer.js')} */
  const { importBundle, ImportError } = await tsImport(
    '../mocks/people/fhir-importer.ts',
    import.meta.url,
  );
  /** @type {Person[]} */
  const people = [];
  for (const file of files) {
    const bundle = await readJson(file);
    try {
      const { person, skipped } = importBundle(bundle);
      people.push(person);
      for (const line of summary(basename(file), person, skipped)) print(line);
    } catch (error) {
      if (error instanceof ImportError) throw new PeopleError(`${file}: ${error.message}`);
      throw error;
    }
  }
  refuseSameUsername(people);
  return people;
}

/**
 * @param {string} file
 * @returns {Promise<unknown>}
 */
async function readJson(file) {
  try {
    // npm runs scripts in the project's folder; the file is named from where npm was called.
    const path = resolve(process.env['INIT_CWD'] ?? '', file);
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new PeopleError(`${file}: this is not JSON, so not a FHIR bundle.`);
    }
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new PeopleError(`${file}: ${code === 'ENOENT' ? 'there is no such file.' : message}`);
  }
}

/** @param {readonly Person[]} people */
function refuseSameUsername(people) {
  const taken = new Set();
  for (const { account } of people) {
    const username = account?.username.toLowerCase();
    if (!username) continue;
    if (taken.has(username)) {
      throw new PeopleError(`Two files give the same username, ${username}. Bring one of them.`);
    }
    taken.add(username);
  }
}

/**
 * @param {string} file
 * @param {Person} person
 * @param {Readonly<Record<string, number>>} skipped
 */
function summary(file, { patient, account, reports }, skipped) {
  const values = reports.reduce((count, report) => count + report.observations.length, 0);
  const left = Object.entries(skipped).map(([kind, count]) => `${count} ${kind}`);
  return [
    `${file}: ${patient.givenName} ${patient.familyName}` +
      (account ? `, signs in as ${account.username} with ${account.password}` : ', no account'),
    `  read:    ${reports.length} results with ${values} values`,
    `  skipped: ${left.join(', ') || 'nothing'}`,
  ];
}
