import type { Observation } from '../../src/contract/results.js';
import type { ResultCategory } from '../../src/policy/portal-policy.js';
import type { ReportRecord } from '../db/records.js';
import type { Entry, FhirBundle } from './fhir-bundle.js';
import { categoryOf, loincOf, wordsOf } from './fhir-codes.js';
import { readDate, readEffective, readPeriod, type ReadDate } from './fhir-dates.js';
import { laboratoryOf, requesterOf } from './fhir-names.js';
import {
  followAll,
  isAbout,
  isWaiting,
  ObservationReader,
  statuses,
  textObservation,
  type Subject,
} from './fhir-observations.js';
import {
  diagnosticReportSchema,
  observationSchema,
  specimenSchema,
  type FhirDiagnosticReport,
  type FhirObservation,
  type FhirReference,
} from './fhir-schemas.js';
import { opaqueId } from './opaque-id.js';

/**
 * The results of a bundle: each DiagnosticReport of the laboratory, microbiology, pathology or
 * imaging (or with laboratory observations), and each laboratory Observation that belongs to none.
 *
 * Final, amended and corrected ones count as reviewed by the physician: a source that holds them
 * so has released them; when that was, it does not say. A report is as final as the least final
 * of its observations.
 */
export function readReports(bundle: FhirBundle, subject: Subject): ReportRecord[] {
  return new ReportReader(bundle, subject).read();
}

class ReportReader {
  readonly #bundle: FhirBundle;
  readonly #subject: Subject;
  /** Observations that are part of something, even of what is not read. */
  readonly #parts = new Set<Entry>();

  constructor(bundle: FhirBundle, subject: Subject) {
    this.#bundle = bundle;
    this.#subject = subject;
  }

  read(): ReportRecord[] {
    const reports = this.#bundle
      .ofType('DiagnosticReport')
      .flatMap((entry) => this.#readReport(entry) ?? []);
    const laboratory = this.#bundle.ofType('Observation').flatMap((entry) => {
      const observation = this.#bundle.peek(entry, observationSchema);
      const category = categoryOf(observation?.category);
      if (!observation || !category || category === 'imaging') return [];
      for (const reference of observation.hasMember ?? []) this.#claim(reference, entry);
      return [{ entry, observation, category }];
    });
    const lone = laboratory
      .filter(({ entry }) => !this.#parts.has(entry))
      .flatMap(
        ({ entry, observation, category }) => this.#readLone(entry, observation, category) ?? [],
      );
    return [...reports, ...lone];
  }

