import type { Contract } from '../../../src/contract/index.js';
import type { Sharing } from '../../../src/contract/sharing.js';
import type { PatientRecord, ProxyRecord } from '../../db/records/index.js';
import { digest } from '../../digest.js';
import { allowed, notFound, type Decision } from '../../rules/decision.js';
import { eligibilityOf } from '../../rules/eligibility.js';
import { decideMatch } from '../../rules/preferences.js';
import { isOfAge, proxyHolds, relationshipsBy, standingOf } from '../../rules/proxy.js';
import {
  decideChange,
  decideInviting,
  decideSeeingSharing,
  decideTakingBack,
  invitationWorks,
  invitationWorksThrough,
  type Asker,
} from '../../rules/sharing.js';
import { accessTermsOf } from './access-terms.js';
import type { Answer, Call } from '../http/call.js';
import { comparePatients, findOpenRecord, fullName } from '../queries/subjects.js';

export const getSharing: Answer<Contract['getSharing']> = async (call) => {
  const opened = openSharing(call, call.params.subject);
  if (!opened.ok) return opened;
  const seeing = decideSeeingSharing(opened.value.asker);
  return seeing.ok ? allowed(await sharingOf(call, opened.value)) : seeing;
};

export const changeAccess: Answer<Contract['changeAccess']> = async (call) => {
  const { tables, policy, params, headers, body } = call;
  const found = openProxy(call, params);
  if (!found.ok) return found;
  const { opened, proxy } = found.value;
  const change = decideChange(opened.asker, proxy, opened.patient, policy);
  if (!change.ok) return change;
  const match = decideMatch(headers['if-match'], (await sharingOf(call, opened)).etag);
  if (!match.ok) return match;
  tables.proxies.put({ ...proxy, access: body.access });
  return allowed(await sharingOf(call, opened));
};

export const takeBackAccess: Answer<Contract['takeBackAccess']> = async (call) => {
  const { tables, policy, now, params } = call;
  const found = openProxy(call, params);
  if (!found.ok) return found;
  const { opened, proxy } = found.value;
  const takingBack = decideTakingBack(opened.asker, proxy, opened.patient, policy);
  if (!takingBack.ok) return takingBack;
  tables.proxies.put({ ...proxy, ended: { at: now, by: 'patient' } });
  return allowed(await sharingOf(call, opened));
};

/** A record whose sharing somebody asks about. */
export interface OpenedSharing {
  readonly patient: PatientRecord;
  readonly asker: Asker;
}

/** The record that a request names, and who asks; whether that one may is another question. */
export const openSharing = (call: Call, subjectId: string): Decision<OpenedSharing> => {
  const record = findOpenRecord(call, subjectId);
  if (!record.ok) return record;
  const { patient, proxy } = record.value;
  return allowed({
    patient,
    asker: { proxy, ofChild: !isOfAge(patient, call.policy, call.now) },
  });
};

/** An access to that record which holds now. */
const openProxy = (
  call: Call,
  { subject, proxy: proxyId }: { readonly subject: string; readonly proxy: string },
): Decision<{ opened: OpenedSharing; proxy: ProxyRecord }> => {
  const opened = openSharing(call, subject);
  if (!opened.ok) return opened;
  const seeing = decideSeeingSharing(opened.value.asker);
  if (!seeing.ok) return seeing;
  const { patient } = opened.value;
  const proxy = call.tables.proxies.get(proxyId);
  const holds =
    proxy?.patientId === patient.id && proxyHolds(proxy, patient, call.policy, call.now);
  return holds ? allowed({ opened: opened.value, proxy }) : notFound;
};

/** How sharing stands, as whoever asks is told it. */
export const sharingOf = async (
  call: Call,
  { patient, asker }: OpenedSharing,
): Promise<Sharing> => {
  const { policy } = call;
  const read: Omit<Sharing, 'etag'> = {
    proxies: proxiesOf(call, { patient, asker }),
    invitations: invitationsOf(call, patient),
    invite: eligibilityOf(decideInviting(asker, policy)),
    relationships: [...relationshipsBy('patient', policy)],
  };
  return { ...read, etag: `"${await digest(JSON.stringify(read))}"` };
};

const proxiesOf = (
  { tables, policy, now }: Call,
  { patient, asker }: OpenedSharing,
): Sharing['proxies'] =>
  tables.proxies
    .by('patientId', patient.id)
    .flatMap((proxy) => {
      const person = tables.patients.get(proxy.proxyPatientId);
      const standing = standingOf(proxy, patient, policy, now);
      return person && standing.open ? [{ proxy, person, endsOn: standing.endsOn }] : [];
    })
    .sort((a, b) => comparePatients(a.person, b.person))
    .map(({ proxy, person, endsOn }) => ({
      id: proxy.id,
      displayName: fullName(person),
      ...accessTermsOf(proxy, endsOn),
      change: eligibilityOf(decideChange(asker, proxy, patient, policy)),
      takeBack: eligibilityOf(decideTakingBack(asker, proxy, patient, policy)),
    }));

const invitationsOf = (
  { tables, policy, now }: Call,
  patient: PatientRecord,
): Sharing['invitations'] =>
  tables.invitations
    .by('patientId', patient.id)
    .filter((invitation) => invitationWorks(invitation, policy, now))
    .sort((a, b) => b.sentAt - a.sentAt)
    .map((invitation) => ({
      id: invitation.id,
      name: invitation.name,
      email: invitation.email,
      relationship: invitation.relationship,
      access: invitation.access,
      sentAt: new Date(invitation.sentAt).toISOString(),
      worksThrough: invitationWorksThrough(invitation, policy),
    }));
