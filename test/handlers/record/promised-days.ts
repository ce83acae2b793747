import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';

/** When something is asked for, and the days by which an answer is promised. */
interface PromisedDay {
  readonly what: string;
  readonly askedAt: string;
  readonly renewal: string;
  readonly appointment: string;
}

/** Three business days of New York, or two: the same for renewals and appointments. */
const ofPresets = [
  {
    what: 'within a week',
    askedAt: '2026-03-02T15:00:00Z',
    mychart: '2026-03-05',
    mycooper: '2026-03-04',
  },
  {
    what: 'over a weekend, from the last second of a Friday',
    askedAt: '2026-03-14T03:59:59Z',
    mychart: '2026-03-18',
    mycooper: '2026-03-17',
  },
  {
    what: 'from the last second of a Sunday of 23 hours',
    askedAt: '2026-03-09T03:59:59Z',
    mychart: '2026-03-11',
    mycooper: '2026-03-10',
  },
  {
    what: 'from the first second after it',
    askedAt: '2026-03-09T04:00:00Z',
    mychart: '2026-03-12',
    mycooper: '2026-03-11',
  },
  {
    what: 'from the last second of a Sunday of 25 hours',
    askedAt: '2026-11-02T04:59:59Z',
    mychart: '2026-11-04',
    mycooper: '2026-11-03',
  },
  {
    what: 'from the first second after that',
    askedAt: '2026-11-02T05:00:00Z',
    mychart: '2026-11-05',
    mycooper: '2026-11-04',
  },
  {
    what: 'over Thanksgiving and a weekend',
    askedAt: '2026-11-25T15:00:00Z',
    mychart: '2026-12-01',
    mycooper: '2026-11-30',
  },
  {
    what: 'over New Year and a weekend',
    askedAt: '2026-12-31T15:00:00Z',
    mychart: '2027-01-06',
    mycooper: '2027-01-05',
  },
] as const;

/** Five business days of Tokyo for renewals, six for appointments; open on Saturdays, not on Fridays. */
const ofLakeside: readonly PromisedDay[] = [
  {
    what: 'over a holiday of its own, a Friday and a Sunday',
    askedAt: '2026-03-02T14:59:59Z',
    renewal: '2026-03-10',
    appointment: '2026-03-11',
  },
  {
    what: 'from the last second of a Wednesday in Tokyo',
    askedAt: '2026-03-04T14:59:59Z',
    renewal: '2026-03-11',
    appointment: '2026-03-12',
  },
  {
    what: 'from the first second of the Thursday',
    askedAt: '2026-03-04T15:00:00Z',
    renewal: '2026-03-12',
    appointment: '2026-03-14',
  },
  {
    what: 'over the Thanksgiving of others',
    askedAt: '2026-11-25T03:00:00Z',
    renewal: '2026-12-02',
    appointment: '2026-12-03',
  },
  {
    what: 'over its own holidays at New Year',
    askedAt: '2026-12-29T03:00:00Z',
    renewal: '2027-01-09',
    appointment: '2027-01-11',
  },
];

/** What the rules promise under one of the policies of the tests. */
export const promisedDays = ({ id }: PortalPolicy): readonly PromisedDay[] => {
  if (id === lakeside.id) return ofLakeside;
  if (id !== 'mychart' && id !== 'mycooper') throw new Error(`Nothing is known of ${id}.`);
  return ofPresets.map(({ what, askedAt, [id]: day }) => ({
    what,
    askedAt,
    renewal: day,
    appointment: day,
  }));
};
