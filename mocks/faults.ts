import type { EndpointId } from '../src/contract/index.js';

/** How an endpoint misbehaves. */
export interface Fault {
  /** Milliseconds that the request waits before anything is done, or until the promise settles. */
  readonly delay?: number | Promise<unknown>;
  /**
   * What comes of it then. `internal`, `unavailable`: 500, 503, and nothing is done. `offline`: a
   * network error, and nothing is done. `lost`: a network error after all is done. `wrong`: a success
   * that breaks the contract.
   */
  readonly outcome?: 'internal' | 'unavailable' | 'offline' | 'lost' | 'wrong';
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

  /** What an endpoint suffers from now. */
  of(endpoint: string): Fault {
    return this.#faults.get(endpoint) ?? this.#faults.get('all') ?? {};
  }
}
