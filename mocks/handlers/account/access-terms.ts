import type { Family } from '../../../src/contract/family/family.js';
import type { ProxyRecord } from '../../db/records/index.js';

type AccessTerms = Pick<
  Family['open'][number],
  'relationship' | 'access' | 'givenBy' | 'since' | 'endsOn'
>;

/** What the proxy and the patient are told alike of an access (`accessTerms` of the contract). */
export const accessTermsOf = (
  { relationship, access, givenBy, since }: ProxyRecord,
  endsOn: string | null,
): AccessTerms => ({
  relationship,
  access,
  givenBy,
  since: new Date(since).toISOString(),
  endsOn,
});
