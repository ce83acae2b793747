import type { Backend, Person } from '../mocks/index.js';

/** Somebody whom a visitor of the demo can sign in as. */
export interface PersonToTry {
  readonly username: string;
  readonly name: string;
  /** Why to try this one. */
  readonly about: string;
}

const known: Readonly<Record<string, string>> = {
  'rosa.delgado': 'results of every kind, mother of Leo',
  'henry.okafor': 'father of Ada, carer of his mother Grace',
  'june.whitfield': 'a long history',
  'sam.reyes': 'locked',
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

/** The people whom `npm start -- --people FILE...` brings along; none under other servers. */
export const fetchImportedPeople = async (): Promise<readonly Person[]> => {
  const response = await fetch('/people.json');
  const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
  return response.ok && isJson ? ((await response.json()) as Person[]) : [];
};