  #readReport(entry: Entry): ReportRecord | undefined {
    const report = this.#bundle.peek(entry, diagnosticReportSchema);
    if (!report) return undefined;
    const results = followAll(this.#bundle, report.result, entry, 'DiagnosticReport.result');
    for (const reference of report.result ?? []) this.#claim(reference, entry);
    const category = categoryOf(report.category) ?? this.#laboratoryIfAny(results);
    if (!category || !this.#isReadable(entry, report)) return undefined;
    return this.#record(entry, report, category, results, report.specimen?.[0], report);
  }

  #readLone(
    entry: Entry,
    observation: FhirObservation,
    category: ResultCategory,
  ): ReportRecord | undefined {
    if (!this.#isReadable(entry, observation)) return undefined;
    return this.#record(entry, observation, category, [entry], observation.specimen);
  }

  #isReadable(entry: Entry, { subject, status }: FhirDiagnosticReport | FhirObservation): boolean {
    if (!isAbout(this.#bundle, this.#subject, subject, entry)) {
      this.#bundle.leave(entry, 'not about this patient');
      return false;
    }
    if (statuses[status] === undefined) {
      this.#bundle.leave(entry, status);
      return false;
    }
    return true;
  }

  #record(
    entry: Entry,
    source: FhirDiagnosticReport | FhirObservation,
    category: ResultCategory,
    results: readonly Entry[],
    specimenReference: FhirReference | undefined,
    report?: FhirDiagnosticReport,
  ): ReportRecord {
    const bundle = this.#bundle;
    const id = opaqueId(this.#subject.id, entry.key);
    const ownStatus = statuses[source.status] ?? 'registered';
    const isCancelled = ownStatus === 'cancelled';
    const reading = new ObservationReader(bundle, this.#subject, id, isCancelled).read(results);
    const status =
      reading.waiting && !isCancelled && !isWaiting(ownStatus) ? 'preliminary' : ownStatus;
    const specimen = this.#specimen(specimenReference, entry);
    bundle.take(entry);
    return {
      id,
      patientId: this.#subject.id,
      name: wordsOf(source.code) ?? 'Result without a name',
      code: loincOf(source.code),
      category,
      status,
      collectedAt: this.#date(entry, readEffective(source)) ?? specimen.collectedAt,
      reportedAt: this.#date(entry, readDate(source.issued)),
      reviewed: !isWaiting(status),
      reviewedAt: null,
      orderedBy: requesterOf(bundle, source.basedOn, entry),
      laboratory: laboratoryOf(bundle, source.performer, entry),
      specimen: specimen.name,
      observations: [...reading.observations, ...(report ? this.#words(id, report) : [])],
      note: null,
      correction: null,
    };
  }

  /** Conclusion and attached text: the report's own words, whoever wrote them. */
  #words(id: string, report: FhirDiagnosticReport): readonly Observation[] {
    const codes = (report.conclusionCode ?? []).flatMap((concept) => wordsOf(concept) ?? []);
    const conclusion = report.conclusion ?? codes.join('; ');
    const words =
      conclusion === ''
        ? []
        : [textObservation(opaqueId(id, 'conclusion'), 'Conclusion', conclusion)];
    (report.presentedForm ?? []).forEach(({ contentType = 'no type', data, title }, index) => {
      const text = /^text\/plain\b/.test(contentType) && data ? decoded(data) : undefined;
      if (text === undefined) this.#bundle.skip(`DiagnosticReport.presentedForm (${contentType})`);
      else words.push(textObservation(opaqueId(id, `form ${index}`), title ?? 'Report', text));
    });
    return words;
  }

  #specimen(
    reference: FhirReference | undefined,
    from: Entry,
  ): { readonly name: string | null; readonly collectedAt: string | null } {
    const entry = reference && this.#bundle.resolve(reference, from);
    const specimen =
      entry?.resource.resourceType === 'Specimen'
        ? this.#bundle.read(entry, specimenSchema)
        : undefined;
    if (!entry || !specimen) return { name: reference?.display ?? null, collectedAt: null };
    const { collectedDateTime, collectedPeriod } = specimen.collection ?? {};
    const collected =
      collectedDateTime === undefined ? readPeriod(collectedPeriod) : readDate(collectedDateTime);
    return { name: wordsOf(specimen.type), collectedAt: this.#date(entry, collected) };
  }

  #date({ resource }: Entry, { at, unread }: ReadDate): string | null {
    if (unread !== null) this.#bundle.skip(`${resource.resourceType}: ${unread}`);
    return at;
  }

  #laboratoryIfAny(results: readonly Entry[]): ResultCategory | undefined {
    return results
      .map((entry) => categoryOf(this.#bundle.peek(entry, observationSchema)?.category))
      .find((category) => category !== undefined && category !== 'imaging');
  }

  /** It is part of another and no result of its own, nor are its own parts. */
  #claim(reference: FhirReference, from: Entry): void {
    const part = this.#bundle.resolve(reference, from);
    if (!part || this.#parts.has(part)) return;
    this.#parts.add(part);
    const observation = this.#bundle.peek(part, observationSchema);
    for (const member of observation?.hasMember ?? []) this.#claim(member, part);
  }
}

/** Base64 of UTF-8 text; undefined if it is not. */
function decoded(data: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
