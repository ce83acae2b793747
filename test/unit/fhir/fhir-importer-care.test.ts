import { expect } from 'chai';
import { concept, importedRecord, type Json } from '../support/fhir-bundles.js';

const about = { subject: { reference: 'Patient/ana' } };
const doctor = (id: string, more: Json = {}): Json => ({
  resourceType: 'Practitioner',
  id,
  name: [{ given: ['Dana'], family: id }],
  telecom: [
    { system: 'email', value: 'dana@example.org' },
    { system: 'phone', value: '1-555-555-0111' },
  ],
  ...more,
});
const clinic: Json = {
  resourceType: 'Organization',
  id: 'clinic',
  name: 'Harbor Clinic -',
  telecom: [{ system: 'phone', value: '1-555-555-0100' }],
  address: [{ line: ['12 Harbor Road'], city: 'Camden', state: 'NJ', postalCode: '08103' }],
};
const ref = (reference: string): Json => ({ reference });

const prescription = (more: Json): Json => ({
  resourceType: 'MedicationRequest',
  id: 'statin',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: concept(
    'http://www.nlm.nih.gov/research/umls/rxnorm',
    '312961',
    'Simvastatin 20 MG Oral Tablet',
  ),
  ...about,
  authoredOn: '2024-05-06T08:30:00-04:00',
  requester: ref('Practitioner/lee'),
  ...more,
});

describe('a medication from a FHIR bundle', () => {
  it('has what its prescription says', () => {
    const { medications, skipped } = importedRecord(
      doctor('lee'),
      clinic,
      prescription({
        dosageInstruction: [{ text: 'One tablet in the evening.' }],
        dispenseRequest: {
          numberOfRepeatsAllowed: 3,
          expectedSupplyDuration: { value: 90, unit: 'days', code: 'd' },
          performer: ref('Organization/clinic'),
        },
      }),
    );
    const [{ id, patientId, ...read }] = medications as [(typeof medications)[number]];
    expect(read).to.deep.equal({
      name: 'Simvastatin 20 MG Oral Tablet',
      code: {
        system: 'http://www.nlm.nih.gov/research/umls/rxnorm',
        code: '312961',
        display: 'Simvastatin 20 MG Oral Tablet',
      },
      directions: 'One tablet in the evening.',
      status: 'active',
      prescriber: 'Dana lee',
      prescribedHere: true,
      documentedHere: true,
      prescribedOn: '2024-05-06',
      endedOn: null,
      supplyDays: 90,
      refillsRemaining: null,
      refillsUntil: null,
      pharmacy: { name: 'Harbor Clinic', phone: '1-555-555-0100' },
    });
    expect(id).not.to.equal(patientId);
    expect(skipped).to.deep.equal({});
  });

  for (const [status, expected] of [
    ['active', 'active'],
    ['on-hold', 'on-hold'],
    ['completed', 'completed'],
    ['stopped', 'stopped'],
    ['cancelled', 'stopped'],
  ] as const) {
    it(`of status ${status} is ${expected}`, () => {
      const { medications } = importedRecord(doctor('lee'), prescription({ status }));
      expect(medications[0]?.status).to.equal(expected);
    });
  }

  for (const [why, more] of [
    ['draft', { status: 'draft' }],
    ['entered-in-error', { status: 'entered-in-error' }],
    ['proposal', { intent: 'proposal' }],
    ['without a name', { medicationCodeableConcept: undefined }],
    ['not about this patient', { subject: ref('Patient/ben') }],
  ] as const) {
    it(`is none, and counted, if it is ${why}`, () => {
      const { medications, skipped } = importedRecord(doctor('lee'), prescription(more));
      expect(medications).to.deep.equal([]);
      expect(skipped).to.deep.include({ [`MedicationRequest (${why})`]: 1 });
    });
  }

  it('may be named by a Medication, elsewhere or contained', () => {
    const aspirin = { resourceType: 'Medication', id: 'aspirin', code: { text: 'Aspirin 81 mg' } };
    const named = { medicationCodeableConcept: undefined };
    const { medications, skipped } = importedRecord(
      doctor('lee'),
      aspirin,
      prescription({ ...named, medicationReference: ref('Medication/aspirin') }),
      prescription({
        ...{ ...named, id: 'b', contained: [{ ...aspirin, code: { text: 'Zinc' } }] },
        medicationReference: ref('#aspirin'),
      }),
      prescription({
        ...{ ...named, id: 'c' },
        medicationReference: { reference: 'Medication/elsewhere', display: 'Iron' },
      }),
    );
    expect(medications.map(({ name }) => name)).to.deep.equal(['Aspirin 81 mg', 'Zinc', 'Iron']);
    const missing = 'MedicationRequest.medicationReference (not in the file)';
    expect(skipped).to.deep.equal({ [missing]: 1 });
  });

  it('was prescribed elsewhere if it is by nobody of the bundle, or told by the patient', () => {
    const { medications } = importedRecord(
      doctor('lee'),
      prescription({ requester: { reference: 'Practitioner/other', display: 'Dr. Other' } }),
      prescription({ id: 'b', reportedBoolean: true }),
      prescription({ id: 'c', requester: undefined }),
    );
    const here = medications.map(({ prescriber, prescribedHere }) => [prescriber, prescribedHere]);
    expect(here).to.deep.equal([
      ['Dr. Other', false],
      ['Dana lee', false],
      [null, false],
    ]);
  });

  const schedules: readonly (readonly [dosage: Json, words: string | null])[] = [
    [{}, null],
    [{ asNeededBoolean: true }, 'As needed'],
    [{ asNeededCodeableConcept: { text: 'pain' } }, 'As needed for pain'],
    [{ timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } } }, 'Once a day'],
    [{ timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } } }, 'Twice a day'],
    [{ timing: { repeat: { frequency: 1, period: 8, periodUnit: 'h' } } }, 'Once every 8 hours'],
    [{ timing: { code: { text: 'At bedtime' } } }, 'At bedtime'],
    [
      {
        timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
        doseAndRate: [{ doseQuantity: { value: 2, unit: 'tablets' } }],
        asNeededBoolean: true,
      },
      '2 tablets, 3 times a day, as needed',
    ],
    [{ doseAndRate: [{ doseQuantity: { value: 1 } }] }, '1 dose'],
    [{ text: 'As told', asNeededBoolean: true }, 'As told'],
  ];
  for (const [dosage, words] of schedules) {
    it(`is taken ${words ?? 'as nobody says'}`, () => {
      const { medications } = importedRecord(
        doctor('lee'),
        prescription({ dosageInstruction: [dosage] }),
      );
      expect(medications[0]?.directions).to.equal(words);
    });
  }
});

