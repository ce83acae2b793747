import * as z from 'zod/mini';
import { resultCategory } from '../../policy/portal-policy.js';
import { endpoint } from '../endpoint.js';
import {
  coding,
  day,
  id,
  instant,
  notShown,
  pageAnswer,
  pageRequest,
  partialDay,
  typed,
} from '../fields.js';

/**
 * How a value stands to its reference range, as the laboratory flagged it (FHIR Observation.interpretation).
 * `positive`: what was looked for was found, which may be good or bad.
 */
export const interpretation = z.enum([
  'normal',
  'low',
  'high',
  'critical-low',
  'critical-high',
  'abnormal',
  'positive',
]);
export type Interpretation = z.infer<typeof interpretation>;

/** A measured value (FHIR Observation.value[x]). */
export const resultValue = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('quantity'),
    value: z.number(),
    /** For a value beyond what can be measured: less than, more than. */
    comparator: z.nullable(z.enum(['<', '<=', '>=', '>'])),
    /** UCUM, as printed for people; null: the laboratory sent none. */
    unit: z.nullable(z.string()),
  }),
  z.object({ kind: z.literal('text'), text: z.string() }),
]);
export type ResultValue = z.infer<typeof resultValue>;

/** FHIR Observation.referenceRange. */
export const referenceRange = z.object({
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
  /** For ranges in words: "Negative". */
  text: z.nullable(z.string()),
});
export type ReferenceRange = z.infer<typeof referenceRange>;

/** One measurement of a result (FHIR Observation). */
export const observation = z.object({
  id,
  name: z.string(),
  /** What it is a part of within the result: "Urine chemistry", "Left ear". Absent: nothing. */
  group: z.optional(z.string()),
  /** Absent: when the result's specimen was taken. */
  takenAt: z.optional(instant),
  /** LOINC; null: the source had no code. */
  code: z.nullable(coding),
  /** Null: there is none; `absentReason` may say why. */
  value: z.nullable(resultValue),
  absentReason: z.nullable(z.string()),
  /** Null: the laboratory gave none. */
  referenceRange: z.nullable(referenceRange),
  interpretation: z.nullable(interpretation),
  /** The value before a correction. */
  previousValue: z.nullable(resultValue),
});
export type Observation = z.infer<typeof observation>;

/** FHIR DiagnosticReport.status, as far as patients see it. */
export const resultStatus = z.enum(['final', 'amended', 'corrected', 'cancelled']);
export type ResultStatus = z.infer<typeof resultStatus>;

/** Media types of what a result's documents may be. */
export const documentTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/tiff',
] as const;
export type DocumentType = (typeof documentTypes)[number];

/** A part of a result that is a file, without its content (FHIR DiagnosticReport.presentedForm, media). */
export const documentSummary = z.object({
  id,
  /** As a file is called: without paths, and with the ending of its type. */
  name: z.string(),
  /** By its content, whatever the source calls it. */
  type: z.enum(documentTypes),
  /** Bytes. */
  size: z.int().check(z.minimum(0)),
});
export type DocumentSummary = z.infer<typeof documentSummary>;

/** The year or month alone, where the source says no more, and `collectedAt` is null. */
const collectedOn = z.optional(partialDay);

const summary = {
  id,
  name: z.string(),
  category: resultCategory,
  status: resultStatus,
  /** When the specimen was taken or the study done; null: the source does not say. */
  collectedAt: z.nullable(instant),
  collectedOn,
  orderedBy: z.nullable(z.string()),
  observationCount: z.int().check(z.minimum(0)),
  /** Files of it. Absent: none. */
  documentCount: z.optional(z.int().check(z.minimum(1))),
  /** Observations flagged as out of range or abnormal: not those that are positive alone. */
  abnormalCount: z.int().check(z.minimum(0)),
};

/** A line of the list. */
export const resultSummary = z.object(summary);
export type ResultSummary = z.infer<typeof resultSummary>;

