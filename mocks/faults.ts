import type { EndpointId } from '../src/contract/index.js';

/**
 * What comes of a request. `internal`, `unavailable`: 500, 503, and nothing is done. `offline`: a
 * network error, and nothing is done. `lost`: a network error after all is done. `wrong`: a success
 * that breaks the contract. `captive`: 200 with a page of HTML, as from a network that wants its own
 * sign-in first, and nothing is done.
 */
export const outcomes = ['internal', 'unavailable', 'offline', 'lost', 'wrong', 'captive'] as const;
export type Outcome = (typeof outcomes)[number];

/** How an endpoint misbehaves. */
export interface Fault {
  /** Milliseconds that the request waits before anything is done, or until the promise settles. */
  readonly delay?: number | Promise<unknown> | undefined;
  /** What comes of it then. Absent: what should. */
  readonly outcome?: Outcome | undefined;
}

/** A fault that is kept with the data, for every tab. */
export interface KeptFault extends Fault {
  readonly delay?: number | undefined;
}

/** A request that waits, or will. */
export interface HeldRequest {
  /** Resolves when it has come. */
  readonly held: Promise<void>;
  readonly release: () => void;
}

/** The faults in force, set and cleared while the backend runs. */
export class Faults {
  readonly #faults = new Map<string, Fault>();
  /** Of the next request only: called when it comes. */
  readonly #next = new Map<string, () => Fault>();

  /** One endpoint, or all that have no fault of their own. */
  set(endpoint: EndpointId | 'all', fault: Fault): void {
    this.#faults.set(endpoint, fault);
  }

  /** The next request only. */
  setNext(endpoint: EndpointId, fault: Fault): void {
    this.#next.set(endpoint, () => fault);
  }

  /** Requests wait until the returned function is called; later ones do not. */
  hold(endpoint: EndpointId | 'all'): () => void {
    let release = () => {};
    const fault: Fault = { delay: new Promise<void>((resolve) => (release = resolve)) };
    this.set(endpoint, fault);
    return () => {
      if (this.#faults.get(endpoint) === fault) this.clear(endpoint);
      release();
    };
  }

  /** The next request waits until it is released; those after it do not wait. */
  holdNext(endpoint: EndpointId): HeldRequest {
    let release = () => {};
    const fault: Fault = { delay: new Promise<void>((resolve) => (release = resolve)) };
    const held = new Promise<void>((resolve) => {
      this.#next.set(endpoint, () => {
        resolve();
        return fault;
      });
    });
    return { held, release };
  }

  /** Ends one fault; without an argument, all of them. */
  clear(endpoint?: EndpointId | 'all'): void {
    for (const faults of [this.#faults, this.#next]) {
      if (endpoint === undefined) faults.clear();
      else faults.delete(endpoint);
    }
  }

  /** What a request to an endpoint suffers from that comes now; undefined: nothing. */
  of(endpoint: string): Fault | undefined {
    const next = this.#next.get(endpoint);
    this.#next.delete(endpoint);
    return next?.() ?? this.#faults.get(endpoint) ?? this.#faults.get('all');
  }
}
