import type { Backend } from '../../mocks/backend.js';
import { createFetch, type FetchOptions } from '../../mocks/fetch.js';

/** How the tests' browsers reach a backend. */
export type Connect = (backend: Backend, options?: FetchOptions) => typeof fetch;

let connection: Connect = createFetch;

/** Has browsers that are made from now on go another way than straight to the handlers. */
export const connectBy = (connect: Connect): void => {
  connection = connect;
};

export const connect: Connect = (backend, options) => connection(backend, options);
