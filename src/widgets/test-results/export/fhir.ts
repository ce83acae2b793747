import { observationName } from '../../../contract/record/analyte.js';
import type { Coding } from '../../../contract/fields.js';
import type {
  Interpretation,
  Observation,
  ReferenceRange,
  Result,
  ResultStatus,
  ResultValue,
} from '../../../contract/record/results.js';
import type { ResultCategory } from '../../../policy/portal-policy.js';
import { isUcum } from './ucum.js';

/** Whose results they are. */
export interface ExportedPatient {
  readonly id: string;
  readonly name: string;
}

/** What a bundle is made with, besides the results. */
export interface BundleFacts {
  readonly patient: ExportedPatient;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A new UUID at each call: entries refer to each other by these. */
  readonly uuid: () => string;
}

const terminology = 'http://terminology.hl7.org/CodeSystem/';

/** Members that are undefined, which `JSON.stringify` leaves out. */
type Resource = Readonly<Record<string, unknown>> & { readonly resourceType: string };

/**
 * Results as a Bundle of FHIR R4 (4.0.1): the Patient, a DiagnosticReport for each result and an
 * Observation for each of its values. Ids of the portal stand as identifiers, since they may have signs that
 * FHIR's ids may not. The physician's note is the report's conclusion; what R4's report has no place
 * for, the words of a correction, stands with its observations.
 */
export const bundleOf = (
  results: readonly Result[],
  { patient, now, uuid }: BundleFacts,
): Resource => {
  const address = () => `urn:uuid:${uuid()}`;
  const subject = { reference: address() };
  const entries = results.flatMap((result) => {
    const observations = result.observations.map((observation) => ({
      fullUrl: address(),
      resource: observationOf(observation, result, subject),
    }));
    const references = observations.map(({ fullUrl }) => ({ reference: fullUrl }));
    return [
      { fullUrl: address(), resource: reportOf(result, subject, references) },
      ...observations,
    ];
  });
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: new Date(now).toISOString(),
    entry: [
      {
        fullUrl: subject.reference,
        resource: {
          resourceType: 'Patient',
          identifier: [{ value: patient.id }],
          name: [{ text: patient.name }],
        },
      },
      ...entries,
    ],
  };
};

interface Reference {
  readonly reference: string;
}

/** HL7 v2 table 0074, of the sections that make results; what the source files under none has none. */
const sections: Readonly<Partial<Record<ResultCategory, Coding>>> = {
  laboratory: { system: `${terminology}v2-0074`, code: 'LAB', display: 'Laboratory' },
  microbiology: { system: `${terminology}v2-0074`, code: 'MB', display: 'Microbiology' },
  pathology: {
    system: `${terminology}v2-0074`,
    code: 'PAT',
    display: 'Pathology (gross & histopath, not surgical)',
  },
  imaging: { system: `${terminology}v2-0074`, code: 'RAD', display: 'Radiology' },
};

const reportOf = (
  { id, name, code, category, status, collectedAt, reportedAt, ...result }: Result,
  subject: Reference,
  observations: readonly Reference[],
): Resource => ({
  resourceType: 'DiagnosticReport',
  ...(result.orderedBy !== null && {
    contained: [
      {
        resourceType: 'ServiceRequest',
        id: 'order',
        status: 'completed',
        intent: 'order',
        subject,
        requester: { display: result.orderedBy },
      },
    ],
    basedOn: [{ reference: '#order' }],
  }),
  identifier: [{ value: id }],
  status,
  category: sections[category] && [{ coding: [sections[category]] }],
  code: conceptOf(code, name),
  subject,
  effectiveDateTime: collectedAt ?? result.collectedOn,
  issued: reportedAt ?? undefined,
  performer: displays(result.laboratory),
  resultsInterpreter: displays(result.note?.author),
  specimen: displays(result.specimen),
  result: observations.length > 0 ? observations : undefined,
  conclusion: text(result.note?.text),
  // Files are named, and downloaded by themselves.
  presentedForm: result.documents?.map(({ name, type, size }) => ({
    contentType: type,
    title: name,
    size,
  })),
});

