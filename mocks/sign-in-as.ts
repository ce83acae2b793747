import { demoPassword } from './people/demo-password.js';

/**
 * Signs in one of the people without a form, so that a story or a test starts behind it.
 * @param carrier the browser that is signed in then: what `createFetch` has made
 * @param baseUrl the backend's
 * @throws Error for a password that is wrong, or an account that is locked
 */
export const signInAs = async (
  carrier: typeof fetch,
  username: string,
  { password = demoPassword, baseUrl = '/api' } = {},
): Promise<void> => {
  const address = `${baseUrl}/session`;
  const { csrfToken } = (await (await carrier(address)).json()) as { csrfToken: string };
  const answer = await carrier(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken },
    body: JSON.stringify({ username, password }),
  });
  if (answer.ok) return;
  const { detail = answer.statusText } = (await answer.json()) as { detail?: string };
  throw new Error(`"${username}" cannot sign in: ${detail}`);
};
