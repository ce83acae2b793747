import type { InputOf } from '../../../src/contract/endpoint.js';
import type { requestRenewal as row } from '../../../src/contract/record/medications.js';
import type { Answer, Browser } from '../../support/portal.js';

export type RenewalBody = InputOf<typeof row>['body'];

/** Thirty days without refills, unless told otherwise. */
const makeRenewal = (parts: Partial<RenewalBody>): RenewalBody => ({
  supplyDays: 30,
  refills: 0,
  newAllergies: null,
  pharmacy: null,
  note: null,
  ...parts,
});

/** Asks for more of ann's medication, with a key of its own unless told otherwise. */
export const requestRenewal = (
  browser: Browser,
  body: Partial<RenewalBody> = {},
  {
    subject = 'ann',
    medication = 'medication',
    key = crypto.randomUUID(),
  }: { readonly subject?: string; readonly medication?: string; readonly key?: string } = {},
): Promise<Answer> =>
  browser.write(
    'POST',
    `/patients/${subject}/medications/${medication}/renewals`,
    makeRenewal(body),
    {
      'Idempotency-Key': key,
    },
  );
