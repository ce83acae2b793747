import type { ConsentFormRecord, PatientRecord } from '../../db/records/index.js';
import { accessTermsOf } from '../../handlers/account/access-terms.js';
import { earliestFirst } from '../../handlers/queries/latest-first.js';
import { compareEarliestFirst, comparePlaces, pageOf } from '../../handlers/queries/pages.js';
import { fullName } from '../../handlers/queries/subjects.js';
import { allowed } from '../../rules/decision.js';
import { eligibilityOf } from '../../rules/eligibility.js';
import { decideConsentForm, standingOf } from '../../rules/proxy.js';
import type { DeskProxy } from '../contract/family.js';
import { endProxy as end } from '../end-proxy.js';
import { handInConsentForm as handIn } from '../hand-in-consent-form.js';
import type { Hospital } from '../hospital.js';
import { processConsentForm as process } from '../process-consent-form.js';
import { done, type DeskAnswer } from './answer.js';
import { knownPatient } from './patients.js';

const waiting = earliestFirst<ConsentFormRecord>(
  ({ handedInAt }) => handedInAt,
  ({ state }) => state === 'waiting',
);

export const searchPatientConsentForms: DeskAnswer<'searchPatientConsentForms'> = ({
  hospital,
  params,
  body,
}) => {
  const { db, policy, clock } = hospital;
  const patient = knownPatient(hospital, params.patient);
  const found = waiting(db.tables.consentForms.by('patientId', patient.id));
  const page = pageOf(found, body, compareEarliestFirst);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const forms = entries.map(({ document: form }) => ({
    id: form.id,
    proxy: personOf(hospital, form.proxyPatientId),
    relationship: form.relationship,
    handedInAt: new Date(form.handedInAt).toISOString(),
    approvable: eligibilityOf(decideConsentForm(form, patient, policy, clock.now())),
  }));
  return allowed({ forms, total, nextCursor });
};

export const handInConsentForm: DeskAnswer<'handInConsentForm'> = async ({
  hospital,
  params,
  body: { proxy, relationship },
}) => {
  const form = { patientId: params.patient, proxyPatientId: proxy, relationship };
  return allowed({ form: await handIn(hospital, form) });
};

export const processConsentForm: DeskAnswer<'processConsentForm'> = ({
  hospital,
  params,
  body: { access },
}) =>
  done(
    process(
      hospital,
      params.form,
      access === null ? { approved: false } : { approved: true, access },
    ),
  );

export const searchPatientProxies: DeskAnswer<'searchPatientProxies'> = ({
  hospital,
  params,
  body,
}) => {
  const page = pageOf(openProxies(hospital, knownPatient(hospital, params.patient)), body);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  return allowed({ proxies: entries.map(({ proxy }) => proxy), total, nextCursor });
};

export const endProxy: DeskAnswer<'endProxy'> = ({ hospital, params }) =>
  done(end(hospital, params.proxy));

/** Whether one holds depends on the day and the policy, so the order is not kept; there are few of them. */
const openProxies = (hospital: Hospital, patient: PatientRecord) => {
  const { db, policy, clock } = hospital;
  return db.tables.proxies
    .by('patientId', patient.id)
    .flatMap((record) => {
      const standing = standingOf(record, patient, policy, clock.now());
      if (!standing.open) return [];
      const proxy: DeskProxy = {
        id: record.id,
        proxy: personOf(hospital, record.proxyPatientId),
        ...accessTermsOf(record, standing.endsOn),
      };
      return [{ at: record.since, id: record.id, proxy }];
    })
    .sort(comparePlaces);
};

/** A form may name somebody whose record is not here: people can be brought along in part. */
const personOf = ({ db }: Hospital, id: string): DeskProxy['proxy'] => {
  const patient = db.tables.patients.get(id);
  return { id, name: patient ? fullName(patient) : 'somebody without a record here' };
};
