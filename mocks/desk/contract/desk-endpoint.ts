import { endpoint, type Endpoint } from '../../../src/contract/endpoint.js';

type RowOf<E extends Endpoint> = Omit<E, 'access' | 'acts' | 'activity' | 'refusals' | 'audit'>;

/**
 * A row of the desk's contract, of the same shape as the patients'. The desk has no sessions, and what
 * cannot be done is no rule of the portal's.
 */
export const deskEndpoint = <
  Request extends Endpoint['request'],
  Response extends Endpoint['response'],
>(
  row: RowOf<Endpoint<Request, Response>>,
): Endpoint<Request, Response> =>
  endpoint({ ...row, access: 'public', activity: false, refusals: [] });
