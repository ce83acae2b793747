import { expect } from 'chai';
import type { Person, ThreadRecord } from '../../../mocks/db/records/index.js';
import { people } from '../../../mocks/people/index.js';
import { proxyHolds } from '../../../mocks/rules/family/proxy.js';
import { day as fullDate, id, instant } from '../../../src/contract/fields.js';
import { allergy, condition, immunization, vital } from '../../../src/contract/record/record.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';

const now = Date.UTC(2026, 10, 23, 0, 49);
const day = 86_400_000;

const everyone = people(now);
const named = (givenName: string): Person => {
  const person = everyone.find(({ patient }) => patient.givenName === givenName);
  if (!person) throw new Error(`There is no ${givenName}.`);
  return person;
};

/** Every record of a person that has an id of its own. */
const recordsOf = (person: Person): readonly { readonly id: string }[] => [
  ...(person.careTeam ?? []),
  ...(person.medications ?? []),
  ...(person.renewals ?? []),
  ...(person.threads ?? []).flatMap((thread) => [thread, ...thread.messages]),
  ...(person.appointments ?? []),
  ...(person.appointmentRequests ?? []),
  ...(person.consentForms ?? []),
  ...(person.healthSummary?.conditions ?? []),
  ...(person.healthSummary?.allergies ?? []),
  ...(person.healthSummary?.immunizations ?? []),
  ...(person.healthSummary?.vitals ?? []),
];

const medications = everyone.flatMap((person) => person.medications ?? []);
const renewals = everyone.flatMap((person) => person.renewals ?? []);
const appointments = everyone.flatMap((person) => person.appointments ?? []);

