import { demoPassword } from '../../mocks/people/demo-password.js';
import { startBackend, type Backend, type Person } from '../../mocks/index.js';
import { base64url } from '../../mocks/base64url.js';
import { loadPolicy } from '../../src/policy/load-policy.js';
import type { PortalPolicy } from '../../src/policy/portal-policy.js';
import type { Locale } from '../../src/locales/localization.js';
import {
  fetchImportedPeople,
  newcomerToTry,
  peopleToTry,
  type NewcomerToTry,
  type PersonToTry,
} from './people-to-try.js';
import { workerUrl } from './trusted-types.js';

/** What the tabs of the demo tell each other. */
type TabMessage =
  | { readonly type: 'policy'; readonly policy: PortalPolicy }
  | { readonly type: 'locale'; readonly locale: Locale }
  | { readonly type: 'replaced' };

/** Few: what protects a password that stands on the page only costs a visitor's phone time. */
const passwordIterations = 1000;

const localeKey = 'portal-demo-locale';

/** The language that the visitor has chosen. */
export const chosenLocale = (): Locale => (localStorage.getItem(localeKey) === 'es' ? 'es' : 'en');

/** The demo's backend and what its visitor has chosen: the same in all tabs, and after a reload. */
export class SimulatedPortal {
  readonly password = demoPassword;
  readonly people: readonly PersonToTry[];
  readonly newcomer: NewcomerToTry | undefined;
  readonly #backend: Backend;
  readonly #channel = new BroadcastChannel('portal-demo');
  readonly #listeners = new Set<() => void>();
  #policy: PortalPolicy;
  #locale: Locale;

  /**
   * @param preset the policy as long as nobody has chosen one
   * @throws StorageError, or what a service worker that cannot be registered throws
   */
  static async start(preset: string): Promise<SimulatedPortal> {
    const [policy, imported] = await Promise.all([loadPolicy(preset), fetchImportedPeople()]);
    const backend = await startBackend({
      policy,
      workerUrl,
      desk: true,
      passwordIterations,
      ...(imported.length > 0 && (await withMadeUpPeople(imported))),
    });
    return new SimulatedPortal(backend, await newcomerToTry(backend));
  }

  private constructor(backend: Backend, newcomer: NewcomerToTry | undefined) {
    this.#backend = backend;
    this.#policy = backend.policy;
    this.#locale = chosenLocale();
    this.people = peopleToTry(backend);
    this.newcomer = newcomer;
    this.#channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
      this.#hear(data);
    };
  }

  /** In force: the backend enforces it, the widgets speak it. */
  get policy(): PortalPolicy {
    return this.#policy;
  }

  get locale(): Locale {
    return this.#locale;
  }

  /** Calls back after each change. */
  subscribe(listener: () => void): void {
    this.#listeners.add(listener);
  }

  useLocale(locale: Locale): void {
    localStorage.setItem(localeKey, locale);
    const message: TabMessage = { type: 'locale', locale };
    this.#channel.postMessage(message);
    this.#hear(message);
  }

  /** Tells the other tabs what the desk has changed: the policy, or all data. */
  async tell(change: 'policy' | 'data'): Promise<void> {
    await this.#backend.db.refresh();
    const { policy } = this.#backend;
    this.#channel.postMessage(
      change === 'policy' ? { type: 'policy', policy } : { type: 'replaced' },
    );
  }

  #hear(message: TabMessage): void {
    if (message.type === 'replaced') {
      location.reload();
      return;
    }
    if (message.type === 'policy') this.#policy = message.policy;
    else this.#locale = message.locale;
    for (const listener of this.#listeners) listener();
  }
}

/** The backend's own people and these; what was stored of others is dropped. */
const withMadeUpPeople = async (imported: readonly Person[]) => {
  const { people } = await import('../../mocks/people/index.js');
  const text = new TextEncoder().encode(JSON.stringify(imported));
  const edition = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
  return { people: [...people(Date.now()), ...imported], edition };
};
