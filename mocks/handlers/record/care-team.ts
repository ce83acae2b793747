import type { CareTeamMember } from '../../../src/contract/record/care-team.js';
import type { Contract } from '../../../src/contract/index.js';
import type { CareTeamMemberRecord } from '../../db/records/index.js';
import { allowed } from '../../rules/decision.js';
import type { RecordAnswer } from '../http/call.js';

export const getCareTeam: RecordAnswer<Contract['getCareTeam']> = ({ tables, record }) => {
  const members = tables.careTeamMembers.by('patientId', record.patient.id);
  return allowed({ members: members.map(memberOf) });
};

/** What is told of somebody who looks after a patient. */
export const memberOf = ({ id, name, role, phone }: CareTeamMemberRecord): CareTeamMember => ({
  id,
  name,
  role,
  phone,
});
