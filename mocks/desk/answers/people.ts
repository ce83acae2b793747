import { demoPassword } from '../../people/demo-password.js';
import { fullName } from '../../handlers/queries/subjects.js';
import { allowed } from '../../rules/decision.js';
import { importPerson as take } from '../import-person.js';
import type { DeskAnswer } from './answer.js';

export const importPerson: DeskAnswer<'importPerson'> = async ({ hospital, body }) => {
  const { person, skipped } = await take(hospital, body.bundle);
  const { patient, account, reports } = person;
  return allowed({
    patient: patient.id,
    name: fullName(patient),
    username: account?.username ?? '',
    password: account?.password ?? demoPassword,
    results: reports.length,
    skipped: { ...skipped },
    notShown: { ...patient.notShown },
  });
};