const visit = (id: string, more: Json = {}): Json => ({
  resourceType: 'Encounter',
  id,
  status: 'finished',
  class: { code: 'AMB' },
  type: [concept('http://snomed.info/sct', '185349003', 'Encounter for check up (procedure)')],
  ...about,
  participant: [{ individual: ref('Practitioner/lee') }],
  period: { start: '2024-05-06T08:30:00-04:00', end: '2024-05-06T09:00:00-04:00' },
  serviceProvider: ref('Organization/clinic'),
  ...more,
});

describe('a visit from a FHIR bundle', () => {
  it('is a past appointment: what for, when, with whom and where', () => {
    const { appointments, skipped } = importedRecord(doctor('lee'), clinic, visit('one'));
    expect(appointments).to.have.lengthOf(1);
    expect(appointments[0]).to.deep.include({
      title: 'Visit for check up',
      startsAt: '2024-05-06T12:30:00Z',
      minutes: 30,
      status: 'fulfilled',
      practitioner: 'Dana lee',
      mode: 'in-person',
      location: {
        name: 'Harbor Clinic',
        address: '12 Harbor Road, Camden, NJ 08103',
        phone: '1-555-555-0100',
      },
    });
    expect(skipped).to.deep.equal({});
  });

  it('is where its location is, by video if it is virtual, and of no length if it lasts for days', () => {
    const room = {
      resourceType: 'Location',
      id: 'room',
      name: 'Room 4',
      address: { text: 'Wing B' },
    };
    const { appointments } = importedRecord(
      ...[doctor('lee'), clinic, room],
      visit('one', {
        class: { code: 'VR' },
        location: [{ location: ref('Location/room') }],
        period: { start: '2024-05-06', end: '2024-05-09' },
      }),
    );
    expect(appointments[0]).to.deep.include({
      minutes: null,
      mode: 'video',
      location: { name: 'Room 4', address: 'Wing B', phone: null },
    });
  });

  it('is of a day alone where the source names no time', () => {
    const [read] = importedRecord(
      ...[
        doctor('lee'),
        clinic,
        visit('one', { period: { start: '2030-03-01', end: '2030-03-01' } }),
      ],
    ).appointments;
    expect(read).to.deep.include({
      ...{ startsAt: '2030-03-01T12:00:00Z', dayOnly: true, minutes: null },
    });
  });

  it('is none without a date, or in error', () => {
    const { appointments, skipped } = importedRecord(
      ...[doctor('lee'), clinic],
      visit('one', { period: undefined }),
      visit('two', { status: 'entered-in-error' }),
    );
    expect(appointments).to.deep.equal([]);
    expect(skipped).to.deep.include({
      'Encounter (without a date)': 1,
      'Encounter (entered-in-error)': 1,
    });
  });
});

