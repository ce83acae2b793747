import type { Observation } from '../contract/results.js';
import type { ResultCategory } from '../policy/portal-policy.js';
import type { ReportRecord } from './records/index.js';
import type { Entry, FhirBundle } from './bundle.js';
import { categoryOf, loincCodesOf, loincOf, wordsOf } from './codes.js';
import { readDate, readEffective, readPeriod } from './dates.js';
import { laboratoryOf, requesterOf } from './names.js';
import {
  followAll,
  isWaiting,
  ObservationReader,
  statuses,
  textObservation,
} from './observations.js';
import {
  diagnosticReportSchema,
  observationSchema,
  specimenSchema,
  type FhirDiagnosticReport,
  type FhirEffective,
  type FhirObservation,
  type FhirReference,
} from './schemas.js';
import { counted, isAbout, type Subject } from './subject.js';
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

/** What is known of a result before its parts are read. */
interface Nature {
  readonly category: ResultCategory;
  readonly status: ReportRecord['status'];
  readonly results: readonly Entry[];
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
    const status = category && this.#status(entry, report);
    if (!category || !status) return undefined;
    const record = this.#record(entry, report, { category, status, results });
    return {
      ...record,
      ...this.#taken(entry, report, report.specimen?.[0]),
      observations: [...record.observations, ...this.#words(record.id, report)],
    };
  }

  #readLone(
    entry: Entry,
    observation: FhirObservation,
    category: ResultCategory,
  ): ReportRecord | undefined {
    const status = this.#status(entry, observation);
    if (!status) return undefined;
    return {
      ...this.#record(entry, observation, { category, status, results: [entry] }),
      ...this.#taken(entry, observation, observation.specimen),
    };
  }

  /** Undefined: not to be read, and counted why. */
  #status(
    entry: Entry,
    { subject, status }: FhirDiagnosticReport | FhirObservation,
  ): ReportRecord['status'] | undefined {
    if (!isAbout(this.#bundle, this.#subject, subject, entry)) {
      this.#bundle.leave(entry, 'not about this patient');
      return undefined;
    }
    if (statuses[status] === undefined) this.#bundle.leave(entry, status);
    return statuses[status];
  }

  #record(
    entry: Entry,
    source: FhirDiagnosticReport | FhirObservation,
    { category, status: ownStatus, results }: Nature,
  ): Omit<ReportRecord, 'specimen' | 'collectedAt'> {
    const bundle = this.#bundle;
    bundle.take(entry);
    const id = opaqueId(this.#subject.id, entry.key);
    const isCancelled = ownStatus === 'cancelled';
    const reading = new ObservationReader(bundle, this.#subject, id, isCancelled).read(results);
    const isHeldBack = reading.waiting && !isCancelled && !isWaiting(ownStatus);
    const status = isHeldBack ? 'preliminary' : ownStatus;
    const shown = [loincOf(source.code), ...reading.observations.map(({ code }) => code)];
    const codes = new Set([...loincCodesOf(source.code), ...reading.codes]);
    for (const code of shown) codes.delete(code?.code ?? '');
    return {
      id,
      patientId: this.#subject.id,
      name: wordsOf(source.code) ?? 'Result without a name',
      code: loincOf(source.code),
      otherCodes: [...codes],
      category,
      status,
      reportedAt: counted(bundle, entry, readDate(source.issued)).at,
      reviewed: !isWaiting(status),
      reviewedAt: null,
      orderedBy: requesterOf(bundle, source.basedOn, entry),
      laboratory: laboratoryOf(bundle, source.performer, entry),
      observations: reading.observations,
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

  /** What was taken of the patient, and when, if the source says so anywhere. */
  #taken(
    from: Entry,
    source: FhirEffective,
    reference: FhirReference | undefined,
  ): Pick<ReportRecord, 'specimen' | 'collectedAt'> {
    const effective = counted(this.#bundle, from, readEffective(source)).at;
    const entry = reference && this.#bundle.resolve(reference, from);
    const specimen =
      entry?.resource.resourceType === 'Specimen'
        ? this.#bundle.read(entry, specimenSchema)
        : undefined;
    if (!entry || !specimen) {
      return { specimen: reference?.display ?? null, collectedAt: effective };
    }
    const { collectedDateTime, collectedPeriod } = specimen.collection ?? {};
    const collected =
      collectedDateTime === undefined ? readPeriod(collectedPeriod) : readDate(collectedDateTime);
    return {
      specimen: wordsOf(specimen.type) ?? reference.display ?? null,
      collectedAt: effective ?? counted(this.#bundle, entry, collected).at,
    };
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
