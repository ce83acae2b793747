import '../../../src/define.js';
import { createBackend } from '../../../mocks/backend.js';
import { createFetch } from '../../../mocks/fetch.js';
import { rosa } from '../../../mocks/people/rosa/rosa.js';
import { signInAs } from '../../../mocks/sign-in-as.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalSession } from '../../../src/widgets/portal-session/portal-session.js';

/** Elements whose forms show to those only who have not signed in. */
const forStrangers: readonly string[] = ['portal-login', 'portal-signup', 'portal-recovery'];

const baseUrl = '/api';
/** Has the same backend, and a session of its own on this page. */
const otherBaseUrl = '/other';

/** As of the session that goes on. */
let settings: Partial<PortalSession>;

/** A page with a session that goes on while widgets come and go: Rosa's, where it is not about signing in. */
const prepare = async (tag: string): Promise<void> => {
  // The office gives access to a record with the one policy, the patient with the other.
  const policy = tag === 'family-access' ? mychart : mycooper;
  const backend = await createBackend({
    policy,
    people: [rosa(Date.now())],
    passwordIterations: 1,
  });
  const ask = createFetch(backend);
  const isSignedIn = !forStrangers.includes(tag);
  if (isSignedIn) await signInAs(ask, 'rosa.delgado', { baseUrl });
  const session = document.createElement('portal-session');
  settings = {
    baseUrl,
    policy,
    locale: 'en',
    fetch: (input, init) => {
      const address = input instanceof Request ? input.url : String(input);
      return ask(address.replace(otherBaseUrl, baseUrl), init);
    },
  };
  const started = new Promise((resolve) => {
    session.addEventListener('portal-session-started', resolve);
  });
  document.body.append(Object.assign(session, settings));
  if (isSignedIn) await started;
};

/** What a host would set. Of sessions, every other one joins the page's, every other one is alone. */
const settingsOf = (tag: string, n: number): Partial<PortalSession> =>
  tag === 'portal-session' ? { ...settings, baseUrl: n % 2 === 0 ? baseUrl : otherBaseUrl } : {};

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** After so many turns each element shows all that it fetches from the backend in this page. */
const turnsUntilShown = 6;

/** Puts an element on the page and takes it off again, so many times. */
const mount = async (tag: string, times: number): Promise<void> => {
  for (let n = 0; n < times; n += 1) {
    const element = Object.assign(document.createElement(tag), settingsOf(tag, n));
    document.body.append(element);
    await (element as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
    // Some go before they have anything to show, some amid it, others after.
    for (let turn = n % (turnsUntilShown + 1); turn > 0; turn -= 1) await settle();
    element.remove();
  }
  // Time for what has begun to answer, so that late answers find no widget any more.
  for (let n = 0; n < 50; n += 1) await settle();
  // Until its next frame the browser keeps what was styled since the last one.
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
};

Object.assign(globalThis, { prepare, mount });
