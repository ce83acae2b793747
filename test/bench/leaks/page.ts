import '../../../src/define.js';
import { createBackend } from '../../../mocks/backend.js';
import { createFetch } from '../../../mocks/fetch.js';
import { rosa } from '../../../mocks/people/rosa.js';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import { PortalClient } from '../../../src/client/portal-client.js';
import { getSession, signIn } from '../../../src/contract/generated/session.js';
import { mycooper } from '../../../src/policy/mycooper.js';

/** A page with a session that goes on while widgets come and go: Rosa is signed in. */
const prepare = async (): Promise<void> => {
  const baseUrl = '/api';
  const backend = await createBackend({
    policy: mycooper,
    people: [rosa(Date.now())],
    passwordIterations: 1,
  });
  const ask = createFetch(backend);
  const client = new PortalClient({ baseUrl, fetch: ask });
  client.csrfToken = (await client.call(getSession, {})).csrfToken;
  await client.call(signIn, { body: { username: 'rosa.delgado', password: demoPassword } });
  const session = document.createElement('portal-session');
  Object.assign(session, { fetch: ask, policy: mycooper, locale: 'en', baseUrl });
  document.body.append(session);
};

/** Time for what has begun to answer, so that late answers find no widget any more. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

/** Puts an element on the page and takes it off again, so many times. */
const mount = async (tag: string, times: number): Promise<void> => {
  for (let n = 0; n < times; n += 1) {
    const element = document.createElement(tag);
    document.body.append(element);
    await (element as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
    // Some go before they have anything to show, others after.
    if (n % 2 === 0) await settle();
    element.remove();
  }
  for (let n = 0; n < 50; n += 1) await settle();
};

Object.assign(globalThis, { prepare, mount });
