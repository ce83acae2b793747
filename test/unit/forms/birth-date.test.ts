import { expect } from 'chai';
import { mycooper } from '../../../src/policy/mycooper.js';
import { birthDateField, birthDateProblem } from '../../../src/forms/birth-date.js';

// Still May 3 in New York, May 4 in London.
const now = Date.parse('2026-05-04T02:00:00Z');
const day = { policy: mycooper, now: () => now };
const problem = (value: string) => birthDateProblem(value, day);

describe('a date of birth', () => {
  it('can be any day of the last 130 years, today too, where the hospital is', () => {
    for (const value of ['1988-09-13', '2026-05-03', '1896-05-03', '2000-02-29']) {
      expect(problem(value), value).to.equal(undefined);
    }
  });

  it('cannot be a day that has not come yet', () => {
    for (const value of ['2026-05-04', '2088-09-13', '9999-12-31', '12026-05-03', '275760-09-13']) {
      expect(problem(value), value).to.equal('This date is in the future. Check the year.');
    }
  });

  it('cannot be more than 130 years ago, nor in the year 88 that a short year becomes', () => {
    for (const value of ['1896-05-02', '1888-09-13', '0088-09-13', '0001-01-01']) {
      expect(problem(value), value).to.equal('Check the year. Use all 4 digits, like 1988.');
    }
  });

  it('is asked for within these days', () => {
    const field = birthDateField(
      { id: 'born', name: 'born', label: 'Born', autocomplete: 'bday' },
      day,
    );
    expect(field).to.include({
      type: 'date',
      name: 'born',
      earliest: '1896-05-03',
      latest: '2026-05-03',
    });
    expect(field.problemOf?.('2026-05-04')).to.match(/in the future/);
  });
});