describe('the records of the demo', () => {
  it('have ids of their own that tell nothing', () => {
    const ids = everyone.flatMap(recordsOf).map((record) => record.id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ids.filter((each) => !id.safeParse(each).success)).to.deep.equal([]);
    expect(ids.filter((each) => !/^[0-9a-z]{14}$/.test(each))).to.deep.equal([]);
  });

  it('keep their ids as time goes by', () => {
    const later = people(now + 35 * day).flatMap(recordsOf);
    expect(later.map((record) => record.id)).to.deep.equal(
      everyone.flatMap(recordsOf).map((record) => record.id),
    );
  });

  it('belong to their patient', () => {
    for (const { patient, ...person } of everyone) {
      const own = [
        ...(person.careTeam ?? []),
        ...(person.medications ?? []),
        ...(person.renewals ?? []),
        ...(person.threads ?? []),
        ...(person.appointments ?? []),
        ...(person.appointmentRequests ?? []),
        ...(person.consentForms ?? []),
      ];
      expect(own.filter(({ patientId }) => patientId !== patient.id)).to.deep.equal([]);
    }
  });

  it('name only what there is: medications, people of the care team, patients', () => {
    const patientIds = everyone.map(({ patient }) => patient.id);
    for (const person of everyone) {
      const medicationIds = person.medications?.map((medication) => medication.id);
      for (const { medicationId } of person.renewals ?? []) {
        expect(medicationIds).to.include(medicationId);
      }
      const members = new Map(person.careTeam?.map((member) => [member.id, member]));
      const strangers = (person.threads ?? []).filter(({ careTeamMember }) => {
        const member = members.get(careTeamMember.id);
        return member?.name !== careTeamMember.name || member.role !== careTeamMember.role;
      });
      expect(strangers).to.deep.equal([]);
      for (const { patientId } of person.proxyFor ?? []) expect(patientIds).to.include(patientId);
      for (const { proxyPatientId } of person.consentForms ?? []) {
        expect(patientIds).to.include(proxyPatientId);
      }
    }
  });

  it('are health summaries as the contract has them', () => {
    for (const { healthSummary, patient } of everyone) {
      const parsed = [
        ...(healthSummary?.conditions ?? []).map((each) => condition.safeParse(each)),
        ...(healthSummary?.allergies ?? []).map((each) => allergy.safeParse(each)),
        ...(healthSummary?.immunizations ?? []).map((each) => immunization.safeParse(each)),
        ...(healthSummary?.vitals ?? []).map((each) => vital.safeParse(each)),
      ];
      const mistakes = parsed.flatMap(({ error }) => error?.message ?? []);
      expect(mistakes, patient.givenName).to.deep.equal([]);
    }
  });

  for (const hours of Array.from({ length: 8 }, (_, index) => index * 21)) {
    it(`have nothing done after now, and nothing planned before, ${hours} hours on`, () => {
      const when = now + hours * 3_600_000;
      const today = new Date(when).toISOString().slice(0, 10);
      for (const person of people(when)) {
        const who = person.patient.givenName;
        for (const { startsAt, status, title } of person.appointments ?? []) {
          expect(instant.safeParse(startsAt).success).to.equal(true);
          const isPlanned = status === 'booked';
          expect(Date.parse(startsAt) > when, `${who}: ${title}`).to.equal(isPlanned);
        }
        const days = [
          ...(person.medications ?? []).flatMap((each) => [each.prescribedOn, each.endedOn]),
          ...(person.healthSummary?.conditions ?? []).flatMap((each) => [
            each.onsetOn,
            each.resolvedOn,
          ]),
          ...(person.healthSummary?.allergies ?? []).map(({ notedOn }) => notedOn),
          ...(person.healthSummary?.immunizations ?? []).map(({ givenOn }) => givenOn),
          ...(person.healthSummary?.vitals ?? []).map(({ takenAt }) => takenAt.slice(0, 10)),
        ].filter((each) => each !== null);
        for (const each of days) {
          expect(fullDate.safeParse(each).success, each).to.equal(true);
          const isLived = each <= today && each >= (person.patient.birthDate ?? '');
          expect(isLived, `${who} ${each}`).to.equal(true);
        }
        expect((person.threads ?? []).filter((thread) => !isInOrder(thread, when))).to.deep.equal(
          [],
        );
      }
    });
  }

  it('end after they begin', () => {
    for (const { prescribedOn, endedOn, name } of medications) {
      expect((endedOn ?? '9999') >= (prescribedOn ?? ''), name).to.equal(true);
    }
    for (const { onsetOn, resolvedOn, name } of everyone.flatMap(
      ({ healthSummary }) => healthSummary?.conditions ?? [],
    )) {
      expect((resolvedOn ?? '9999') >= (onsetOn ?? ''), name).to.equal(true);
    }
    for (const { requestedAt, decision } of renewals) {
      expect((decision?.at ?? now) > requestedAt).to.equal(true);
    }
  });
});

/** Message after message, and all before now. */
function isInOrder({ messages }: ThreadRecord, when: number): boolean {
  const times = messages.map(({ sentAt }) => sentAt);
  return times.every((time, index) => time < (times[index + 1] ?? when));
}

