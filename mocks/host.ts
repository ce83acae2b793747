/**
 * What the parts of the simulated backend are handed of it. Types only: whoever needs the backend names it
 * here, and `backend.ts` alone knows them all.
 */
import type { HttpHandler } from 'msw';
import type { PortalPolicy } from '../src/policy/portal-policy.js';
import type { Clock } from './clock.js';
import type { Database } from './db/database.js';
import type { SettingsRecord } from './db/records/index.js';
import type { Fault, Faults } from './faults.js';
import type { CookieJar } from './handlers/http/cookies.js';

/** What handlers run on. */
export interface Host {
  readonly baseUrl: string;
  readonly db: Database;
  readonly clock: Clock;
  /** What an endpoint suffers from now. */
  faultOf(endpoint: string): Promise<Fault>;
  /** In force now. */
  readonly policy: PortalPolicy;
  readonly passwordIterations: number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** A patient portal's backend, simulated: it enforces the rules of its policy. */
export interface Backend extends Host {
  /** Made by the page that the backend runs in, and for it alone. */
  readonly faults: Faults;
  /** Bytes that the body of some request may have. */
  readonly largestBody: number;
  /**
   * Its request handlers for MSW.
   * @param jar keeps the cookies of a browser whose page runs the backend itself. Absent: cookies
   *   are in the headers, as over real HTTP
   */
  handlers(jar?: CookieJar): HttpHandler[];
  /** Puts another policy in force, in every tab and until the next `reset`. */
  setPolicy(policy: PortalPolicy): Promise<void>;
  /** What was chosen while it runs. */
  readonly settings: SettingsRecord;
  /** Changes what was chosen while it runs, in every tab and until the next `reset`. */
  changeSettings(change: (before: SettingsRecord) => Partial<SettingsRecord>): Promise<void>;
  /** Everything as it was at first, in every tab; no faults, and the clock goes right. */
  reset(): Promise<void>;
  /** Stops, and lets go of the storage: what is stored stays. */
  close(): Promise<void>;
}
