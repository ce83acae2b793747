import { PortalClient } from '../src/client/portal-client.js';
import { getSession, signIn } from '../src/contract/generated/session.js';
import { demoPassword } from './people/demo-password.js';

/**
 * Signs in one of the people without a form, so that a story or a test starts behind it.
 * @param carrier the browser that is signed in then: what `createFetch` has made
 * @param baseUrl the backend's
 * @throws RefusedError as the form would say it: a password that is wrong, an account that is locked
 */
export const signInAs = async (
  carrier: typeof fetch,
  username: string,
  { password = demoPassword, baseUrl = '/api' } = {},
): Promise<void> => {
  const client = new PortalClient({ baseUrl, fetch: carrier });
  client.csrfToken = (await client.call(getSession, {})).csrfToken;
  await client.call(signIn, { body: { username, password } });
};
