import type { DeskEndpointId } from '../../../mocks/desk/index.js';
import { messageLength, titleLength } from '../../../src/contract/messages/messages.js';
import { deskBooking } from '../../support/sample-people.js';
import { ann, page } from './desk-parts.js';
import { missing, noText, wrongId, wrongText, type Sample } from './sample.js';

const list: Sample = { right: { ...ann, body: page.right }, wrong: page.wrong };
const thread = { params: { thread: 'thread' } };

/** Text that must be more than space. */
const noWords = (most: number) => [...wrongText(most), ' \n'];
const noFlag = [missing, null, 'true', 1, [], {}];
/** Of a field that may be null, but not missing. */
const orNull = (values: readonly unknown[]) => values.filter((value) => value !== null);
const noChoice = [...noText, '', 'another'];

/** Of the rows about care: medications, messages, appointments, family. */
export const deskCareSamples = {
  searchRenewals: {
    right: { body: { patient: 'ann', ...page.right } },
    wrong: { patient: wrongId.filter((value) => value !== missing), ...page.wrong },
  },
  decideRenewal: {
    right: {
      params: { renewal: 'renewal' },
      body: { approved: true, by: 'Dana Lee, MD', note: null },
    },
    wrong: { approved: noFlag, by: noWords(100), note: orNull(noWords(1000)) },
  },
  searchUndocumentedMedications: list,
  documentMedication: {
    right: { params: { medication: 'medication' }, body: { by: 'Dana Lee, MD' } },
    wrong: { by: noWords(100) },
  },
  listCareTeam: { right: ann },
  searchPatientThreads: {
    right: { ...ann, body: { awaiting: true, ...page.right } },
    wrong: { awaiting: noFlag.filter((value) => value !== missing), ...page.wrong },
  },
  getDeskThread: { right: thread },
  writeMessage: {
    right: {
      ...ann,
      body: { by: 'dr-lee', topic: 'result', title: 'Your results', text: 'All is well.' },
    },
    wrong: {
      by: wrongId,
      topic: noChoice,
      title: noWords(titleLength),
      text: noWords(messageLength),
    },
  },
  answerMessage: {
    right: { ...thread, body: { by: 'Dana Lee, MD', text: 'Come in tomorrow.' } },
    wrong: { by: noWords(100), text: noWords(messageLength) },
  },
  closeThread: { right: thread },
  searchPatientAppointments: list,
  searchPatientAppointmentRequests: list,
  bookAppointment: {
    right: { ...ann, body: deskBooking },
    wrong: {
      request: orNull(wrongId),
      title: noWords(200),
      startsAt: [...noText, '', '2026-03-16', '2026-02-30T14:30:00Z', '2026-03-16T14:30:00'],
      minutes: [missing, '30', 0, -1, 1.5, 24 * 60 + 1],
      practitioner: orNull(noWords(100)),
      mode: noChoice,
      location: [missing, 5, 'here', []],
      instructions: orNull(noWords(1000)),
    },
  },
  cancelPatientAppointment: { right: { params: { appointment: 'appointment' } } },
  declineAppointmentRequest: {
    right: { params: { request: 'request' }, body: { answer: 'Please call us.' } },
    wrong: { answer: noWords(1000) },
  },
  searchPatientConsentForms: list,
  handInConsentForm: {
    right: { ...ann, body: { proxy: 'bob', relationship: 'spouse' } },
    wrong: { proxy: wrongId, relationship: noChoice },
  },
  processConsentForm: {
    right: { params: { form: 'form' }, body: { access: 'view' } },
    wrong: { access: orNull(noChoice) },
  },
  searchPatientProxies: list,
  endProxy: { right: { params: { proxy: 'proxy' } } },
} satisfies Partial<Record<DeskEndpointId, Sample>>;
