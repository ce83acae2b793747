import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { createBackend, type Backend } from '../../../mocks/backend.js';
import type { Person } from '../../../mocks/db/records/index.js';
import type { HeldRequest } from '../../../mocks/faults.js';
import { createFetch } from '../../../mocks/fetch.js';
import { signInAs } from '../../../mocks/sign-in-as.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import '../../../src/widgets/portal-session/define.js';
import type { PortalSession } from '../../../src/widgets/portal-session/portal-session.js';
import { seededStore } from '../../../stories/fixtures/support/seeded.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';
import { newTabStorage } from '../../../stories/fixtures/support/tab-storage.js';

export interface MountOptions {
  /** Username of who is signed in already; absent: nobody. */
  readonly signedInAs?: string;
  /** Default: myCooper's. */
  readonly policy?: PortalPolicy;
  /** Default: the made-up people of the demo. */
  readonly people?: readonly Person[];
  /** Called when the backend is there, before anything asks it: to set faults. */
  readonly prepare?: (backend: Backend) => void;
  readonly faqHref?: string;
  readonly signInHref?: string;
  /** Default: English. */
  readonly locale?: string;
}

/** A request that the page has sent. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  readonly keepalive: boolean;
}

/** Widgets inside of a `<portal-session>`, with a backend of their own. */
export interface Stage<W extends HTMLElement> {
  readonly widget: W;
  readonly session: PortalSession;
  readonly backend: Backend;
  /** The page's clock, and the backend's. */
  readonly timers: ManualTimers;
  /** Everything that has been sent, in order. */
  readonly requests: readonly SentRequest[];
  /** The next request to an address that ends so is done at once, and answered when it is released. */
  holdAnswer(path: string): HeldRequest;
  /** Requests with this method to an address that ends so come to something else than the backend, until it is undone. */
  answerInstead(method: string, path: string, answer: () => Response): () => void;
  /** As another tab of the same browser would; this page does not hear of it by itself. */
  signInElsewhere(username: string): Promise<void>;
}

/** Mounts a template; its first element is the widget. */
export const mount = async <W extends HTMLElement>(
  template: TemplateResult,
  options: MountOptions = {},
): Promise<Stage<W>> => {
  const { policy = mycooper, people, prepare, faqHref, signInHref, locale = 'en' } = options;
  const timers = new ManualTimers();
  const backend = await createBackend({
    policy,
    clock: timers.clock,
    passwordIterations: 1,
    ...(people ? { people } : { persistence: await seededStore(policy, timers.now()) }),
  });
  const ask = createFetch(backend);
  const signInElsewhere = (username: string) => signInAs(ask, username);
  if (options.signedInAs) await signInElsewhere(options.signedInAs);
  prepare?.(backend);

  const held = new Set<{ path: string; come: () => void; released: Promise<void> }>();
  const holdAnswer = (path: string): HeldRequest => {
    const { promise: released, resolve: release } = withResolvers();
    const { promise, resolve: come } = withResolvers();
    held.add({ path, come, released });
    return { held: promise, release };
  };

  const strangers = new Set<{ method: string; path: string; answer: () => Response }>();
  const answerInstead: Stage<W>['answerInstead'] = (method, path, answer) => {
    const stranger = { method, path, answer };
    strangers.add(stranger);
    return () => strangers.delete(stranger);
  };

  const requests: SentRequest[] = [];
  const recordingFetch: typeof fetch = async (input, init) => {
    const request = new Request(input instanceof Request ? input : new URL(input, location.href), {
      ...init,
    });
    const { method, url, headers, signal, keepalive } = request;
    requests.push({ method, url, headers, signal, keepalive, body: await request.clone().text() });
    const stranger = [...strangers].find(
      (each) => method === each.method && url.endsWith(each.path),
    );
    if (stranger) return stranger.answer();
    const hold = [...held].find(({ path }) => url.endsWith(path));
    if (!hold) return ask(request);
    held.delete(hold);
    const answer = await ask(request);
    hold.come();
    await hold.released;
    return answer;
  };
  const session = await fixture<PortalSession>(html`
    <portal-session
      base-url="/api"
      locale=${locale}
      .policy=${policy}
      .timers=${timers}
      .tabStorage=${newTabStorage()}
      .fetch=${recordingFetch}
      .faqHref=${faqHref ?? null}
      .signInHref=${signInHref ?? null}
      >${template}</portal-session
    >
  `);
  const widget = session.firstElementChild as W;
  return {
    widget,
    session,
    backend,
    timers,
    requests,
    holdAnswer,
    answerInstead,
    signInElsewhere,
  };
};

const withResolvers = () => {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
};
