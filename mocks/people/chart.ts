import type { ReportRecord, PatientRecord, Person } from '../db/records/index.js';
import type { ReferenceGroup } from './laboratory/analytes.js';
import { careOf, type Care } from './care.js';
import { day, fridayOfWeekend, hour, instant, mondayAfterWeekend, startOfDay } from './dates.js';
import { demoPassword } from './demo-password.js';
import type { Content } from './laboratory/observations.js';
import { opaqueId } from '../../src/fhir/opaque-id.js';
import type { ReportType } from './laboratory/report-types.js';
import { laboratories, staff } from './staff.js';

/** How far a report has come. */
export type Progress =
  /** Ordered, specimen on its way: nothing known. */
  | 'registered'
  /** First findings, may change. */
  | 'preliminary'
  /** Final, and waiting for the physician. */
  | 'unreviewed'
  /** Final and reviewed. */
  | 'reviewed'
  /** Reviewed, then added to or put right. */
  | 'amended'
  | 'corrected'
  | 'cancelled';

export interface ReportSpec {
  readonly type: ReportType;
  /** Days before now on which the specimen was taken; a weekend moves back to its Friday. */
  readonly daysAgo: number;
  readonly content: Content;
  readonly progress?: Progress;
  readonly orderedBy?: string;
  /** The physician's note to the patient. */
  readonly note?: string;
  /** What was amended or corrected. */
  readonly correction?: string;
}

/** Who it is about. */
export interface Identity {
  /** For the ids only: never changes, not even when a name does. */
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: 'female' | 'male';
  /** Whole years at the time `now`. */
  readonly age: number;
  /** Days since the last birthday. */
  readonly daysSinceBirthday: number;
  /** Absent: not on file. */
  readonly contact?: PatientRecord['contact'];
}

const statuses: Readonly<Record<Progress, ReportRecord['status']>> = {
  registered: 'registered',
  preliminary: 'preliminary',
  unreviewed: 'final',
  reviewed: 'final',
  amended: 'amended',
  corrected: 'corrected',
  cancelled: 'cancelled',
};

const laboratoryOf = ({ category }: ReportType): string => {
  if (category === 'pathology') return laboratories.pathology;
  return category === 'imaging' ? laboratories.imaging : laboratories.main;
};

/** The record of one made-up person at a time `now` (epoch ms); everything in it is relative to that. */
export class Chart {
  readonly patient: PatientRecord;
  readonly #identity: Identity;
  readonly #now: number;
  readonly #born: number;

  constructor(identity: Identity, now: number) {
    this.#identity = identity;
    this.#now = now;
    const birthday = new Date(now - identity.daysSinceBirthday * day);
    this.#born = birthday.setUTCFullYear(birthday.getUTCFullYear() - identity.age);
    this.patient = {
      id: opaqueId('patient', identity.key),
      givenName: identity.givenName,
      familyName: identity.familyName,
      birthDate: instant(this.#born).slice(0, 10),
      sex: identity.sex,
      contact: identity.contact ?? { email: null, phone: null, address: null },
      releaseOfInformation: true,
    };
  }

  /**
   * @param account null: none
   * @param care what the record has besides results
   */
  person(
    specs: readonly ReportSpec[],
    account?: Omit<NonNullable<Person['account']>, 'password'> | null,
    care: Care = {},
  ): Person {
    return {
      patient: this.patient,
      ...(account && { account: { ...account, password: demoPassword } }),
      reports: specs.map((spec) => this.#report(spec)),
      ...careOf(care, this.patient, this.#now, this.#born),
    };
  }

  #report(spec: ReportSpec): ReportRecord {
    const { type, daysAgo, progress = 'reviewed', orderedBy = staff.primaryCare } = spec;
    const id = opaqueId('report', this.#identity.key, type.code.code, String(daysAgo));
    const at = this.#drawnAt(daysAgo);
    const reported = at + type.turnaroundHours * hour;
    const reviewed = this.#reviewedAt(reported);
    const isReviewed = !['registered', 'preliminary', 'unreviewed'].includes(progress);
    const observations = spec.content({ group: this.#group(at), age: this.#age(at), at });
    return {
      id,
      patientId: this.patient.id,
      name: type.name,
      code: type.code,
      category: type.category,
      status: statuses[progress],
      collectedAt: instant(at),
      reportedAt: progress === 'registered' ? null : instant(reported),
      reviewed: isReviewed,
      reviewedAt: isReviewed ? instant(reviewed) : null,
      orderedBy,
      laboratory: laboratoryOf(type),
      specimen: type.specimen,
      observations: observations.map((observation, index) => ({
        ...observation,
        id: opaqueId(id, String(index)),
      })),
      note:
        spec.note === undefined
          ? null
          : { author: orderedBy, text: spec.note, writtenAt: instant(reviewed) },
      correction:
        spec.correction === undefined
          ? null
          : { text: spec.correction, correctedAt: instant(reviewed - hour) },
    };
  }

  /** One visit a day, between 12:00 and 20:00 UTC (from 7 in the morning on the East Coast). */
  #drawnAt(daysAgo: number): number {
    const midnight = startOfDay(this.#now) - daysAgo * day;
    const visit = opaqueId('visit', this.#identity.key, String(daysAgo));
    const minutes = Number.parseInt(visit.slice(0, 7), 36) % 480;
    return fridayOfWeekend(midnight) + 12 * hour + minutes * 60_000;
  }

  /** The next weekday, in office hours. */
  #reviewedAt(reported: number): number {
    const nextDay = startOfDay(reported) + day;
    return mondayAfterWeekend(nextDay) + 14 * hour + ((reported / 60_000) % 360) * 60_000;
  }

  #age(at: number): number {
    const born = new Date(this.#born);
    const then = new Date(at);
    const years = then.getUTCFullYear() - born.getUTCFullYear();
    born.setUTCFullYear(then.getUTCFullYear());
    return born.getTime() > at ? years - 1 : years;
  }

  #group(at: number): ReferenceGroup {
    return this.#age(at) < 18 ? 'child' : this.#identity.sex;
  }
}
