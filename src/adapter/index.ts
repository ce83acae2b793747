/**
 * For a hospital that has an API of its own: answers the elements' requests by its functions, endpoint by endpoint, with
 * no server between. Only what the contract says comes in here; how anything looks stays outside.
 */
export {
  createClientFetch,
  type Adapter,
  type AdapterAnswer,
  type AdapterOptions,
  type AdapterRequest,
} from './client-fetch.js';
export { AdapterProblem, problem, refusal, type RefusalDetails } from './problem.js';
