import { expect } from 'chai';
import type { Person, ReportRecord } from '../../../mocks/db/records/index.js';
import { analytes } from '../../../mocks/people/laboratory/analytes.js';
import { flagOf } from '../../../src/fhir/flags.js';
import { ada } from '../../../mocks/people/ada/ada.js';
import { grace } from '../../../mocks/people/grace/grace.js';
import { henry } from '../../../mocks/people/henry/henry.js';
import { people } from '../../../mocks/people/index.js';
import { june } from '../../../mocks/people/june/june.js';
import { rosa } from '../../../mocks/people/rosa/rosa.js';
import { sam } from '../../../mocks/people/sam/sam.js';
import { id, instant } from '../../../src/contract/fields.js';
import { observation as observationRow } from '../../../src/contract/record/results.js';
import { sensitiveCodes, unsharedCodes } from '../../../mocks/rules/default-lists.js';

const now = Date.UTC(2026, 10, 23, 0, 49);
const day = 86_400_000;

const everyone = people(now);
const named = (givenName: string): Person => {
  const person = everyone.find(({ patient }) => patient.givenName === givenName);
  if (!person) throw new Error(`There is no ${givenName}.`);
  return person;
};
const reports = everyone.flatMap((person) => person.reports);
const observations = reports.flatMap((report) => report.observations);
const codes = [...reports, ...observations].flatMap(({ code }) => code ?? []);

/** The check digit of a LOINC code: Luhn's, from the right. */
function checkDigit(digits: string): number {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return (10 - (sum % 10)) % 10;
}

describe('the people of the demo', () => {
  it('are those that the sign-in page offers, with the dependants of Henry and Rosa', () => {
    const who = everyone.map(({ patient, account }) => [
      `${patient.givenName} ${patient.familyName}`,
      account?.username,
      account?.locked ?? false,
    ]);
    expect(who).to.deep.equal([
      ['Rosa Delgado', 'rosa.delgado', false],
      ['Henry Okafor', 'henry.okafor', false],
      ['Ada Okafor', undefined, false],
      ['Grace Okafor', undefined, false],
      ['June Whitfield', 'june.whitfield', false],
      ['Sam Reyes', 'sam.reyes', true],
      ['Mina Park', 'mina.park', false],
      ['Theo Brandt', undefined, false],
      ['Leo Delgado', undefined, false],
    ]);
    expect(named('Mina').reports).to.deep.equal([]);
  });

  it('have what is needed to try every way into an account', () => {
    for (const { account, patient } of everyone.filter((person) => person.account)) {
      expect(account?.securityQuestion?.answer, patient.givenName).not.to.equal(undefined);
      expect(patient.releaseOfInformation).to.equal(true);
    }
    const withoutEmail = everyone.filter(
      ({ account, patient }) => account && !patient.contact.email,
    );
    expect(withoutEmail.map(({ patient }) => patient.givenName)).to.deep.equal(['June']);
    expect(named('Theo').activationCode?.issuedAt).to.be.within(now - 10 * day, now);
  });

  it('all have the same password', () => {
    const passwords = everyone.flatMap(({ account }) => account?.password ?? []);
    expect(new Set(passwords)).to.deep.equal(new Set(['Garden-gate-7']));
  });

  for (const when of [now, Date.UTC(2028, 1, 29, 12), Date.UTC(2031, 0, 1)]) {
    it(`are of their age on ${new Date(when).toISOString()}`, () => {
      const ages = people(when).map(({ patient }) => {
        const years = (when - Date.parse(patient.birthDate ?? '')) / (365.2425 * day);
        return [patient.givenName, Math.floor(years)];
      });
      expect(ages).to.deep.equal([
        ['Rosa', 46],
        ['Henry', 51],
        ['Ada', 9],
        ['Grace', 81],
        ['June', 74],
        ['Sam', 34],
        ['Mina', 29],
        ['Theo', 38],
        ['Leo', 17],
      ]);
    });
  }
});

