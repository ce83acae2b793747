import {
  idempotent,
  missing,
  noCursor,
  noLimit,
  wrongText,
  wrongTextOrNull,
  type Samples,
} from './sample.js';

const params = { subject: 'ann' };

export const appointments: Samples = {
  getCareTeam: { right: { params } },
  searchAppointments: {
    right: { params, body: { period: 'upcoming', cursor: null, limit: 20 } },
    wrong: {
      period: [missing, null, '', 5, 'current', ['past']],
      cursor: noCursor,
      limit: noLimit,
    },
  },
  cancelAppointment: {
    right: { ...idempotent, params: { subject: 'ann', appointment: 'appointment' } },
  },
  searchAppointmentRequests: {
    right: { params, body: { cursor: null, limit: 20 } },
    wrong: { cursor: noCursor, limit: noLimit },
  },
  requestAppointment: {
    right: {
      ...idempotent,
      params,
      body: {
        reason: 'A yearly physical',
        practitioner: 'dr-lee',
        mode: 'in-person',
        days: [1, 5],
        times: ['morning', 'midday'],
        note: null,
      },
    },
    wrong: {
      reason: wrongText(500),
      practitioner: [...wrongTextOrNull(64), 'a b', 'nobody'],
      mode: [missing, null, '', 5, 'by-letter', ['video']],
      days: [missing, null, 1, 'Monday', {}, [1, 2, 3, 4, 5, 6, 7, 1]],
      times: [missing, null, 'morning', {}, ['morning', 'midday', 'afternoon', 'morning']],
      note: wrongTextOrNull(1000),
    },
  },
  withdrawAppointmentRequest: {
    right: { ...idempotent, params: { subject: 'ann', request: 'request' } },
  },
};
