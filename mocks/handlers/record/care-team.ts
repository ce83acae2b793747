import type { CareTeamMember } from '../../../src/contract/care-team.js';
import type { Contract } from '../../../src/contract/index.js';
import type { CareTeamMemberRecord } from '../../db/records/index.js';
import { allowed } from '../../rules/decision.js';
import type { Answer } from '../http/call.js';
import { openRecord } from '../queries/subjects.js';

export const getCareTeam: Answer<Contract['getCareTeam']> = (call) => {
  const record = openRecord(call, call.params.subject);
  if (!record.ok) return record;
  const members = call.tables.careTeamMembers.by('patientId', record.value.id);
  return allowed({ members: members.map(memberOf) });
};

/** What is told of somebody who looks after a patient. */
export const memberOf = ({ id, name, role, phone }: CareTeamMemberRecord): CareTeamMember => ({
  id,
  name,
  role,
  phone,
});
