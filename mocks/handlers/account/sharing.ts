import type { Contract } from '../../../src/contract/index.js';
import type { Sharing } from '../../../src/contract/family/sharing.js';
import type { PatientRecord, ProxyRecord } from '../../db/records/index.js';
import { digest } from '../../digest.js';
import { allowed, notFound, type Decision } from '../../rules/decision.js';
import { eligibilityOf } from '../../rules/eligibility.js';
import { decideMatch } from '../../rules/account/preferences.js';
import { isOfAge, proxyHolds, relationshipsBy, standingOf } from '../../rules/family/proxy.js';
import {
  decideChange,
  decideInviting,
  decideSeeingSharing,
  decideTakingBack,
  invitationWorks,
  invitationWorksThrough,
  type Asker,
} from '../../rules/family/sharing.js';
import { accessTermsOf } from './access-terms.js';
import type { Call, RecordAnswer, RecordCall } from '../http/call.js';
import { comparePatients, fullName } from '../queries/subjects.js';

export const getSharing: RecordAnswer<Contract['getSharing']> = async (call) => {
  const seeing = decideSeeingSharing(askerOf(call));
  return seeing.ok ? allowed(await sharingOf(call)) : seeing;
};

export const changeAccess: RecordAnswer<Contract['changeAccess']> = async (call) => {
  const { tables, policy, record, params, headers, body } = call;
  const proxy = findProxy(call, params.proxy);
  if (!proxy.ok) return proxy;
  const change = decideChange(askerOf(call), proxy.value, record.patient, policy);
  if (!change.ok) return change;
  const match = decideMatch(headers['if-match'], (await sharingOf(call)).etag);
  if (!match.ok) return match;
  tables.proxies.put({ ...proxy.value, access: body.access });
  return allowed(await sharingOf(call));
};

export const takeBackAccess: RecordAnswer<Contract['takeBackAccess']> = async (call) => {
  const { tables, policy, now, record, params } = call;
  const proxy = findProxy(call, params.proxy);
  if (!proxy.ok) return proxy;
  const takingBack = decideTakingBack(askerOf(call), proxy.value, record.patient, policy);
  if (!takingBack.ok) return takingBack;
  tables.proxies.put({ ...proxy.value, ended: { at: now, by: 'patient' } });
  return allowed(await sharingOf(call));
};

/** Who asks about the sharing of a record; whether that one may is another question. */
export const askerOf = ({ record: { patient, proxy }, policy, now }: RecordCall): Asker => ({
  proxy,
  ofChild: !isOfAge(patient, policy, now),
});

/** An access to the record which holds now. */
const findProxy = (call: RecordCall, proxyId: string): Decision<ProxyRecord> => {
  const seeing = decideSeeingSharing(askerOf(call));
  if (!seeing.ok) return seeing;
  const { patient } = call.record;
  const proxy = call.tables.proxies.get(proxyId);
  const holds =
    proxy?.patientId === patient.id && proxyHolds(proxy, patient, call.policy, call.now);
  return holds ? allowed(proxy) : notFound;
};

/** How sharing stands, as whoever asks is told it. */
export const sharingOf = async (call: RecordCall): Promise<Sharing> => {
  const { policy, record } = call;
  const asker = askerOf(call);
  const read: Omit<Sharing, 'etag'> = {
    proxies: proxiesOf(call, asker),
    invitations: invitationsOf(call, record.patient),
    invite: eligibilityOf(decideInviting(asker, policy)),
    relationships: [...relationshipsBy('patient', policy)],
  };
  return { ...read, etag: `"${await digest(JSON.stringify(read))}"` };
};

const proxiesOf = (
  { tables, policy, now, record: { patient } }: RecordCall,
  asker: Asker,
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
