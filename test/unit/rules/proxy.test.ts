import { expect } from 'chai';
import type { ProxyRecord } from '../../../mocks/db/records/index.js';
import {
  decideConsentForm,
  endingBirthday,
  isOfAge,
  proxyHolds,
  relationshipsBy,
  standingOf,
} from '../../../mocks/rules/family/proxy.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { proxyRelationships, type PortalPolicy } from '../../../src/policy/portal-policy.js';
import { lakeside, policies } from '../../../stories/fixtures/support/policies.js';
import { makePerson } from '../../support/sample-people.js';
import { fc, runs } from '../../support/properties.js';

const at = (instant: string) => Date.parse(instant);
const bornOn = (birthDate: string | null) => ({ ...makePerson('kid', '').patient, birthDate });

const makeProxy = (parts: Partial<ProxyRecord> = {}): ProxyRecord => ({
  id: 'proxy',
  patientId: 'kid',
  proxyPatientId: 'ann',
  relationship: 'parent',
  access: 'full',
  givenBy: 'consent-form',
  since: at('2020-05-05T12:00:00Z'),
  ended: null,
  ...parts,
});

/** A birth date, with the first moment of the day on which it brings of age. */
const birthdays: readonly (readonly [string, PortalPolicy, string, string])[] = [
  ['2008-07-15', mychart, '2026-07-15', '2026-07-15T04:00:00Z'],
  ['2008-01-01', mycooper, '2026-01-01', '2026-01-01T05:00:00Z'],
  ['2008-03-08', mycooper, '2026-03-08', '2026-03-08T05:00:00Z'], // the clocks go forward that night
  ['2010-07-15', lakeside, '2026-07-15', '2026-07-14T15:00:00Z'],
  ['2008-02-29', mychart, '2026-03-01', '2026-03-01T05:00:00Z'],
  ['2012-02-29', lakeside, '2028-02-29', '2028-02-28T15:00:00Z'], // 2028 has that day
  ['2007-12-31', mycooper, '2025-12-31', '2025-12-31T05:00:00Z'],
  ['2008', mycooper, '2026-12-31', '2026-12-31T05:00:00Z'], // whoever it is was surely born by then
  ['2008-03', mycooper, '2026-03-31', '2026-03-31T04:00:00Z'],
];

