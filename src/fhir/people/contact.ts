import * as z from 'zod/mini';
import { emailAddress, phoneNumber } from '../../contract/fields.js';
import { postalAddress, type PostalAddress } from '../../contract/account/preferences.js';
import type { PatientRecord } from '../records/index.js';
import type { FhirBundle } from '../bundle/bundle.js';
import { stateCode } from './states.js';
import { contactPoint, patientAddress, type FhirAddress, type FhirPatient } from '../schemas.js';

/** How a patient is reached. The record has one of each kind; what finds no place there is counted. */
export function readContact(bundle: FhirBundle, source: FhirPatient): PatientRecord['contact'] {
  const points = listed(source.telecom, contactPoint);
  const places = listed(source.address, patientAddress);
  const point = (kind: string, schema: z.ZodMiniType<string>) =>
    best(points, ({ system, value }) =>
      system === kind ? z.safeParse(schema, value?.trim()).data : undefined,
    );
  const email = point('email', emailAddress);
  const phone = point('phone', phoneNumber);
  const address = best(places, addressFrom);
  const left = (count: number, kind: string): void => {
    for (let n = 0; n < count; n += 1) bundle.skip(kind);
  };
  left(points.length - [email, phone].filter(Boolean).length, 'Patient: telecom');
  left(places.length - (address ? 1 : 0), 'Patient: address');
  return { email: email ?? null, phone: phone ?? null, address: address ?? null };
}

/** Each of a list that may be anything; undefined: malformed. */
function listed<S extends z.ZodMiniType>(list: unknown, schema: S): (z.output<S> | undefined)[] {
  const each: readonly unknown[] = Array.isArray(list) ? list : list === undefined ? [] : [list];
  return each.map((one) => z.safeParse(schema, one).data);
}

/** What stands first is preferred; no use at all comes before any other. */
const preferredUses = ['home', 'mobile', ''];

const placeOf = (use = ''): number =>
  preferredUses.includes(use) ? preferredUses.indexOf(use) : preferredUses.length;

interface Source {
  readonly use?: string | undefined;
  readonly rank?: number | undefined;
  readonly period?: { readonly end?: string | undefined } | undefined;
}

/** What is read of the one that is used first for private matters: not an old one, nor one that has ended. */
function best<Point extends Source, Read>(
  sources: readonly (Point | undefined)[],
  read: (source: Point) => Read | undefined,
): Read | undefined {
  const order = ({ use, rank = Infinity }: Source): readonly number[] => [rank, placeOf(use)];
  return sources
    .flatMap((source) =>
      source && source.use !== 'old' && source.period?.end === undefined ? [source] : [],
    )
    .sort((one, other) => {
      const [mine, theirs] = [order(one), order(other)];
      return mine[0] === theirs[0]
        ? (mine[1] ?? 0) - (theirs[1] ?? 0)
        : (mine[0] ?? 0) - (theirs[0] ?? 0);
    })
    .map(read)
    .find((each) => each !== undefined);
}

const addressFrom = ({
  line: [line1, ...more] = [],
  city,
  state,
  postalCode,
}: FhirAddress): PostalAddress | undefined =>
  z.safeParse(postalAddress, {
    line1,
    line2: more.join(', ') || null,
    city,
    state: stateCode(state),
    postalCode,
  }).data;