describe('their results', () => {
  it('are the same each time, for the same moment', () => {
    expect(people(now)).to.deep.equal(everyone);
  });

  it('keep ids and names as time goes by, and move their dates along', () => {
    const later = people(now + 35 * day).flatMap((person) => person.reports);
    expect(later.map((report) => [report.id, report.name])).to.deep.equal(
      reports.map((report) => [report.id, report.name]),
    );
    later.forEach((report, index) => {
      const before = reports[index]?.collectedAt ?? '';
      expect(Date.parse(report.collectedAt ?? '') - Date.parse(before)).to.equal(35 * day);
    });
  });

  it('have ids of their own that tell nothing', () => {
    const ids = [...everyone.map(({ patient }) => patient), ...reports, ...observations].map(
      (record) => record.id,
    );
    expect(new Set(ids).size).to.equal(ids.length);
    for (const each of ids) {
      expect(id.safeParse(each).success, each).to.equal(true);
      expect(each).to.match(/^[0-9a-z]{14}$/);
    }
  });

  it('are observations as the contract has them', () => {
    for (const each of observations) {
      const { error } = observationRow.safeParse(each);
      expect(error, `${each.name}: ${error?.message ?? ''}`).to.equal(undefined);
    }
  });

  it('belong to their patient', () => {
    for (const { patient, reports: own } of everyone) {
      for (const report of own) expect(report.patientId).to.equal(patient.id);
    }
  });

  it('were taken, corrected, reviewed and commented on in that order, and before now', () => {
    expect(reports.filter((report) => !isInOrder(report, now))).to.deep.equal([]);
  });

  // Office hours and weekends must not push anything past now.
  it('are so at every hour of a week', () => {
    for (let hour = 1; hour <= 7 * 24; hour += 1) {
      const when = now + hour * 3_600_000;
      const shortRecords = [rosa, henry, ada, grace, sam].map((person) => person(when));
      const records = hour % 24 === 0 ? [...shortRecords, june(when)] : shortRecords;
      const late = records.flatMap((person) =>
        person.reports.filter((report) => !isInOrder(report, when)).map(({ name }) => name),
      );
      expect(late, new Date(when).toISOString()).to.deep.equal([]);
    }
  });

  it('say when in instants, and when they were reviewed if they were', () => {
    for (const report of reports) {
      for (const moment of momentsOf(report)) {
        expect(instant.safeParse(moment).success, moment).to.equal(true);
      }
      expect(report.reviewed, report.name).to.equal(report.reviewedAt !== null);
    }
  });

  it('were taken on weekdays', () => {
    for (const { collectedAt } of reports) {
      expect(new Date(collectedAt ?? '').getUTCDay()).to.be.within(1, 5);
    }
  });

  it('have LOINC codes with a right check digit', () => {
    expect(codes.length).to.be.greaterThan(observations.length);
    for (const { system, code, display } of codes) {
      expect(system).to.equal('http://loinc.org');
      expect(code).to.match(/^[1-9]\d{2,5}-\d$/);
      const [digits = '', check] = code.split('-');
      expect(checkDigit(digits), `${code} ${display}`).to.equal(Number(check));
    }
  });

  it('call one code by one name only', () => {
    const displays = new Map<string, string>();
    for (const { code, display } of codes) {
      expect(displays.get(code) ?? display, code).to.equal(display);
      displays.set(code, display);
    }
  });

  it('have the flag that follows from range and critical limits', () => {
    const criticalLimits = new Map(
      Object.values(analytes).map((analyte) => [
        analyte.code.code,
        'critical' in analyte ? analyte.critical : undefined,
      ]),
    );
    for (const { name, code, value, referenceRange, interpretation } of observations) {
      if (value?.kind !== 'quantity') continue;
      const flag =
        referenceRange && flagOf(value, referenceRange, criticalLimits.get(code?.code ?? ''));
      expect(interpretation, `${name} ${value.value}`).to.equal(flag);
    }
  });

  it('flag a finding in words if it is not the expected one', () => {
    for (const { name, value, referenceRange, interpretation } of observations) {
      if (value?.kind !== 'text' || !referenceRange) continue;
      const expected = value.text === referenceRange.text ? 'normal' : 'abnormal';
      expect(interpretation, name).to.equal(expected);
    }
  });
});

/** In the order in which they must have come to pass. */
function momentsOf(report: ReportRecord): readonly string[] {
  const { collectedAt, reportedAt, reviewedAt, note, correction } = report;
  return [collectedAt, reportedAt, correction?.correctedAt, reviewedAt, note?.writtenAt].filter(
    (moment) => typeof moment === 'string',
  );
}

