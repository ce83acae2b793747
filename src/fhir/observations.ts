import type { Observation } from '../contract/results.js';
import type { ReportRecord } from './records/index.js';
import type { Entry, FhirBundle } from './bundle.js';
import { loincCodesOf, loincOf, wordsOf } from './codes.js';
import {
  observationSchema,
  type FhirMeasurement,
  type FhirObservation,
  type FhirReference,
} from './schemas.js';
import { isAbout, type Subject } from './subject.js';
import { readMeasurement } from './values.js';
import { opaqueId } from './opaque-id.js';

/**
 * What a status of DiagnosticReport or Observation is here. `entered-in-error` is withdrawn and
 * with `unknown` nobody says that it is final: both are left out.
 */
export const statuses: Readonly<Partial<Record<string, ReportRecord['status']>>> = {
  registered: 'registered',
  partial: 'preliminary',
  preliminary: 'preliminary',
  final: 'final',
  amended: 'amended',
  appended: 'amended',
  corrected: 'corrected',
  cancelled: 'cancelled',
};

export const isWaiting = (status: ReportRecord['status']): boolean =>
  status === 'registered' || status === 'preliminary';

/** The observations of one report. */
export interface Reading {
  readonly observations: readonly Observation[];
  /** Every LOINC code that names one of them. */
  readonly codes: readonly string[];
  /** Some are registered or preliminary only. */
  readonly waiting: boolean;
}

/** Reads FHIR Observations, with their components and members, into one report's. */
export class ObservationReader {
  readonly #bundle: FhirBundle;
  readonly #subject: Subject;
  /** Makes ids differ where two reports share an observation. */
  readonly #reportId: string;
  readonly #cancelled: boolean;
  readonly #seen = new Set<Entry>();
  readonly #observations: Observation[] = [];
  readonly #codes: string[] = [];
  #waiting = false;

  constructor(bundle: FhirBundle, subject: Subject, reportId: string, cancelled: boolean) {
    this.#bundle = bundle;
    this.#subject = subject;
    this.#reportId = reportId;
    this.#cancelled = cancelled;
  }

  read(entries: readonly Entry[]): Reading {
    for (const entry of entries) this.#read(entry);
    return { observations: this.#observations, codes: this.#codes, waiting: this.#waiting };
  }

  #read(entry: Entry): void {
    if (this.#seen.has(entry)) return;
    this.#seen.add(entry);
    const observation = this.#bundle.peek(entry, observationSchema);
    if (!observation) return;
    const status = statuses[observation.status];
    if (!isAbout(this.#bundle, this.#subject, observation.subject, entry)) {
      this.#bundle.leave(entry, 'not about this patient');
    } else if (status === undefined) {
      this.#bundle.leave(entry, observation.status);
    } else {
      this.#bundle.take(entry);
      this.#waiting ||= isWaiting(status);
      this.#addAll(observation, entry, this.#cancelled || status === 'cancelled');
    }
  }

  #addAll(observation: FhirObservation, entry: Entry, cancelled: boolean): void {
    const { component = [], hasMember = [], note = [] } = observation;
    const measurement = this.#measure(observation, entry.key, cancelled);
    const isOnlyAGroup = measurement.value === null && measurement.absentReason === null;
    if (!isOnlyAGroup || component.length + hasMember.length === 0) {
      this.#observations.push(measurement);
    }
    component.forEach((part, index) => {
      this.#observations.push(this.#measure(part, `${entry.key} component ${index}`, cancelled));
    });
    note.forEach(({ text }, index) => {
      const id = opaqueId(this.#reportId, `${entry.key} note ${index}`);
      this.#observations.push(textObservation(id, `${measurement.name}: comment`, text));
    });
    for (const member of followAll(this.#bundle, hasMember, entry, 'Observation.hasMember')) {
      this.#read(member);
    }
  }

  #measure(source: FhirMeasurement, key: string, cancelled: boolean): Observation {
    const { unread, ...measurement } = readMeasurement(source);
    for (const kind of unread) this.#bundle.skip(kind);
    this.#codes.push(...loincCodesOf(source.code));
    const named = {
      id: opaqueId(this.#reportId, key),
      name: wordsOf(source.code) ?? 'Test without a name',
      code: loincOf(source.code),
      previousValue: null,
    };
    if (!cancelled) return { ...named, ...measurement };
    if (measurement.value) this.#bundle.skip('value of a cancelled Observation');
    return {
      ...named,
      value: null,
      absentReason: measurement.absentReason ?? 'Cancelled',
      referenceRange: measurement.referenceRange,
      interpretation: null,
    };
  }
}

/** Words that stand in a report without a code of their own. */
export const textObservation = (id: string, name: string, text: string): Observation => ({
  id,
  name,
  code: null,
  value: { kind: 'text', text },
  absentReason: null,
  referenceRange: null,
  interpretation: null,
  previousValue: null,
});

/** The resources that are referred to. What is not in the file is counted as `kind`. */
export function followAll(
  bundle: FhirBundle,
  references: readonly FhirReference[] = [],
  from: Entry,
  kind: string,
): readonly Entry[] {
  return references.flatMap((reference) => {
    const entry = bundle.resolve(reference, from);
    if (!entry) bundle.skip(`${kind} (not in the file)`);
    return entry?.resource.resourceType === 'Observation' ? [entry] : [];
  });
}
