import * as z from 'zod/mini';
import { endpoint } from '../endpoint.js';
import { id, instant, pageAnswer, pageRequest } from '../fields.js';

/** What the portal writes. */
export const notificationKinds = [
  /** Asked for on the sign-in page (`username.recovery`). */
  'username',
  /** Asked for on the sign-in page (`password.self-reset`). */
  'password-reset',
  'new-information',
  /** Somebody can open the record who could not before. */
  'access-given',
  /** Whoever knows nothing of it can act: another password, passkey, authenticator app or code. */
  'sign-in-changed',
  /** The address itself: told to the one before. */
  'email-changed',
  /** To whom a patient has invited: such an address may be nobody's, and stands in no account's list. */
  'invitation',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** An e-mail that was sent. What it said is told nowhere but in it. */
export const notification = z.object({
  id,
  sentAt: instant,
  /** The address, as it was on file then. */
  to: z.string(),
  subject: z.string(),
  kind: z.enum(notificationKinds),
});
export type Notification = z.infer<typeof notification>;

export const searchNotifications = endpoint({
  id: 'searchNotifications',
  summary: 'E-mails sent to the account that is signed in, latest first: for when none arrive.',
  method: 'POST',
  path: '/account/notifications/search',
  request: { body: z.object(pageRequest) },
  response: z.object({ notifications: z.array(notification), ...pageAnswer }),
  access: 'session',
  safe: true,
  activity: true,
  refusals: [],
});
