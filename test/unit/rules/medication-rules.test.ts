import { expect } from 'chai';
import type { RenewalRecord } from '../../../mocks/db/records/index.js';
import { lastOf } from '../../../mocks/rules/record/medications.js';

const makeRenewal = (id: string, status: RenewalRecord['status'], requestedAt: number) =>
  ({
    id,
    patientId: 'ann',
    medicationId: 'medication',
    requestedAt,
    requestedBy: 'Ann Example',
    supplyDays: 30,
    refills: 0,
    newAllergies: null,
    pharmacy: null,
    note: null,
    expectedBy: '2026-03-04',
    status,
    decision: status === 'pending' ? null : { at: requestedAt, by: 'Dana Lee, MD', note: null },
  }) satisfies RenewalRecord;

describe('the last renewal of a medication', () => {
  const early = makeRenewal('early', 'denied', 1);
  const late = makeRenewal('late', 'approved', 2);

  it('is none where there was none', () => {
    expect(lastOf([])).to.equal(null);
  });

  it('is the latest, in whatever order they are stored', () => {
    expect(lastOf([early, late])).to.equal(late);
    expect(lastOf([late, early])).to.equal(late);
  });

  it('is the one stored last of those at the same time', () => {
    const other = makeRenewal('other', 'denied', 2);
    expect(lastOf([early, late, other])).to.equal(other);
    expect(lastOf([other, early, late])).to.equal(late);
  });

  it('is the one that waits, in whatever order and at whatever time it was asked for', () => {
    for (const requestedAt of [0, 2, 3]) {
      const waiting = makeRenewal('waiting', 'pending', requestedAt);
      expect(lastOf([waiting, early, late])).to.equal(waiting);
      expect(lastOf([late, early, waiting])).to.equal(waiting);
    }
  });
});