describe('coming of age', () => {
  for (const [birthDate, policy, birthday, moment] of birthdays) {
    it(`is the first moment of ${birthday} under ${policy.id}, born on ${birthDate}`, () => {
      const patient = bornOn(birthDate);
      expect(isOfAge(patient, policy, at(moment) - 1)).to.equal(false);
      expect(isOfAge(patient, policy, at(moment))).to.equal(true);
      expect(endingBirthday(makeProxy(), patient, policy)).to.equal(birthday);
    });

    it(`ends what a form about a child has given: ${birthDate}, ${policy.id}`, () => {
      const patient = bornOn(birthDate);
      for (const relationship of policy.proxy.relationships) {
        const proxy = makeProxy({ relationship });
        expect(standingOf(proxy, patient, policy, at(moment) - 1)).to.deep.equal({
          open: true,
          endsOn: birthday,
        });
        expect(standingOf(proxy, patient, policy, at(moment))).to.deep.equal({
          open: false,
          reason: 'came-of-age',
          endedAt: at(moment),
        });
      }
    });
  }

  it('was always so for whoever has no day of birth on file', () => {
    expect(isOfAge(bornOn(null), mychart, 0)).to.equal(true);
    expect(endingBirthday(makeProxy(), bornOn(null), mychart)).to.equal(null);
  });

  it('never ends what patients have given, nor what a form about an adult has', () => {
    const patient = bornOn('2008-07-15');
    const grown = at('2026-07-15T04:00:00Z');
    const given = makeProxy({ givenBy: 'patient', relationship: 'spouse' });
    const ofAdult = makeProxy({ since: grown, relationship: 'guardian' });
    for (const proxy of [given, ofAdult]) {
      for (const now of [grown, at('2066-01-01T00:00:00Z')]) {
        expect(standingOf(proxy, patient, mychart, now)).to.deep.equal({
          open: true,
          endsOn: null,
        });
      }
    }
    const dayBefore = makeProxy({ since: grown - 1, relationship: 'guardian' });
    expect(proxyHolds(dayBefore, patient, mychart, grown)).to.equal(false);
  });

  it('happens once, on the birthday or the day after a 29 February that is not there', () => {
    const anyDay = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const property = fc.property(anyDay, fc.constantFrom(...policies), (birthDate, policy) => {
      const proxy = makeProxy({ since: at(`${birthDate}T12:00:00Z`) });
      const birthday = endingBirthday(proxy, bornOn(birthDate), policy) ?? '';
      const [born = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
      const year = born + policy.proxy.comingOfAgeYears;
      // By its parts: engines disagree on whether a text such as "2026-02-29" is a date.
      const exists = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
      expect(birthday).to.equal(exists ? `${year}${birthDate.slice(4)}` : `${year}-03-01`);
    });
    fc.assert(property, { numRuns: runs(1000), examples: [['2008-02-29', mychart]] });
  });
});

describe('an access that was ended', () => {
  const patient = bornOn('2008-07-15');
  const grown = at('2026-07-15T04:00:00Z');

  it('at the very birthday or later had ended by coming of age', () => {
    for (const ended of [grown, grown + 1]) {
      for (const by of ['patient', 'proxy', 'hospital'] as const) {
        const proxy = makeProxy({ ended: { at: ended, by } });
        expect(standingOf(proxy, patient, mychart, grown + 1)).to.deep.equal({
          open: false,
          reason: 'came-of-age',
          endedAt: grown,
        });
      }
    }
  });

  for (const [by, reason] of [
    ['patient', 'taken-back'],
    ['proxy', 'given-up'],
    ['hospital', 'ended-by-hospital'],
  ] as const) {
    it(`by the ${by} is ${reason}, also after the child has come of age`, () => {
      const proxy = makeProxy({ ended: { at: grown - 1, by } });
      for (const now of [grown - 1, grown, grown + 1]) {
        expect(standingOf(proxy, patient, mychart, now)).to.deep.equal({
          open: false,
          reason,
          endedAt: grown - 1,
        });
      }
    });
  }
});

for (const policy of policies) {
  describe(`proxy.relationships under ${policy.id}`, () => {
    const adult = bornOn('1970-01-01');
    const { relationships, friendsAndFamily } = policy.proxy;
    const now = at('2026-03-02T15:00:00Z');

    for (const relationship of proxyRelationships) {
      const byForm = relationships.includes(relationship);
      const byPatient = friendsAndFamily && relationship !== 'guardian';

      it(`${relationship}: ${byForm ? 'by a form' : 'by no form'}`, () => {
        const proxy = makeProxy({ relationship });
        expect(proxyHolds(proxy, adult, policy, now)).to.equal(byForm);
        const form = { relationship, handedInAt: now };
        expect(decideConsentForm(form, adult, policy, now).ok).to.equal(byForm);
      });

      it(`${relationship}: ${byPatient ? 'by the patient' : 'not by the patient'}`, () => {
        const proxy = makeProxy({ relationship, givenBy: 'patient' });
        expect(proxyHolds(proxy, adult, policy, now)).to.equal(byPatient);
        expect(relationshipsBy('patient', policy).includes(relationship)).to.equal(byPatient);
      });
    }

    it('what the policy in force does not know, does not hold, and has no date', () => {
      const [relationship = 'parent'] = relationships;
      const without = { ...policy, proxy: { ...policy.proxy, relationships: [] } };
      expect(standingOf(makeProxy({ relationship }), adult, without, now)).to.deep.equal({
        open: false,
        reason: 'ended-by-hospital',
        endedAt: null,
      });
    });
  });
}
