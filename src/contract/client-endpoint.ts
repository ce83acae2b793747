import type { Endpoint, InputOf, OutputOf } from './endpoint.js';
import type { Shape } from '../shape/shape.js';

/** What the client needs of a contract row; made from it by `npm run generate`. */
export interface ClientEndpoint<Input = never, Output = unknown> {
  readonly id: string;
  readonly method: Endpoint['method'];
  readonly path: Endpoint['path'];
  readonly safe: boolean;
  /** Shape of the successful answer; null: none. */
  readonly answer: Shape | null;
  /** Carries the types only; absent at run time. */
  readonly types?: (input: Input) => Output;
}

export type ClientEndpointOf<E extends Endpoint> = ClientEndpoint<InputOf<E>, OutputOf<E>>;