describe('the facts of the demo agree', () => {
  /** What somebody with an allergy to the first must not have been given. */
  const kin: readonly (readonly [substance: RegExp, drug: RegExp])[] = [
    [/penicillin/i, /cillin/i],
    [/sulfa/i, /sulfamethoxazole|trimethoprim/i],
    [/codeine/i, /codeine/i],
  ];

  it('in what people are allergic to and what they take', () => {
    for (const { patient, ...person } of everyone) {
      for (const { substance } of person.healthSummary?.allergies ?? []) {
        const [, drug] = kin.find(([allergen]) => allergen.test(substance)) ?? [null, null];
        const taken = (person.medications ?? []).filter(({ name }) => drug?.test(name));
        expect(taken, `${patient.givenName}, ${substance}`).to.deep.equal([]);
      }
    }
  });

  /** From what age on (years) a vaccine is given, and until when. */
  const ages: Readonly<Record<string, readonly [from: number, to: number]>> = {
    '20': [0, 7], // DTaP
    '115': [7, 120], // Tdap
    '135': [65, 120], // flu, high dose
    '140': [0.5, 65], // flu
    '165': [9, 46], // HPV
    '187': [50, 120], // shingles
    '216': [50, 120], // pneumonia
    '33': [50, 120],
  };

  it('in how old people are and which vaccines they were given', () => {
    for (const { patient, healthSummary } of everyone) {
      for (const { code, givenOn, name } of healthSummary?.immunizations ?? []) {
        const [from, to] = ages[code?.code ?? ''] ?? [0, 120];
        const age =
          (Date.parse(givenOn ?? '') - Date.parse(patient.birthDate ?? '')) / (365.25 * day);
        expect(age, `${patient.givenName}: ${name}`).to.be.within(from, to);
      }
    }
  });

  it('in that no vaccine is given twice on one day', () => {
    for (const { healthSummary } of everyone) {
      const given = (healthSummary?.immunizations ?? []).map(
        (each) => `${each.name} ${each.givenOn ?? ''}`,
      );
      expect(new Set(given).size).to.equal(given.length);
    }
  });

  it('in that at most one renewal of a medication waits', () => {
    const waiting = renewals.filter(({ status }) => status === 'pending');
    expect(new Set(waiting.map(({ medicationId }) => medicationId)).size).to.equal(waiting.length);
  });

  it('in that vital signs come with the same unit each time', () => {
    const units = new Map<string, string>();
    for (const { name, unit } of everyone.flatMap((each) => each.healthSummary?.vitals ?? [])) {
      expect(units.get(name) ?? unit, name).to.equal(unit);
      units.set(name, unit);
    }
  });
});

describe('every state can be reached by hand', () => {
  it('of a medication of Rosa: renewable, refills left, elsewhere, not documented, waiting, past', () => {
    const { medications: own = [], renewals: asked = [] } = named('Rosa');
    const current = own.filter(({ status }) => status === 'active');
    const pending = asked
      .filter(({ status }) => status === 'pending')
      .map(({ medicationId }) => medicationId);
    const renewable = current.filter(
      (each) => each.prescribedHere && each.refillsRemaining === 0 && !pending.includes(each.id),
    );
    const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
    const refillable = current.filter(
      (each) => each.prescribedHere && (each.refillsRemaining ?? 0) > 0,
    );
    const elsewhere = current.filter((each) => !each.prescribedHere && each.documentedHere);
    expect(names(renewable)).to.deep.equal(['Tranexamic acid 650 mg tablet']);
    expect(names(refillable)).to.deep.equal(['Levothyroxine 75 mcg tablet']);
    expect(names(elsewhere)).to.deep.equal(['Vitamin D3 2,000 units capsule']);
    expect(names(own.filter((each) => !each.documentedHere))).to.deep.equal([
      'Sumatriptan 50 mg tablet',
    ]);
    expect(names(own.filter((each) => pending.includes(each.id)))).to.deep.equal([
      'Fluticasone nasal spray, 50 mcg a spray',
    ]);
  });

  it('of medications and renewals altogether', () => {
    expect(new Set(medications.map(({ status }) => status))).to.deep.equal(
      new Set(['active', 'on-hold', 'completed', 'stopped']),
    );
    expect(new Set(renewals.map(({ status }) => status))).to.deep.equal(
      new Set(['pending', 'approved', 'denied']),
    );
  });

  it('of appointments: to come and past, missed, cancelled, in person, by video and phone', () => {
    expect(new Set(appointments.map(({ status }) => status))).to.deep.equal(
      new Set(['booked', 'fulfilled', 'cancelled', 'no-show']),
    );
    expect(new Set(appointments.map(({ mode }) => mode))).to.deep.equal(
      new Set(['in-person', 'video', 'phone']),
    );
    const requests = everyone.flatMap((person) => person.appointmentRequests ?? []);
    expect(new Set(requests.map(({ status }) => status))).to.deep.equal(
      new Set(['pending', 'declined']),
    );
  });

  it('of Rosa’s messages: unread, answered, waiting, overdue, closed, archived', () => {
    const own = named('Rosa').threads ?? [];
    const today = new Date(now).toISOString().slice(0, 10);
    const waiting = own.filter(
      ({ messages, closed }) => !closed && messages.at(-1)?.from.side === 'patient',
    );
    const overdue = waiting.filter(({ messages }) => (messages.at(-1)?.expectedBy ?? '') < today);
    expect(own.filter(({ messages, readCount }) => readCount < messages.length)).to.have.length(2);
    expect(waiting).to.have.length(2);
    expect(overdue.map(({ title }) => title)).to.deep.equal(['Scar on my back']);
    expect(own.filter(({ closed }) => closed)).to.have.length(1);
    expect(own.filter(({ archived }) => archived)).to.have.length(1);
  });

  it('of demographics: answered, declined, not asked yet', () => {
    expect(named('Rosa').demographics?.categories).to.deep.equal(['hispanic-latino']);
    expect(named('June').demographics?.declined).to.equal(true);
    expect(named('Mina').demographics).to.equal(undefined);
  });

  it('of an empty record: Mina’s', () => {
    expect(recordsOf(named('Mina'))).to.deep.equal([]);
  });
});

