import { RefusedError } from '../client/portal-errors.js';

/** As the backend would refuse, but before anything is sent. */
export const cookiesOff = new RefusedError('login.cookies-required', [
  { action: 'enable-cookies' },
]);