function isInOrder(report: ReportRecord, when: number): boolean {
  const moments = momentsOf(report).map((moment) => Date.parse(moment));
  return moments.every((moment, index) => moment <= (moments[index + 1] ?? when));
}

describe('the results of Rosa', () => {
  const all = named('Rosa').reports;
  const shown = all.filter(
    ({ reviewed, code, observations: parts }) =>
      reviewed &&
      ![code, ...parts.map((part) => part.code)].some(
        (coding) => coding && [...sensitiveCodes, ...unsharedCodes].includes(coding.code),
      ),
  );
  const held = all.filter((report) => !shown.includes(report));
  const parts = shown.flatMap((report) => report.observations);

  it('come in every status', () => {
    const statuses = all.map(({ status, reviewed }) => `${status} ${reviewed ? 'yes' : 'no'}`);
    expect([...new Set(statuses)]).to.have.members([
      'registered no',
      'preliminary no',
      'final no',
      'final yes',
      'amended yes',
      'corrected yes',
      'cancelled yes',
    ]);
  });

  it('come in every category, shown and not shown', () => {
    for (const some of [shown, held]) {
      expect([...new Set(some.map(({ category }) => category))]).to.have.members([
        'laboratory',
        'microbiology',
        'pathology',
        'imaging',
      ]);
    }
  });

  it('hold one of a type that is not shared', () => {
    expect(all.filter(({ code }) => unsharedCodes.includes(code?.code ?? ''))).to.have.lengthOf(1);
  });

  it('hold sensitive ones, alone and within a panel of other tests', () => {
    const alone = all.filter(({ code }) => sensitiveCodes.includes(code?.code ?? ''));
    expect(alone.map(({ name }) => name)).to.deep.equal([
      'HIV screening',
      'Chlamydia and gonorrhea',
    ]);
    const within = all
      .filter((report) => !alone.includes(report))
      .filter((report) =>
        report.observations.some(({ code }) => sensitiveCodes.includes(code?.code ?? '')),
      );
    expect(within.map(({ name }) => name)).to.deep.equal(['Urinalysis']);
    expect(within[0]?.observations.length).to.be.greaterThan(5);
  });

  it('show every flag', () => {
    const flags = new Set(parts.map(({ interpretation }) => interpretation));
    expect([...flags]).to.have.members([
      null,
      'normal',
      'low',
      'high',
      'critical-low',
      'critical-high',
      'abnormal',
    ]);
  });

  it('show values below what can be measured', () => {
    const troponin = parts.find(({ name }) => name === 'Troponin I');
    expect(troponin?.value).to.deep.equal({
      kind: 'quantity',
      value: 0.01,
      comparator: '<',
      unit: 'ng/mL',
    });
    expect(troponin?.interpretation).to.equal('normal');
  });

  it('show what was corrected, with the value before', () => {
    const corrected = shown.find(({ status }) => status === 'corrected');
    expect(corrected?.correction?.text).to.contain('6.4 mmol/L');
    const potassium = corrected?.observations.find(({ name }) => name === 'Potassium');
    expect(potassium?.previousValue).to.deep.include({ value: 6.4 });
    expect(potassium?.value).to.deep.include({ value: 4.3 });
    expect(potassium?.interpretation).to.equal('normal');
  });

  it('have no values where the specimen could not be tested', () => {
    const cancelled = shown.find(({ status }) => status === 'cancelled');
    expect(cancelled?.observations).to.have.lengthOf(7);
    for (const { value, absentReason, interpretation } of cancelled?.observations ?? []) {
      expect(value).to.equal(null);
      expect(absentReason).to.contain('hemolyzed');
      expect(interpretation).to.equal(null);
    }
  });

  it('say how a germ answers to each drug', () => {
    const culture = shown.find(({ name }) => name === 'Urine culture');
    const words = culture?.observations.map(({ name, value }) => [
      name,
      value?.kind === 'text' ? value.text : null,
    ]);
    expect(words).to.deep.include(['Ampicillin', 'Resistant']);
    expect(words).to.deep.include(['Nitrofurantoin', 'Susceptible']);
  });
});
