// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import {
  day,
  instant,
  list,
  nullable,
  object,
  oneOf,
  text,
  truth,
  whole,
} from '../../shape/shape.js';
import { eligibility } from './shapes/eligibility.js';

const shared1 = object({ name: text, address: nullable(text), phone: nullable(text) });
const shared2 = nullable(shared1);
const shared8 = object({
  id: text,
  title: text,
  startsAt: instant,
  'dayOnly?': truth,
  minutes: nullable(whole),
  status: oneOf('booked', 'fulfilled', 'cancelled', 'no-show'),
  practitioner: nullable(text),
  mode: oneOf('in-person', 'video', 'phone'),
  location: shared2,
  instructions: nullable(text),
  cancellable: nullable(eligibility),
});
const shared9 = object({
  id: text,
  status: oneOf('pending', 'booked', 'declined', 'withdrawn'),
  requestedAt: instant,
  requestedBy: text,
  reason: text,
  practitioner: nullable(object({ id: text, name: text })),
  mode: oneOf('in-person', 'video', 'phone'),
  days: list(whole),
  times: list(oneOf('morning', 'midday', 'afternoon')),
  note: nullable(text),
  expectedBy: day,
  appointmentId: nullable(text),
  answer: nullable(text),
  withdrawable: nullable(eligibility),
});

export const searchAppointments: ClientEndpointOf<Contract['searchAppointments']> = {
  id: 'searchAppointments',
  method: 'POST',
  path: '/patients/{subject}/appointments/search',
  safe: true,
  answer: object({
    appointments: list(shared8),
    'notShown?': whole,
    total: whole,
    nextCursor: nullable(text),
  }),
};

export const cancelAppointment: ClientEndpointOf<Contract['cancelAppointment']> = {
  id: 'cancelAppointment',
  method: 'POST',
  path: '/patients/{subject}/appointments/{appointment}/cancellation',
  safe: false,
  answer: shared8,
};

export const searchAppointmentRequests: ClientEndpointOf<Contract['searchAppointmentRequests']> = {
  id: 'searchAppointmentRequests',
  method: 'POST',
  path: '/patients/{subject}/appointment-requests/search',
  safe: true,
  answer: object({
    requests: list(shared9),
    total: whole,
    nextCursor: nullable(text),
    requestable: eligibility,
  }),
};

export const requestAppointment: ClientEndpointOf<Contract['requestAppointment']> = {
  id: 'requestAppointment',
  method: 'POST',
  path: '/patients/{subject}/appointment-requests',
  safe: false,
  answer: shared9,
};

export const withdrawAppointmentRequest: ClientEndpointOf<Contract['withdrawAppointmentRequest']> =
  {
    id: 'withdrawAppointmentRequest',
    method: 'POST',
    path: '/patients/{subject}/appointment-requests/{request}/withdrawal',
    safe: false,
    answer: shared9,
  };
