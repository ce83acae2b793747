import type { EndpointId } from '../src/contract/index.js';

/**
 * What comes of a request. `internal`, `unavailable`: 500, 503, and nothing is done. `offline`: a
 * network error, and nothing is done. `lost`: a network error after all is done. `wrong`: a success
 * that breaks the contract.
 */
export const outcomes = ['internal', 'unavailable', 'offline', 'lost', 'wrong'] as const;
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

/** The faults in force, set and cleared while the backend runs. */
export class Faults {
  readonly #faults = new Map<string, Fault>();

  /** One endpoint, or all that have no fault of their own. */
  set(endpoint: EndpointId | 'all', fault: Fault): void {
    this.#faults.set(endpoint, fault);
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

  /** Ends one fault; without an argument, all of them. */
  clear(endpoint?: EndpointId | 'all'): void {
    if (endpoint === undefined) this.#faults.clear();
    else this.#faults.delete(endpoint);
  }

  /** What an endpoint suffers from now; undefined: nothing. */
  of(endpoint: string): Fault | undefined {
    return this.#faults.get(endpoint) ?? this.#faults.get('all');
  }
}
