import type { Analyte } from './analytes.js';
import { analytes } from './analytes.js';
import type { Draw } from './observations.js';

/**
 * Glomerular filtration rate (mL/min per 1.73 m²) estimated from creatinine (mg/dL), age and sex.
 * Laboratories moved from MDRD to CKD-EPI 2009 and then to the equation without race of 2021; a
 * step in a patient's curve at such a change is the equation's, not the kidney's.
 */
interface Equation {
  readonly analyte: Analyte;
  /** Epoch milliseconds at which the laboratory began to use it. */
  readonly since: number;
  readonly estimate: (creatinine: number, age: number, female: boolean) => number;
}

const ckdEpi = (
  ratio: number,
  lowExponent: number,
  highExponent: number,
  scale: number,
  decay: number,
  age: number,
): number =>
  scale * Math.min(ratio, 1) ** lowExponent * Math.max(ratio, 1) ** highExponent * decay ** age;

/** Latest first. */
const equations: readonly Equation[] = [
  {
    analyte: analytes.gfrCkdEpi2021,
    since: Date.UTC(2022, 3, 4),
    // Inker et al., N Engl J Med 2021
    estimate: (creatinine, age, female) =>
      female
        ? ckdEpi(creatinine / 0.7, -0.241, -1.2, 142 * 1.012, 0.9938, age)
        : ckdEpi(creatinine / 0.9, -0.302, -1.2, 142, 0.9938, age),
  },
  {
    analyte: analytes.gfrCkdEpi2009,
    since: Date.UTC(2014, 5, 2),
    // Levey et al., Ann Intern Med 2009
    estimate: (creatinine, age, female) =>
      female
        ? ckdEpi(creatinine / 0.7, -0.329, -1.209, 141 * 1.018, 0.993, age)
        : ckdEpi(creatinine / 0.9, -0.411, -1.209, 141, 0.993, age),
  },
  {
    analyte: analytes.gfrMdrd,
    since: -Infinity,
    // Levey et al., Ann Intern Med 2006, for creatinine traceable to IDMS
    estimate: (creatinine, age, female) =>
      175 * creatinine ** -1.154 * age ** -0.203 * (female ? 0.742 : 1),
  },
];

/** The estimate as the laboratory made it on that day. */
export const filtrationRate = (
  creatinine: number,
  { group, age, at }: Draw,
): { readonly analyte: Analyte; readonly value: number } => {
  const equation = equations.find(({ since }) => at >= since);
  if (equation === undefined) throw new RangeError('no equation for this time');
  return {
    analyte: equation.analyte,
    value: equation.estimate(creatinine, age, group === 'female'),
  };
};