describe('the care team from a FHIR bundle', () => {
  const at = (id: string, day: string): Json =>
    visit(`with-${id}`, {
      participant: [{ individual: ref(`Practitioner/${id}`) }],
      period: { start: `${day}T12:00:00Z` },
      serviceProvider: undefined,
    });

  it('is whoever was at visits, latest first, each once', () => {
    const { careTeam } = importedRecord(
      ...[doctor('early'), doctor('late'), doctor('nobody')],
      at('early', '2020-01-01'),
      at('late', '2024-01-01'),
      visit('again', { participant: [{ individual: ref('Practitioner/late') }] }),
    );
    expect(careTeam.map(({ name, role, phone }) => [name, role, phone])).to.deep.equal([
      ['Dana late', 'Care team', '1-555-555-0111'],
      ['Dana early', 'Care team', '1-555-555-0111'],
    ]);
  });

  it('has teams that hold before visits, with the role or specialty that they give', () => {
    const { careTeam, skipped } = importedRecord(
      ...[doctor('lee'), doctor('ray'), doctor('may'), at('lee', '2024-01-01')],
      {
        resourceType: 'PractitionerRole',
        id: 'heart',
        practitioner: ref('Practitioner/ray'),
        specialty: [{ text: 'Cardiology' }],
        telecom: [{ system: 'phone', value: '1-555-555-0199' }],
      },
      {
        resourceType: 'CareTeam',
        id: 'team',
        ...about,
        participant: [
          { member: ref('Patient/ana') },
          { member: ref('PractitionerRole/heart') },
          { member: ref('Practitioner/lee'), role: [{ text: 'Primary care' }] },
        ],
      },
      {
        ...{ resourceType: 'CareTeam', id: 'old', status: 'inactive', ...about },
        participant: [{ member: ref('Practitioner/may') }],
      },
    );
    expect(careTeam.map(({ name, role, phone }) => [name, role, phone])).to.deep.equal([
      ['Dana ray', 'Cardiology', '1-555-555-0199'],
      ['Dana lee', 'Primary care', '1-555-555-0111'],
    ]);
    expect(skipped).to.deep.equal({ 'CareTeam (inactive)': 1, Practitioner: 1 });
  });

  it('has eight people at most', () => {
    const ids = Array.from({ length: 12 }, (_, n) => `d${n}`);
    const { careTeam } = importedRecord(
      ...ids.map((id) => doctor(id)),
      ...ids.map((id, n) => at(id, `2024-01-${n + 10}`)),
    );
    expect(careTeam.map(({ name }) => name)).to.deep.equal(
      ids
        .toReversed()
        .slice(0, 8)
        .map((id) => `Dana ${id}`),
    );
  });
});
