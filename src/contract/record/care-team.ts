import * as z from 'zod/mini';
import { endpoint } from '../endpoint.js';
import { id } from '../fields.js';

/** Somebody who looks after the patient (FHIR CareTeam.participant). */
export const careTeamMember = z.object({
  id,
  name: z.string(),
  /** What this person is for the patient: "Primary care", "Cardiology". */
  role: z.string(),
  /** Their own office; null: the portal's general number. */
  phone: z.nullable(z.string()),
});
export type CareTeamMember = z.infer<typeof careTeamMember>;

export const getCareTeam = endpoint({
  id: 'getCareTeam',
  summary: 'Who looks after the patient: whom to write to, and to see.',
  method: 'GET',
  path: '/patients/{subject}/care-team',
  request: { params: z.object({ subject: id }) },
  response: z.object({ members: z.array(careTeamMember) }),
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-care-team',
  refusals: [],
});
