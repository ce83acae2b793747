import type { AppointmentRequest } from '../../../src/contract/record/appointments.js';
import type { Contract } from '../../../src/contract/index.js';
import type { AppointmentRequestRecord, CareTeamMemberRecord } from '../../db/records/index.js';
import { randomToken } from '../../tokens.js';
import { decideAppointmentRequest, decideWithdrawal } from '../../rules/record/appointments.js';
import { addBusinessDays } from '../../../src/policy/calendar.js';
import { allowed, notFound, type Decision, type Refusal } from '../../rules/decision.js';
import { eligibilityOf } from '../../rules/eligibility.js';
import type { Call, RecordAnswer, RecordCall } from '../http/call.js';
import { latestFirst } from '../queries/latest-first.js';
import { pageOf } from '../queries/pages.js';
import { decideActing, fullName, signedInPatient } from '../queries/subjects.js';

const inOrder = latestFirst(({ requestedAt }: AppointmentRequestRecord) => requestedAt);

export const searchAppointmentRequests: RecordAnswer<Contract['searchAppointmentRequests']> = (
  call,
) => {
  const { tables, policy, record, body } = call;
  const made = inOrder(tables.appointmentRequests.by('patientId', record.patient.id));
  const page = pageOf(made, body);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const acting = decideActing(record);
  return allowed({
    requests: entries.map(({ document }) => requestOf(call, document)),
    total,
    nextCursor,
    requestable: eligibilityOf(acting.ok ? decideAppointmentRequest(policy) : acting),
  });
};

export const requestAppointment: RecordAnswer<Contract['requestAppointment']> = (call) => {
  const { tables, policy, now, record, body } = call;
  const decision = decideAppointmentRequest(policy);
  if (!decision.ok) return decision;
  const practitioner = findPractitioner(call, record.patient.id, body.practitioner);
  if (!practitioner.ok) return practitioner;

  const request: AppointmentRequestRecord = {
    ...body,
    id: randomToken(),
    patientId: record.patient.id,
    requestedAt: now,
    requestedBy: fullName(signedInPatient(call)),
    practitioner: practitioner.value && {
      id: practitioner.value.id,
      name: practitioner.value.name,
    },
    expectedBy: addBusinessDays(now, policy.appointments.replyBusinessDays, policy),
    status: 'pending',
    appointmentId: null,
    answer: null,
  };
  tables.appointmentRequests.put(request);
  return allowed(requestOf(call, request));
};

export const withdrawAppointmentRequest: RecordAnswer<Contract['withdrawAppointmentRequest']> = (
  call,
) => {
  const { tables, record, params } = call;
  const request = tables.appointmentRequests.get(params.request);
  if (request?.patientId !== record.patient.id) return notFound;
  const decision = decideWithdrawal(request);
  if (!decision.ok) return decision;
  const withdrawn: AppointmentRequestRecord = { ...request, status: 'withdrawn' };
  tables.appointmentRequests.put(withdrawn);
  return allowed(requestOf(call, withdrawn));
};

/** Whom a request names; null: anybody. */
const findPractitioner = (
  { tables }: Call,
  patientId: string,
  memberId: string | null,
): Decision<CareTeamMemberRecord | null> => {
  if (memberId === null) return allowed(null);
  const member = tables.careTeamMembers.get(memberId);
  return member?.patientId === patientId ? allowed(member) : notInCareTeam;
};

const notInCareTeam: Refusal = {
  ok: false,
  kind: 'invalid-request',
  detail: 'Nobody of the care team has this id.',
  next: [{ action: 'reload' }],
  errors: [{ pointer: '/body/practitioner', detail: 'Nobody of the care team.' }],
};

const requestOf = (call: RecordCall, request: AppointmentRequestRecord): AppointmentRequest => ({
  ...requestFactsOf(request),
  withdrawable: withdrawableOf(call, request),
});

/** What everybody is told of a request. */
export const requestFactsOf = (
  request: AppointmentRequestRecord,
): Omit<AppointmentRequest, 'withdrawable'> => ({
  id: request.id,
  status: request.status,
  requestedAt: new Date(request.requestedAt).toISOString(),
  requestedBy: request.requestedBy,
  reason: request.reason,
  practitioner: request.practitioner,
  mode: request.mode,
  days: [...request.days],
  times: [...request.times],
  note: request.note,
  expectedBy: request.expectedBy,
  appointmentId: request.appointmentId,
  answer: request.answer,
});

const withdrawableOf = (
  { record }: RecordCall,
  request: AppointmentRequestRecord,
): AppointmentRequest['withdrawable'] => {
  const decision = decideWithdrawal(request);
  if (!decision.ok) return null;
  return eligibilityOf(decideActing(record));
};
