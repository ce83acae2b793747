/**
 * What it takes to read one person's FHIR R4 bundle, and the same with twice and four times as many
 * entries.
 *
 *   npx tsx --expose-gc test/bench/fhir-cost.ts    prints times and memory; fails where they grow faster than the file
 */
import { importBundle } from '../../mocks/people/imported-person.js';

/** So many lots make a file of about 17 MB. */
const lots = 5250;
const limit = 1.6;

const patient = {
  resourceType: 'Patient',
  id: 'p',
  name: [{ given: ['Una'], family: 'Testfall' }],
};
const subject = { reference: 'Patient/p' };
const coding = (system: string, code: string, display: string) => ({
  coding: [{ system, code, display }],
});

/** Some entries of each area, as long as those of a hospital. */
const lot = (n: number): readonly object[] => {
  const effectiveDateTime = new Date(Date.UTC(2000, 0, 1) + n * 3_600_000).toISOString();
  const observation = (id: string, category: string, value: number) => ({
    resourceType: 'Observation',
    id: `${id}${n}`,
    ...{ status: 'final', subject, effectiveDateTime, issued: effectiveDateTime },
    category: [
      coding('http://terminology.hl7.org/CodeSystem/observation-category', category, category),
    ],
    code: coding('http://loinc.org', '2345-7', 'Glucose [Mass/volume] in Serum or Plasma'),
    valueQuantity: { value, unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' },
    referenceRange: [{ low: { value: 65, unit: 'mg/dL' }, high: { value: 99, unit: 'mg/dL' } }],
    meta: {
      lastUpdated: effectiveDateTime,
      profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-lab'],
    },
  });
  return [
    ...[observation('a', 'laboratory', n / 7), observation('b', 'laboratory', n / 3)],
    observation('v', 'vital-signs', n / 11),
    {
      ...{
        resourceType: 'DiagnosticReport',
        id: `r${n}`,
        status: 'final',
        subject,
        effectiveDateTime,
      },
      category: [coding('http://terminology.hl7.org/CodeSystem/v2-0074', 'LAB', 'Laboratory')],
      code: coding('http://loinc.org', '24323-8', 'Comprehensive metabolic 2000 panel'),
      result: [{ reference: `Observation/a${n}` }, { reference: `Observation/b${n}` }],
    },
    {
      ...{
        resourceType: 'MedicationRequest',
        id: `m${n}`,
        status: 'active',
        intent: 'order',
        subject,
      },
      medicationCodeableConcept: { text: `Lisinopril ${n} mg` },
      dosageInstruction: [
        {
          timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }],
        },
      ],
    },
    {
      ...{
        resourceType: 'Encounter',
        id: `e${n}`,
        status: 'finished',
        class: { code: 'AMB' },
        subject,
      },
      period: { start: effectiveDateTime },
      type: [{ text: 'Encounter for check up' }],
    },
  ];
};

const textOf = (times: number): string =>
  JSON.stringify({
    ...{ resourceType: 'Bundle', type: 'collection' },
    entry: [patient, ...Array.from({ length: lots * times }, (_, n) => lot(n)).flat()].map(
      (resource) => ({ resource }),
    ),
  });

/** Milliseconds of the processor, the best of some rounds, and what is in use meanwhile in MB. */
const costOf = (text: string): readonly [ms: number, megabytes: number] => {
  let best = Infinity;
  let most = 0;
  for (let round = 0; round < 2; round += 1) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const start = process.cpuUsage().user / 1000;
    const outcome = importBundle(JSON.parse(text));
    best = Math.min(best, process.cpuUsage().user / 1000 - start);
    most = Math.max(most, process.memoryUsage().heapUsed - before);
    if (outcome.person.reports.length === 0) throw new Error('Nothing was read.');
  }
  return [best, most / 2 ** 20];
};

const [base = [NaN, NaN] as const, ...larger] = [1, 2, 4].map((times) => {
  const text = textOf(times);
  const cost = costOf(text);
  const [ms, megabytes] = cost;
  console.log(
    `${times}×: ${(text.length / 2 ** 20).toFixed(1)} MB, ${ms.toFixed(0)} ms, ${megabytes.toFixed(0)} MB of memory`,
  );
  return cost;
});
larger.forEach(([ms], index) => {
  const growth = ms / base[0] / 2 ** (index + 1);
  if (growth > limit) {
    console.error(`Time grows ${growth.toFixed(1)} times as fast as the file.`);
    process.exitCode = 1;
  }
});
