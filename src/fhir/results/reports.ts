import type { ResultCategory } from '../../policy/portal-policy.js';
import type { ReportRecord } from '../records/index.js';
import type { FhirBundle } from '../bundle/bundle.js';
import type { Entry } from '../bundle/entry.js';
import { categoryOf, loincCodesOf, loincOf, wordsOf } from '../codes.js';
import { partialEffective, readDate, readEffective, readPeriod } from '../dates.js';
import { laboratoryOf, requesterOf } from '../people/names.js';
import { followAll, isWaiting, ObservationReader, statuses } from './observations.js';
import {
  diagnosticReportSchema,
  observationSchema,
  specimenSchema,
  type FhirDiagnosticReport,
  type FhirEffective,
  type FhirObservation,
  type FhirReference,
} from '../schemas.js';
import { reportContents } from './report-contents.js';
import { counted, leave, Left, whyUnsafe, type Subject } from '../bundle/subject.js';
import { opaqueId } from '../opaque-id.js';

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

/** What was taken of the patient, and when. */
type Taken = Pick<ReportRecord, 'specimen' | 'collectedAt' | 'collectedOn'>;

/** What is known of a result before its parts are read. */
interface Nature extends Taken {
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
    this.#withholdParts();
    const reports = this.#bundle
      .about(this.#subject.entry, 'DiagnosticReport')
      .flatMap((entry) => this.#readReport(entry) ?? []);
    const laboratory = this.#bundle
      .about(this.#subject.entry, 'Observation')
      .flatMap((entry) => this.#asResult(entry) ?? []);
    const lone = laboratory
      .filter(({ entry }) => !this.#parts.has(entry))
      .flatMap(
        ({ entry, observation, category }) => this.#readLone(entry, observation, category) ?? [],
      );
    return [...reports, ...lone];
  }

  /** What belongs to a report that the patient must not know of is not told by itself either. */
  #withholdParts(): void {
    for (const entry of this.#bundle.withheld('DiagnosticReport')) {
      const report = this.#bundle.peek(entry, diagnosticReportSchema);
      for (const reference of report?.result ?? []) {
        const part = this.#bundle.resolve(reference, entry);
        if (part) this.#bundle.withhold(part);
      }
    }
  }

  #asResult(entry: Entry) {
    const observation = this.#bundle.peek(entry, observationSchema);
    if (!observation) return undefined;
    const { category = [], hasMember = [] } = observation;
    if (category.length === 0 && !this.#parts.has(entry)) this.#bundle.lack(entry, '');
    const kind = categoryOf(category);
    if (!kind || kind === 'imaging') return undefined;
    for (const reference of hasMember) this.#claim(reference, entry);
    return { entry, observation, category: kind };
  }

  #readReport(entry: Entry): ReportRecord | undefined {
    const report = this.#bundle.peek(entry, diagnosticReportSchema);
    if (!report) return undefined;
    for (const reference of report.result ?? []) this.#claim(reference, entry);
    const category = this.#categoryOf(entry, report);
    const status = category && this.#status(entry, report);
    if (!category || !status) return undefined;
    const results = followAll(this.#bundle, report.result, entry, 'DiagnosticReport.result');
    const taken = this.#taken(entry, report, report.specimen?.[0]);
    const record = this.#record(entry, report, { category, status, results, ...taken });
    const isBare = record.observations.length === 0;
    const { words, documents } = reportContents(this.#bundle, entry, record.id, report, isBare);
    return {
      ...record,
      observations: [...record.observations, ...words],
      ...(documents.length > 0 && { documents }),
      ...this.#incomplete(record, entry),
    };
  }

  #readLone(
    entry: Entry,
    observation: FhirObservation,
    category: ResultCategory,
  ): ReportRecord | undefined {
    const status = this.#status(entry, observation);
    if (!status) return undefined;
    const taken = this.#taken(entry, observation, observation.specimen);
    return this.#record(entry, observation, { category, status, results: [entry], ...taken });
  }

  /** Undefined: not to be read, and counted why. */
  #status(
    entry: Entry,
    { status }: FhirDiagnosticReport | FhirObservation,
  ): ReportRecord['status'] | undefined {
    const known = statuses[status];
    const left =
      whyUnsafe(entry) ??
      (known === undefined ? new Left(status, status === 'unknown') : undefined);
    if (left) leave(this.#bundle, entry, left);
    return left ? undefined : known;
  }

  /** That of the report, else of its observations; where neither says any, nobody guesses. */
  #categoryOf(
    entry: Entry,
    { category, result = [] }: FhirDiagnosticReport,
  ): ResultCategory | undefined {
    const own = categoryOf(category);
    if (own) return own;
    const parts = result.flatMap((reference) => this.#bundle.resolve(reference, entry) ?? []);
    const categories = parts.map(
      (part) => this.#bundle.peek(part, observationSchema)?.category ?? [],
    );
    const ofParts = categories.map(categoryOf).find((each) => each && each !== 'imaging');
    const isSaid = [category ?? [], ...categories].some((each) => each.length > 0);
    return ofParts ?? (isSaid ? undefined : 'other');
  }

  #record(
    entry: Entry,
    source: FhirDiagnosticReport | FhirObservation,
    { category, status: ownStatus, results, ...taken }: Nature,
  ): ReportRecord {
    const bundle = this.#bundle;
    bundle.take(entry);
    const id = opaqueId(this.#subject.id, entry.key);
    const isCancelled = ownStatus === 'cancelled';
    const reader = new ObservationReader(bundle, this.#subject, { id, ...taken }, isCancelled);
    const reading = reader.read(results);
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
      ...taken,
      ...this.#incomplete({ incomplete: reading.isLacking }, entry),
    };
  }

  /** Whether the source has more of it than can be shown. */
  #incomplete(
    { incomplete }: Pick<ReportRecord, 'incomplete'>,
    entry: Entry,
  ): Pick<ReportRecord, 'incomplete'> {
    return incomplete || this.#bundle.isLacking(entry) ? { incomplete: true } : {};
  }

  /** What was taken of the patient, and when, if the source says so anywhere. */
  #taken(from: Entry, source: FhirEffective, reference: FhirReference | undefined): Taken {
    const partial = partialEffective(source);
    const effective =
      partial === undefined ? counted(this.#bundle, from, readEffective(source)).at : null;
    const on = partial !== undefined && { collectedOn: partial };
    const entry = reference && this.#bundle.resolve(reference, from);
    const specimen =
      entry?.resource.resourceType === 'Specimen'
        ? this.#bundle.read(entry, specimenSchema)
        : undefined;
    if (!entry || !specimen) {
      return { specimen: reference?.display ?? null, collectedAt: effective, ...on };
    }
    const { collectedDateTime, collectedPeriod } = specimen.collection ?? {};
    const collected =
      collectedDateTime === undefined ? readPeriod(collectedPeriod) : readDate(collectedDateTime);
    const collectedAt = effective ?? counted(this.#bundle, entry, collected).at;
    return {
      specimen: wordsOf(specimen.type) ?? reference.display ?? null,
      collectedAt,
      ...(collectedAt === null && on),
    };
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
