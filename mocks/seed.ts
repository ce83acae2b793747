import type { PortalPolicy } from '../src/policy/portal-policy.js';
import type { Document } from './db/collection.js';
import type { Write } from './db/persistence.js';
import type {
  AccountRecord,
  ActivationCodeRecord,
  AttemptsRecord,
  Person,
  ProxyRecord,
} from './db/records/index.js';
import { normalUsername, type TableName } from './db/tables.js';
import { hashPassword } from './password-hash.js';
import { digest } from './digest.js';
import { randomToken } from './tokens.js';
import { normalCode } from './rules/account/activation.js';
import { normalAnswer } from './rules/account/security-question.js';

/**
 * What is stored first: people, with their passwords hashed.
 * @throws Error for two people with one username, or one id
 */
export const seedOf = async (
  people: readonly Person[],
  policy: PortalPolicy,
  passwordIterations: number,
): Promise<Write[]> => {
  refuseRepeated(people);
  const writes = people.map(async (person) => {
    const { patient, account, activationCode } = person;
    const records = recordOf(person);
    if (activationCode) {
      const code: ActivationCodeRecord = {
        id: await digest(normalCode(activationCode.code)),
        patientId: patient.id,
        issuedAt: activationCode.issuedAt,
        used: false,
      };
      records.push(write('activationCodes', code));
    }
    if (!account) return records;
    const username = normalUsername(account.username);
    const accountRecord: AccountRecord = {
      id: randomToken(),
      patientId: patient.id,
      username: account.username,
      passwordHash: await hashPassword(account.password, passwordIterations),
      email: patient.contact.email,
      securityQuestion: account.securityQuestion
        ? {
            question: account.securityQuestion.question,
            answerHash: await hashPassword(
              normalAnswer(account.securityQuestion.answer),
              passwordIterations,
            ),
          }
        : null,
    };
    records.push(write('accounts', accountRecord));
    if (account.locked) {
      const failures = policy.login.maxAttempts;
      const attempts: AttemptsRecord = { id: username, failures, locked: true };
      records.push(write('signInAttempts', attempts));
    }
    return records;
  });
  return (await Promise.all(writes)).flat();
};

/** Of two people under one id or username, one would see what is the other's. */
const refuseRepeated = (people: readonly Person[]): void => {
  const ids = new Set<string>();
  const usernames = new Set<string>();
  for (const { patient, account } of people) {
    if (ids.has(patient.id)) throw new Error(`Two people have the patient id "${patient.id}".`);
    ids.add(patient.id);
    if (!account) continue;
    const username = normalUsername(account.username);
    if (usernames.has(username)) throw new Error(`Two people have the username "${username}".`);
    usernames.add(username);
  }
};

/** What stands in a person's medical record. */
const recordOf = (person: Person): Write[] => {
  const { patient, healthSummary, demographics } = person;
  const proxies = (person.proxyFor ?? []).map((proxy): ProxyRecord => ({
    ...proxy,
    id: randomToken(),
    proxyPatientId: patient.id,
    givenBy: 'consent-form',
    ended: null,
  }));
  return [
    write('patients', patient),
    ...writeAll('reports', person.reports),
    ...writeAll('careTeamMembers', person.careTeam),
    ...writeAll('medications', person.medications),
    ...writeAll('renewals', person.renewals),
    ...writeAll('threads', person.threads),
    ...writeAll('appointments', person.appointments),
    ...writeAll('appointmentRequests', person.appointmentRequests),
    ...(healthSummary ? [write('healthSummaries', { ...healthSummary, id: patient.id })] : []),
    ...(demographics ? [write('demographics', { ...demographics, id: patient.id })] : []),
    ...writeAll('consentForms', person.consentForms),
    ...writeAll('proxies', proxies),
  ];
};

const writeAll = (table: TableName, documents: readonly Document[] = []): Write[] =>
  documents.map((document) => write(table, document));

const write = (table: TableName, document: Document): Write => ({
  table,
  id: document.id,
  document,
});