/** A released result (FHIR DiagnosticReport): a single test or a panel. */
export const result = z.object({
  ...summary,
  code: z.nullable(coding),
  specimen: z.nullable(z.string()),
  laboratory: z.nullable(z.string()),
  reportedAt: z.nullable(instant),
  observations: z.array(observation),
  /** What of it is a file: a report as a PDF, images. Absent: nothing. */
  documents: z.optional(z.array(documentSummary)),
  /** The physician's note to the patient. */
  note: z.nullable(z.object({ author: z.string(), text: z.string(), writtenAt: instant })),
  /** What was corrected, and when; null unless `status` says so. */
  correction: z.nullable(z.object({ text: z.string(), correctedAt: z.nullable(instant) })),
  /** Whether the source has more of it than is shown here. */
  incomplete: z.optional(z.boolean()),
});
export type Result = z.infer<typeof result>;

export const resultQuery = z.object({
  /** Words of the test's name; letter case and accents do not matter. */
  text: z.optional(typed(100, 0)),
  category: z.optional(resultCategory),
  /** First day of collection, inclusive. */
  from: z.optional(day),
  /** Last day of collection, inclusive. */
  to: z.optional(day),
  abnormalOnly: z.optional(z.boolean()),
  ...pageRequest,
});
export type ResultQuery = z.infer<typeof resultQuery>;

export const searchResults = endpoint({
  id: 'searchResults',
  summary: 'Released results, latest first. A POST, so that no search word stands in a URL.',
  method: 'POST',
  path: '/patients/{subject}/results/search',
  request: { params: z.object({ subject: id }), body: resultQuery },
  response: z.object({ results: z.array(resultSummary), notShown, ...pageAnswer }),
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-results',
  refusals: [],
});

export const getResult = endpoint({
  id: 'getResult',
  summary: 'One released result. What is not released is not found.',
  method: 'GET',
  path: '/patients/{subject}/results/{result}',
  request: { params: z.object({ subject: id, result: id }) },
  response: result,
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-result',
  refusals: [],
});

export const getResultDocument = endpoint({
  id: 'getResultDocument',
  summary:
    'A file of a released result. It comes as JSON, so that no address opens it as a page of the portal.',
  method: 'GET',
  path: '/patients/{subject}/results/{result}/documents/{document}',
  request: { params: z.object({ subject: id, result: id, document: id }) },
  response: z.extend(documentSummary, {
    /** Base64. */
    data: z.string(),
  }),
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-result',
  refusals: [],
});

export const exportResults = endpoint({
  id: 'exportResults',
  summary: 'Released results with all that they say, latest first: what a patient downloads.',
  method: 'POST',
  path: '/patients/{subject}/results/export',
  request: { params: z.object({ subject: id }), body: resultQuery },
  response: z.object({ results: z.array(result), ...pageAnswer }),
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-results',
  refusals: [],
});

/** An observation with what its result says of it. */
export const datedObservation = z.object({
  ...observation.shape,
  resultId: id,
  /** Of its result. */
  status: resultStatus,
  /** When its own specimen was taken, or the study done; null: the source does not say. */
  collectedAt: z.nullable(instant),
  collectedOn,
  laboratory: z.nullable(z.string()),
});
export type DatedObservation = z.infer<typeof datedObservation>;

export const searchObservations = endpoint({
  id: 'searchObservations',
  summary:
    'What one analyte was, over the years, in released results; latest first. A POST, so that no analyte stands in a URL.',
  method: 'POST',
  path: '/patients/{subject}/observations/search',
  request: {
    params: z.object({ subject: id }),
    body: z.object({
      /** What is measured, the same each time (`analyteOf`). */
      analyte: typed(1000),
      ...pageRequest,
    }),
  },
  response: z.object({ observations: z.array(datedObservation), ...pageAnswer }),
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-results',
  refusals: [],
});
