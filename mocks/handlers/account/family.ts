import type { Family } from '../../../src/contract/family/family.js';
import type { Contract } from '../../../src/contract/index.js';
import { proxyRelationships } from '../../../src/policy/portal-policy.js';
import type { AccountRecord, ConsentFormRecord } from '../../db/records/index.js';
import { allowed, notFound } from '../../rules/decision.js';
import { eligibilityOf } from '../../rules/eligibility.js';
import { decideRelationship, proxyHolds, standingOf } from '../../rules/family/proxy.js';
import { signedOut } from '../../rules/account/session.js';
import { accessTermsOf } from './access-terms.js';
import { recordAudit } from './audit.js';
import type { Answer, Call } from '../http/call.js';
import { comparePatients, fullName } from '../queries/subjects.js';

export const getFamily: Answer<Contract['getFamily']> = (call) => {
  const { policy, account } = call;
  if (!account) return signedOut;
  return allowed({
    ...accessesOf(call, account),
    consentForms: consentFormsOf(call, account),
    ways: proxyRelationships.map((relationship) => ({
      relationship,
      byConsentForm: eligibilityOf(decideRelationship(relationship, 'consent-form', policy)),
      byInvitation: eligibilityOf(decideRelationship(relationship, 'patient', policy)),
    })),
  });
};

export const giveUpAccess: Answer<Contract['giveUpAccess']> = async (call) => {
  const { tables, policy, now, account, params } = call;
  const proxy = tables.proxies.get(params.proxy);
  const patient = proxy && tables.patients.get(proxy.patientId);
  const own = patient && proxy.proxyPatientId === account?.patientId;
  if (!own || !proxyHolds(proxy, patient, policy, now)) return notFound;
  tables.proxies.put({ ...proxy, ended: { at: now, by: 'proxy' } });
  await recordAudit(call, 'gave-up-access', patient.id);
  return allowed(undefined);
};

type Facts = Pick<Call, 'tables' | 'policy' | 'now'>;

/** The accesses of an account to others' records: those that hold, and those that do not any more. */
const accessesOf = (
  { tables, policy, now }: Facts,
  { patientId }: AccountRecord,
): Pick<Family, 'open' | 'ended'> => {
  const all = tables.proxies
    .by('proxyPatientId', patientId)
    .flatMap((proxy) => {
      const patient = tables.patients.get(proxy.patientId);
      return patient ? [{ proxy, patient, standing: standingOf(proxy, patient, policy, now) }] : [];
    })
    .sort((a, b) => comparePatients(a.patient, b.patient));
  const open = all.flatMap(({ proxy, patient, standing }) => {
    if (!standing.open) return [];
    const terms = accessTermsOf(proxy, standing.endsOn);
    return [{ id: proxy.id, subject: patient.id, displayName: fullName(patient), ...terms }];
  });
  const ended = all
    .flatMap(({ standing, ...access }) => (standing.open ? [] : [{ ...access, ...standing }]))
    .sort((a, b) => (b.endedAt ?? b.proxy.since) - (a.endedAt ?? a.proxy.since))
    .map(({ proxy: { id, relationship }, patient, reason, endedAt }) => ({
      id,
      subject: patient.id,
      displayName: fullName(patient),
      relationship,
      endedAt: isoOrNull(endedAt),
      reason,
    }));
  return { open, ended };
};

/** The last form about each person, where it has not given access: it waits, or was declined. */
const consentFormsOf = (
  { tables }: Facts,
  { patientId }: AccountRecord,
): Family['consentForms'] => {
  const last = new Map<string, ConsentFormRecord>();
  for (const form of tables.consentForms.by('proxyPatientId', patientId)) {
    const other = last.get(form.patientId);
    if (!other || form.handedInAt >= other.handedInAt) last.set(form.patientId, form);
  }
  return [...last.values()]
    .sort((a, b) => b.handedInAt - a.handedInAt)
    .flatMap(({ id, relationship, handedInAt, state, decidedAt, ...form }) => {
      const patient = tables.patients.get(form.patientId);
      if (!patient || state === 'processed') return [];
      return [
        {
          id,
          displayName: fullName(patient),
          relationship,
          handedInAt: new Date(handedInAt).toISOString(),
          state,
          decidedAt: isoOrNull(decidedAt),
        },
      ];
    });
};

const isoOrNull = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString();
