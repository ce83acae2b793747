import type { Contract } from '../../../src/contract/index.js';
import type { InvitationRecord, PatientRecord } from '../../db/records/index.js';
import { normalEmail } from '../../db/tables.js';
import { digest } from '../../digest.js';
import { invitationLetter, sendEmailTo } from '../../emails.js';
import { accessOf, giveAccess } from '../../proxies.js';
import { randomToken } from '../../tokens.js';
import { allowed, notFound, type Decision } from '../../rules/decision.js';
import { attemptsAfter, noAttempts } from '../../rules/account/login.js';
import { noFriendsAndFamily } from '../../rules/family/proxy.js';
import { signedOut } from '../../rules/account/session.js';
import {
  decideInvitation,
  decideInvited,
  decideInviting,
  decideOwnLogin,
  decidePatientOnly,
  decideReplacing,
  invitationWorksThrough,
} from '../../rules/family/sharing.js';
import { recordAudit } from './audit.js';
import type { Answer, Call, RecordAnswer } from '../http/call.js';
import { askerOf, sharingOf } from './sharing.js';

export const shareRecord: RecordAnswer<Contract['shareRecord']> = async (call) => {
  const { tables, policy, now, record, body } = call;
  const inviting = decideInviting(askerOf(call), policy);
  if (!inviting.ok) return inviting;
  const { name, email, relationship, access } = body;
  const invited = decideInvited(relationship, policy);
  if (!invited.ok) return invited;

  const { patient } = record;
  for (const earlier of tables.invitations.by('patientId', patient.id)) {
    // The link in the latest e-mail is the one that works.
    if (normalEmail(earlier.email) === normalEmail(email)) tables.invitations.delete(earlier.id);
  }
  const token = randomToken();
  const id = await digest(token);
  const terms = { name: name.trim(), email, relationship, access };
  tables.invitations.put({ id, patientId: patient.id, ...terms, sentAt: now });
  const worksThrough = invitationWorksThrough({ sentAt: now }, policy);
  sendEmailTo(tables, email, invitationLetter(policy, patient, { token, worksThrough }), now);
  return allowed(await sharingOf(call));
};

export const withdrawInvitation: RecordAnswer<Contract['withdrawInvitation']> = async (call) => {
  const { tables, record, params } = call;
  const patientOnly = decidePatientOnly(askerOf(call));
  if (!patientOnly.ok) return patientOnly;
  const invitation = tables.invitations.get(params.invitation);
  if (invitation?.patientId !== record.patient.id) return notFound;
  tables.invitations.delete(invitation.id);
  return allowed(await sharingOf(call));
};

export const acceptInvitation: Answer<Contract['acceptInvitation']> = async (call) => {
  const { tables, policy, now, account, body } = call;
  if (!account) return signedOut;
  if (!policy.proxy.friendsAndFamily) return noFriendsAndFamily;
  const proof = await proveInvited(call, body);
  if (!proof.ok) return proof;
  const { invitation, patient } = proof.value;
  const ownLogin = decideOwnLogin(patient.id, account.patientId);
  if (!ownLogin.ok) return ownLogin;
  const earlier = accessOf(tables, patient.id, account.patientId);
  const replacing = decideReplacing(earlier, patient, policy, now);
  if (!replacing.ok) return replacing;

  const { relationship, access } = invitation;
  const people = { patientId: patient.id, proxyPatientId: account.patientId };
  const terms = { relationship, access, givenBy: 'patient', since: now } as const;
  giveAccess(tables, { ...people, ...terms }, policy);
  tables.invitations.delete(invitation.id);
  await recordAudit(call, 'accepted-invitation', patient.id);
  return allowed(undefined);
};

/** The invitation of a link, if the patient's date of birth goes with it and it works still. */
const proveInvited = async (
  { tables, policy, now }: Call,
  typed: { readonly token: string; readonly birthDate: string },
): Promise<Decision<{ invitation: InvitationRecord; patient: PatientRecord }>> => {
  const id = await digest(typed.token);
  const found = tables.invitations.get(id);
  const patient = found && tables.patients.get(found.patientId);
  const right = patient?.birthDate === typed.birthDate;
  const before = tables.codeAttempts.get(id) ?? noAttempts;
  const { failures, locked } = attemptsAfter(before, right, policy);
  tables.codeAttempts.put({ id, failures, locked });
  const proven = right ? found : undefined;
  const invitation = decideInvitation(proven, { failures, locked }, policy, now);
  if (!invitation.ok) return invitation;
  if (!patient) throw new Error('An invitation without a patient.');
  return allowed({ invitation: invitation.value, patient });
};