const observationOf = (
  {
    id,
    name,
    code,
    value,
    absentReason,
    referenceRange,
    interpretation,
    ...observation
  }: Observation,
  { category, status, collectedAt, collectedOn, reportedAt, laboratory, correction }: Result,
  subject: Reference,
): Resource => ({
  resourceType: 'Observation',
  identifier: [{ value: id }],
  status: statusOf(status, observation.previousValue),
  category:
    category === 'other'
      ? undefined
      : [
          {
            coding: [
              {
                system: `${terminology}observation-category`,
                code: category === 'imaging' ? 'imaging' : 'laboratory',
              },
            ],
          },
        ],
  code: conceptOf(code, observationName({ ...observation, name })),
  subject,
  effectiveDateTime: observation.takenAt ?? collectedAt ?? collectedOn,
  issued: reportedAt ?? undefined,
  performer: displays(laboratory),
  ...valueOf(value),
  dataAbsentReason:
    value === null
      ? {
          coding: [
            {
              system: `${terminology}data-absent-reason`,
              code: status === 'cancelled' ? 'not-performed' : 'unknown',
            },
          ],
          text: text(absentReason),
        }
      : undefined,
  interpretation:
    interpretation === null ? undefined : [interpretations[interpretation]].map(flagOf),
  note: notesOf(observation.previousValue, correction),
  referenceRange: rangesOf(referenceRange, value),
});

/** Of a corrected result only some values may have been corrected. */
const statusOf = (status: ResultStatus, previous: ResultValue | null): ResultStatus =>
  status === 'corrected' && previous === null ? 'final' : status;

const valueOf = (value: ResultValue | null) => {
  if (value === null) return {};
  if (value.kind === 'text') return { valueString: text(value.text) ?? '-' };
  return { valueQuantity: quantityOf(value.value, value.unit, value.comparator) };
};

/** A unit's code is told only where the unit is surely one of UCUM. */
const quantityOf = (value: number, unit: string | null, comparator: string | null = null) => ({
  value,
  comparator: comparator ?? undefined,
  unit: text(unit),
  ...(unit !== null && isUcum(unit) && { system: 'http://unitsofmeasure.org', code: unit }),
});

const rangesOf = (range: ReferenceRange | null, value: ResultValue | null) => {
  if (range === null || (range.low === null && range.high === null && !text(range.text))) {
    return undefined;
  }
  const unit = value?.kind === 'quantity' ? value.unit : null;
  const limit = (of: number | null) => (of === null ? undefined : quantityOf(of, unit));
  return [{ low: limit(range.low), high: limit(range.high), text: text(range.text) }];
};

/** HL7 v3 ObservationInterpretation. */
const interpretations: Readonly<Record<Interpretation, readonly [code: string, display: string]>> =
  {
    normal: ['N', 'Normal'],
    low: ['L', 'Low'],
    high: ['H', 'High'],
    'critical-low': ['LL', 'Critical low'],
    'critical-high': ['HH', 'Critical high'],
    abnormal: ['A', 'Abnormal'],
    positive: ['POS', 'Positive'],
  };

const flagOf = ([code, display]: readonly [string, string]) => ({
  coding: [{ system: `${terminology}v3-ObservationInterpretation`, code, display }],
});

const notesOf = (previous: ResultValue | null, correction: Result['correction']) => {
  const before = previous && `Before the correction: ${plainWords(previous)}`;
  const notes = [
    ...(before ? [{ text: before }] : []),
    ...(correction && text(correction.text)
      ? [{ time: correction.correctedAt ?? undefined, text: correction.text }]
      : []),
  ];
  return notes.length > 0 ? notes : undefined;
};

const plainWords = (value: ResultValue): string =>
  value.kind === 'text'
    ? value.text
    : `${value.comparator ?? ''}${value.value} ${value.unit ?? ''}`.trim();

const conceptOf = (code: Coding | null, name: string) => ({
  coding: code === null ? undefined : [{ ...code, display: text(code.display) }],
  text: text(name),
});

const displays = (name: string | null | undefined) => {
  const display = text(name);
  return display === undefined ? undefined : [{ display }];
};

/** No string of FHIR may be empty. */
const text = (words: string | null | undefined): string | undefined => words?.trim() || undefined;
