const concept = (code: string, display: string) => ({
  coding: [{ system: 'http://loinc.org', code, display }],
  text: display,
});

const laboratory = [
  {
    coding: [
      { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' },
    ],
  },
];

const patient = { reference: 'urn:uuid:nils' };

const observation = (id: string, code: string, name: string, value: number, unit: string) => ({
  fullUrl: `urn:uuid:${id}`,
  resource: {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: laboratory,
    code: concept(code, name),
    subject: patient,
    effectiveDateTime: '2026-03-02T09:30:00Z',
    valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
  },
});

const report = (id: string, status: string, code: string, name: string, results: string[]) => ({
  fullUrl: `urn:uuid:${id}`,
  resource: {
    resourceType: 'DiagnosticReport',
    id,
    status,
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'LAB' }] },
    ],
    code: concept(code, name),
    subject: patient,
    effectiveDateTime: '2026-03-02T09:30:00Z',
    issued: '2026-03-02T15:00:00Z',
    result: results.map((each) => ({ reference: `urn:uuid:${each}` })),
  },
});

/** A FHIR R4 bundle of one made-up person: a final panel of two values, and a preliminary report. */
export const nilsAasen = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      fullUrl: 'urn:uuid:nils',
      resource: {
        resourceType: 'Patient',
        id: 'nils',
        name: [{ use: 'official', given: ['Nils'], family: 'Aasen' }],
        gender: 'male',
        birthDate: '1971-06-30',
      },
    },
    observation('sodium', '2951-2', 'Sodium in serum', 141, 'mmol/L'),
    observation('potassium', '2823-3', 'Potassium in serum', 4.4, 'mmol/L'),
    observation('ferritin', '2276-4', 'Ferritin in serum', 88, 'ng/mL'),
    report('salts', 'final', '55231-5', 'Salts of the blood', ['sodium', 'potassium']),
    report('iron', 'preliminary', '2276-4', 'Iron store', ['ferritin']),
  ],
};
