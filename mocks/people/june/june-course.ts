import { rounded } from '../laboratory/observations.js';
import type {
  BasicMetabolic,
  BloodCount,
  Lipids,
  Liver,
  Urinalysis,
} from '../laboratory/panels.js';
import { Random } from '../random.js';

/** Days of history: 15 years. */
export const historyDays = 5_475;

/** The mitral valve was replaced so many days ago; since then blood must be thinner. */
export const valveReplacedDaysAgo = 2_980;

/** Turning points: fraction of the history, value. */
type Points = readonly (readonly [when: number, value: number])[];

/** Straight lines between the turning points, of which the first is at 0 and the last at 1. */
const trend = (daysAgo: number, points: Points): number => {
  const when = 1 - daysAgo / historyDays;
  let [fromTime, fromValue] = [0, 0];
  for (const [time, value] of points) {
    if (time >= when) {
      const passed = time === fromTime ? 1 : (when - fromTime) / (time - fromTime);
      return fromValue + (value - fromValue) * passed;
    }
    [fromTime, fromValue] = [time, value];
  }
  return fromValue;
};

/**
 * How June's body does over 15 years: diabetes that was out of hand, then treated, then slips a
 * little; kidneys that lose about three points a year, and with them hemoglobin and bicarbonate
 * fall, potassium and parathyroid hormone rise. Must be asked from the oldest day to the latest:
 * each value leans on the one before.
 */
export class Course {
  readonly #random = new Random(0x1e37);
  #inrDrift = 0;

  /** A value around `mean`, `spread` being its standard deviation, rounded as printed. */
  #around(mean: number, spread: number, decimals: number): number {
    return rounded(mean + spread * this.#random.normal(), decimals);
  }

  hemoglobinA1c(daysAgo: number): number {
    const mean = trend(daysAgo, [
      [0, 9.1],
      [0.12, 7.4],
      [0.55, 7],
      [0.8, 7.9],
      [1, 7.3],
    ]);
    return this.#around(mean, 0.18, 1);
  }

  basicMetabolic(daysAgo: number): BasicMetabolic {
    const decline = 1 - daysAgo / historyDays;
    const sugar = trend(daysAgo, [
      [0, 196],
      [0.12, 148],
      [0.55, 136],
      [0.8, 162],
      [1, 144],
    ]);
    const sodium = this.#around(139.5, 1.6, 0);
    const bicarbonate = this.#around(26.5 - 4 * decline, 1.2, 0);
    const anionGap = this.#around(10 + 2 * decline, 1, 0);
    return {
      glucose: Math.max(68, this.#around(sugar, 24, 0)),
      ureaNitrogen: Math.max(8, this.#around(15 + 20 * decline, 2.6, 0)),
      creatinine: this.#around(0.9 + 0.25 * decline + 0.47 * decline ** 2, 0.05, 2),
      sodium,
      potassium: this.#around(4.2 + 0.6 * decline, 0.24, 1),
      chloride: sodium - bicarbonate - anionGap,
      bicarbonate,
      calcium: this.#around(9.5 - 0.4 * decline, 0.22, 1),
    };
  }

  bloodCount(daysAgo: number): BloodCount {
    const decline = 1 - daysAgo / historyDays;
    const mcv = this.#around(89.5, 0.9, 1);
    const hemoglobin = this.#around(13.1 - 2.4 * decline, 0.3, 1);
    const concentration = 33.2 + 0.3 * this.#random.normal();
    return {
      leukocytes: this.#around(7, 0.9, 1),
      erythrocytes: rounded((hemoglobin / concentration / mcv) * 1000, 2),
      hemoglobin,
      mcv,
      rdw: this.#around(13.6 + 0.9 * decline, 0.3, 1),
      platelets: this.#around(238, 24, 0),
    };
  }

  liver(): Liver {
    return {
      protein: this.#around(7, 0.2, 1),
      albumin: this.#around(4, 0.15, 1),
      bilirubin: this.#around(0.6, 0.1, 1),
      alkalinePhosphatase: this.#around(82, 9, 0),
      ast: this.#around(23, 4, 0),
      alt: this.#around(20, 3, 0),
    };
  }

  lipids(daysAgo: number): Lipids {
    const mean = (points: Points): number => trend(daysAgo, points);
    return {
      cholesterol: this.#around(
        mean([
          [0, 246],
          [0.1, 172],
          [1, 158],
        ]),
        8,
        0,
      ),
      hdl: this.#around(
        mean([
          [0, 43],
          [1, 48],
        ]),
        2.2,
        0,
      ),
      triglycerides: this.#around(
        mean([
          [0, 262],
          [0.1, 178],
          [1, 149],
        ]),
        19,
        0,
      ),
    };
  }

  /** Albumin (mg/L) and creatinine (mg/dL) in urine. */
  urineAlbumin(daysAgo: number): readonly [albumin: number, creatinine: number] {
    const ratio = trend(daysAgo, [
      [0, 24],
      [0.4, 95],
      [0.75, 260],
      [1, 190],
    ]);
    const creatinine = this.#around(92, 24, 0);
    return [
      rounded((ratio * (1 + 0.16 * this.#random.normal()) * creatinine) / 100, 0),
      creatinine,
    ];
  }

  urinalysis(daysAgo: number): Urinalysis {
    const decline = 1 - daysAgo / historyDays;
    return {
      specificGravity: this.#around(1.018 - 0.005 * decline, 0.002, 3),
      ph: Math.round(this.#around(5.8, 0.5, 1) * 2) / 2,
      protein: decline < 0.35 ? 'Trace' : this.#random.pick(['1+', '1+', '2+']),
      glucose: this.#random.pick(['Negative', 'Negative', 'Trace', '1+']),
    };
  }

  /** Around the middle of the goal; strays for weeks at a time, as warfarin does. */
  inr(daysAgo: number): number {
    const goal = daysAgo > valveReplacedDaysAgo ? 2.5 : 3;
    this.#inrDrift = 0.62 * this.#inrDrift + 0.125 * this.#random.normal();
    return rounded(goal * Math.exp(this.#inrDrift), 1);
  }

  tsh(): number {
    return this.#around(2.4, 0.5, 2);
  }

  vitaminD(daysAgo: number): number {
    const mean = trend(daysAgo, [
      [0, 17],
      [0.15, 31],
      [1, 36],
    ]);
    return this.#around(mean, 3, 0);
  }

  /** Slowly lower on metformin, until it is supplemented. */
  vitaminB12(daysAgo: number): number {
    const mean = trend(daysAgo, [
      [0, 520],
      [0.5, 230],
      [0.6, 610],
      [1, 560],
    ]);
    return this.#around(mean, 34, 0);
  }

  parathyroidHormone(daysAgo: number): number {
    const mean = trend(daysAgo, [
      [0, 44],
      [0.5, 62],
      [1, 118],
    ]);
    return this.#around(mean, 7, 0);
  }

  magnesium(): number {
    return this.#around(1.8, 0.16, 1);
  }

  /** Iron, binding capacity (both ug/dL) and ferritin (ng/mL). */
  iron(daysAgo: number): readonly [iron: number, capacity: number, ferritin: number] {
    const decline = 1 - daysAgo / historyDays;
    return [
      this.#around(78 - 22 * decline, 7, 0),
      this.#around(318, 14, 0),
      this.#around(120 - 40 * decline, 14, 0),
    ];
  }
}
