import type { Observation } from '../../contract/record/results.js';
import type { ReportRecord } from '../records/index.js';
import type { FhirBundle } from '../bundle/bundle.js';
import type { Entry } from '../bundle/entry.js';
import { loincCodesOf, loincOf, wordsOf } from '../codes.js';
import {
  observationSchema,
  type FhirMeasurement,
  type FhirObservation,
  type FhirReference,
} from '../schemas.js';
import { counted, leave, Left, whyUnsafe, type Subject } from '../bundle/subject.js';
import { plainText } from './text.js';
import { readMeasurement, unreadableValue } from './values.js';
import { partialEffective, readEffective } from '../dates.js';
import { opaqueId } from '../opaque-id.js';

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
  /** The source has more of some than can be shown. */
  readonly isLacking: boolean;
}

/** Reads FHIR Observations, with their components and members, into one report's. */
export class ObservationReader {
  readonly #bundle: FhirBundle;
  readonly #subject: Subject;
  /** Its id makes ids differ where two reports share an observation. */
  readonly #report: Pick<ReportRecord, 'id' | 'collectedAt' | 'collectedOn'>;
  readonly #cancelled: boolean;
  readonly #seen = new Set<Entry>();
  readonly #observations: Observation[] = [];
  readonly #codes: string[] = [];
  #waiting = false;

  constructor(
    bundle: FhirBundle,
    subject: Subject,
    report: Pick<ReportRecord, 'id' | 'collectedAt' | 'collectedOn'>,
    cancelled: boolean,
  ) {
    this.#bundle = bundle;
    this.#subject = subject;
    this.#report = report;
    this.#cancelled = cancelled;
  }

  read(entries: readonly Entry[]): Reading {
    for (const entry of entries) this.#read(entry, []);
    return {
      observations: this.#observations,
      codes: this.#codes,
      waiting: this.#waiting,
      isLacking: [...this.#seen].some((entry) => this.#bundle.isLacking(entry)),
    };
  }

  /** @param groups that it is a member of, the outermost first */
  #read(entry: Entry, groups: readonly string[]): void {
    if (this.#seen.has(entry) || this.#bundle.isWithheld(entry)) return;
    this.#seen.add(entry);
    const observation = this.#bundle.peek(entry, observationSchema);
    if (!observation) return;
    const status = statuses[observation.status];
    const unsafe = whyUnsafe(entry);
    if (this.#bundle.ownerOf(entry) !== this.#subject.entry) {
      this.#bundle.leave(entry, 'not about this patient');
    } else if (unsafe) {
      leave(this.#bundle, entry, unsafe);
    } else if (status === undefined) {
      leave(this.#bundle, entry, new Left(observation.status, observation.status === 'unknown'));
    } else {
      this.#bundle.take(entry);
      this.#waiting ||= isWaiting(status);
      this.#addAll(observation, entry, groups, this.#cancelled || status === 'cancelled');
    }
  }

  #addAll(
    observation: FhirObservation,
    entry: Entry,
    groups: readonly string[],
    cancelled: boolean,
  ): void {
    const { component = [], hasMember = [], note = [] } = observation;
    const isOfReport = partialEffective(observation) === (this.#report.collectedOn ?? '');
    const at = isOfReport ? null : counted(this.#bundle, entry, readEffective(observation)).at;
    const own = {
      ...(groups.length > 0 && { group: groups.join(': ') }),
      ...(at !== null && at !== this.#report.collectedAt && { takenAt: at }),
    };
    const measurement = { ...this.#measure(observation, entry, entry.key, cancelled), ...own };
    const inner = [...groups, measurement.name];
    const isOnlyAGroup = measurement.value === null && measurement.absentReason === null;
    if (!isOnlyAGroup || component.length + hasMember.length === 0) {
      this.#observations.push(measurement);
    }
    component.forEach((part, index) => {
      const measured = this.#measure(part, entry, `${entry.key} component ${index}`, cancelled);
      this.#observations.push({ ...measured, ...own, group: inner.join(': ') });
    });
    note.forEach(({ text }, index) => {
      const id = opaqueId(this.#report.id, `${entry.key} note ${index}`);
      const comment = textObservation(id, `${measurement.name}: comment`, plainText(text));
      this.#observations.push({ ...comment, ...own });
    });
    for (const member of followAll(this.#bundle, hasMember, entry, 'Observation.hasMember')) {
      this.#read(member, inner);
    }
  }

  #measure(source: FhirMeasurement, entry: Entry, key: string, cancelled: boolean): Observation {
    const { unread, ...measurement } = readMeasurement(source);
    for (const kind of unread) this.#bundle.skip(kind, entry);
    this.#codes.push(...loincCodesOf(source.code));
    const named = {
      id: opaqueId(this.#report.id, key),
      name: wordsOf(source.code) ?? 'Test without a name',
      code: loincOf(source.code),
      previousValue: null,
    };
    if (cancelled) {
      if (measurement.value) this.#bundle.skip('value of a cancelled Observation');
      const absentReason = measurement.absentReason ?? 'Cancelled';
      return { ...named, ...measurement, value: null, absentReason, interpretation: null };
    }
    const isLost = measurement.value === null && lostValue(this.#bundle, entry, key);
    const absentReason = measurement.absentReason ?? (isLost ? unreadableValue : null);
    return { ...named, ...measurement, absentReason };
  }
}

/** Whether its value was malformed. */
const lostValue = (bundle: FhirBundle, entry: Entry, key: string): boolean =>
  key === entry.key &&
  Object.keys(entry.resource).some(
    (member) => /^value[A-Z]/.test(member) && bundle.hasLost(entry, member),
  );

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
    if (!entry) bundle.skip(`${kind} (not in the file)`, from);
    return entry?.resource.resourceType === 'Observation' ? [entry] : [];
  });
}
