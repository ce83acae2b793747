import { digest } from '../../mocks/digest.js';
import type { Backend, Person } from '../../mocks/index.js';
import { theosCode } from '../../mocks/people/theo/theo.js';
import { normalCode } from '../../mocks/rules/account/activation.js';

/** Somebody whom a visitor of the demo can sign in as. */
export interface PersonToTry {
  readonly username: string;
  readonly name: string;
  /** Why to try this one. */
  readonly about: string;
}

const known: Readonly<Record<string, string>> = {
  'rosa.delgado': 'results of every kind; mother of Leo',
  'henry.okafor': 'father of Ada, caregiver of his mother Grace',
  'june.whitfield': 'a long history',
  'sam.reyes': 'locked out',
  'mina.park': 'nothing in the record yet',
};

/** Everyone in the backend who has an account. */
export const peopleToTry = ({ db }: Backend): readonly PersonToTry[] =>
  [...db.tables.accounts.values()].map(({ username, patientId }) => {
    const patient = db.tables.patients.get(patientId);
    const count = db.tables.reports.by('patientId', patientId).length;
    return {
      username,
      name: patient ? `${patient.givenName} ${patient.familyName}` : username,
      about: known[username] ?? `brought along with ${count} results`,
    };
  });

/** Somebody who has a code and no account yet. */
export interface NewcomerToTry {
  readonly name: string;
  readonly code: string;
  /** RFC 3339 full-date. */
  readonly birthDate: string;
}

/** Whom a visitor of the demo can sign up; undefined: somebody has done so. */
export const newcomerToTry = async ({ db }: Backend): Promise<NewcomerToTry | undefined> => {
  const issued = db.tables.activationCodes.get(await digest(normalCode(theosCode)));
  const patient = issued && !issued.used ? db.tables.patients.get(issued.patientId) : undefined;
  return patient?.birthDate
    ? {
        name: `${patient.givenName} ${patient.familyName}`,
        code: theosCode,
        birthDate: patient.birthDate,
      }
    : undefined;
};

/** The people whom `npm start -- --people FILE...` brings along; none under other servers. */
export const fetchImportedPeople = async (): Promise<readonly Person[]> => {
  const response = await fetch('/people.json');
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
  return response.ok && isJson ? ((await response.json()) as Person[]) : [];
};