describe('who may open whose record', () => {
  const opened = (givenName: string, policy: typeof mychart, when = now): readonly string[] => {
    const proxy = named(givenName);
    return (proxy.proxyFor ?? []).flatMap(({ patientId, ...given }) => {
      const other = everyone.find(({ patient }) => patient.id === patientId);
      if (!other) return [];
      const record = {
        ...{ ...given, patientId, id: 'proxy', proxyPatientId: proxy.patient.id, ended: null },
        givenBy: 'consent-form' as const,
      };
      const holds = proxyHolds(record, other.patient, policy, when);
      return holds ? [`${other.patient.givenName} (${given.access})`] : [];
    });
  };

  it('is what each policy’s relationships allow', () => {
    expect(opened('Henry', mychart)).to.deep.equal(['Ada (full)']);
    expect(opened('Henry', mycooper)).to.deep.equal(['Ada (full)', 'Grace (full)']);
    expect(opened('Rosa', mychart)).to.deep.equal(['Leo (full)']);
    expect(opened('Rosa', mycooper)).to.deep.equal(['Leo (full)', 'June (view)']);
  });

  it('ends for Leo’s mother within the month, when he comes of age', () => {
    expect(opened('Rosa', mychart, now + 14 * day)).to.deep.equal(['Leo (full)']);
    expect(opened('Rosa', mychart, now + 30 * day)).to.deep.equal([]);
  });

  it('may wait for a consent form: that of Mina, for Sam', () => {
    const [form] = named('Sam').consentForms ?? [];
    expect(form).to.deep.include({
      proxyPatientId: named('Mina').patient.id,
      relationship: 'spouse',
      state: 'waiting',
      decidedAt: null,
    });
  });
});

describe('the messages of June', () => {
  const own = named('June').threads ?? [];

  it('are 5,000 threads of one to four messages, over more than 13 years', () => {
    expect(own).to.have.length(5_000);
    const lengths = new Set(own.map(({ messages }) => messages.length));
    expect([...lengths].sort()).to.deep.equal([1, 2, 3, 4]);
    const first = Math.min(...own.map(({ messages }) => messages[0].sentAt));
    expect((now - first) / (365.25 * day)).to.be.within(13.5, 14);
  });

  it('have some unread, the latest waiting for its answer, and old ones closed and archived', () => {
    expect(own.filter(({ messages, readCount }) => readCount < messages.length)).to.have.length(2);
    expect(own[0]?.messages).to.have.length(1);
    expect(own[0]?.messages[0].from.side).to.equal('patient');
    expect(own.filter(({ archived }) => archived).length).to.be.within(1_000, 4_000);
    expect(own.filter(({ archived, closed }) => archived && !closed)).to.deep.equal([]);
  });

  it('have every number filled in', () => {
    expect(JSON.stringify(own)).not.to.contain('#');
  });
});
