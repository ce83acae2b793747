import type { Coding } from '../../../src/contract/fields.js';
import { loinc } from './codings.js';
import type { Limits } from '../../../src/fhir/flags.js';

/** Whose reference range applies. */
export type ReferenceGroup = 'female' | 'male' | 'child';

/** Something that is measured as a number, and how the hospital's laboratory reports it. */
export interface Analyte {
  readonly code: Coding;
  /** As patients read it. */
  readonly name: string;
  /** UCUM. */
  readonly unit: string;
  /** Digits after the point that the method supports. */
  readonly decimals: number;
  readonly range: (group: ReferenceGroup) => Limits;
  /** Beyond these the laboratory telephones; absent: it never does. */
  readonly critical?: Limits;
}

type Bounds = readonly [low: number | null, high: number | null];
type Ranges =
  | { readonly adult: Bounds; readonly child?: Bounds }
  | { readonly female: Bounds; readonly male: Bounds; readonly child?: Bounds };

const limits = ([low, high]: Bounds): Limits => ({ low, high });

const analyte = (
  code: string,
  display: string,
  name: string,
  unit: string,
  decimals: number,
  ranges: Ranges,
  critical?: Bounds,
): Analyte => {
  const [female, male] =
    'adult' in ranges ? [ranges.adult, ranges.adult] : [ranges.female, ranges.male];
  const byGroup: Readonly<Record<ReferenceGroup, Limits>> = {
    female: limits(female),
    male: limits(male),
    child: limits(ranges.child ?? female),
  };
  return {
    code: loinc(code, display),
    name,
    unit,
    decimals,
    range: (group) => byGroup[group],
    ...(critical === undefined ? {} : { critical: limits(critical) }),
  };
};

// prettier-ignore
export const analytes = {
  // Blood count
  leukocytes: analyte('6690-2', 'Leukocytes [#/volume] in Blood by Automated count', 'White blood cells', '10*3/uL', 1, { adult: [3.8, 10.8], child: [4.5, 13.5] }, [2, 30]),
  erythrocytes: analyte('789-8', 'Erythrocytes [#/volume] in Blood by Automated count', 'Red blood cells', '10*6/uL', 2, { female: [3.8, 5.1], male: [4.2, 5.8], child: [4, 5.2] }),
  hemoglobin: analyte('718-7', 'Hemoglobin [Mass/volume] in Blood', 'Hemoglobin', 'g/dL', 1, { female: [11.7, 15.5], male: [13.2, 17.1], child: [11.5, 15.5] }, [7, 20]),
  hematocrit: analyte('4544-3', 'Hematocrit [Volume Fraction] of Blood by Automated count', 'Hematocrit', '%', 1, { female: [35, 45], male: [38.5, 50], child: [35, 45] }),
  mcv: analyte('787-2', 'MCV [Entitic volume] by Automated count', 'Mean red cell volume (MCV)', 'fL', 1, { adult: [80, 100], child: [77, 95] }),
  mch: analyte('785-6', 'MCH [Entitic mass] by Automated count', 'Hemoglobin per red cell (MCH)', 'pg', 1, { adult: [27, 33], child: [25, 33] }),
  mchc: analyte('786-4', 'MCHC [Mass/volume] by Automated count', 'Hemoglobin concentration in red cells (MCHC)', 'g/dL', 1, { adult: [32, 36], child: [31, 36] }),
  rdw: analyte('788-0', 'Erythrocyte distribution width [Ratio] by Automated count', 'Red cell size variation (RDW)', '%', 1, { adult: [11, 15] }),
  platelets: analyte('777-3', 'Platelets [#/volume] in Blood by Automated count', 'Platelets', '10*3/uL', 0, { adult: [140, 400], child: [150, 450] }, [30, 1000]),
  neutrophils: analyte('751-8', 'Neutrophils [#/volume] in Blood by Automated count', 'Neutrophils', '10*3/uL', 2, { adult: [1.5, 7.8], child: [1.5, 8] }, [0.5, null]),
  lymphocytes: analyte('731-0', 'Lymphocytes [#/volume] in Blood by Automated count', 'Lymphocytes', '10*3/uL', 2, { adult: [0.85, 3.9], child: [1.5, 6.5] }),
  monocytes: analyte('742-7', 'Monocytes [#/volume] in Blood by Automated count', 'Monocytes', '10*3/uL', 2, { adult: [0.2, 0.95] }),
  eosinophils: analyte('711-2', 'Eosinophils [#/volume] in Blood by Automated count', 'Eosinophils', '10*3/uL', 2, { adult: [0.01, 0.5] }),
  basophils: analyte('704-7', 'Basophils [#/volume] in Blood by Automated count', 'Basophils', '10*3/uL', 2, { adult: [0, 0.2] }),

  // Chemistry
  glucose: analyte('2345-7', 'Glucose [Mass/volume] in Serum or Plasma', 'Glucose', 'mg/dL', 0, { adult: [65, 99] }, [50, 450]),
  ureaNitrogen: analyte('3094-0', 'Urea nitrogen [Mass/volume] in Serum or Plasma', 'Urea nitrogen (BUN)', 'mg/dL', 0, { adult: [7, 25], child: [7, 20] }, [null, 100]),
  creatinine: analyte('2160-0', 'Creatinine [Mass/volume] in Serum or Plasma', 'Creatinine', 'mg/dL', 2, { female: [0.5, 1.03], male: [0.7, 1.3], child: [0.3, 0.7] }, [null, 7.4]),
  sodium: analyte('2951-2', 'Sodium [Moles/volume] in Serum or Plasma', 'Sodium', 'mmol/L', 0, { adult: [135, 146] }, [120, 160]),
  potassium: analyte('2823-3', 'Potassium [Moles/volume] in Serum or Plasma', 'Potassium', 'mmol/L', 1, { adult: [3.5, 5.3] }, [2.8, 6.2]),
  chloride: analyte('2075-0', 'Chloride [Moles/volume] in Serum or Plasma', 'Chloride', 'mmol/L', 0, { adult: [98, 110] }),
  bicarbonate: analyte('2028-9', 'Carbon dioxide, total [Moles/volume] in Serum or Plasma', 'Carbon dioxide (bicarbonate)', 'mmol/L', 0, { adult: [20, 32] }, [10, 40]),
  anionGap: analyte('33037-3', 'Anion gap in Serum or Plasma', 'Anion gap', 'mmol/L', 0, { adult: [4, 16] }),
  calcium: analyte('17861-6', 'Calcium [Mass/volume] in Serum or Plasma', 'Calcium', 'mg/dL', 1, { adult: [8.6, 10.3], child: [8.9, 10.4] }, [6.5, 13]),
  protein: analyte('2885-2', 'Protein [Mass/volume] in Serum or Plasma', 'Total protein', 'g/dL', 1, { adult: [6.1, 8.1] }),
  albumin: analyte('1751-7', 'Albumin [Mass/volume] in Serum or Plasma', 'Albumin', 'g/dL', 1, { adult: [3.6, 5.1] }),
  globulin: analyte('10834-0', 'Globulin [Mass/volume] in Serum by calculation', 'Globulin', 'g/dL', 1, { adult: [1.9, 3.7] }),
  bilirubin: analyte('1975-2', 'Bilirubin.total [Mass/volume] in Serum or Plasma', 'Bilirubin, total', 'mg/dL', 1, { adult: [0.2, 1.2] }, [null, 15]),
  alkalinePhosphatase: analyte('6768-6', 'Alkaline phosphatase [Enzymatic activity/volume] in Serum or Plasma', 'Alkaline phosphatase (ALP)', 'U/L', 0, { adult: [35, 144], child: [117, 311] }),
  ast: analyte('1920-8', 'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma', 'Liver enzyme AST', 'U/L', 0, { adult: [10, 35] }, [null, 1000]),
  alt: analyte('1742-6', 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma', 'Liver enzyme ALT', 'U/L', 0, { female: [6, 29], male: [9, 46], child: [8, 24] }, [null, 1000]),
  magnesium: analyte('19123-9', 'Magnesium [Mass/volume] in Serum or Plasma', 'Magnesium', 'mg/dL', 1, { adult: [1.5, 2.5] }, [1, 4.7]),
  phosphate: analyte('2777-1', 'Phosphate [Mass/volume] in Serum or Plasma', 'Phosphate', 'mg/dL', 1, { adult: [2.5, 4.5] }, [1, null]),
  urate: analyte('3084-1', 'Urate [Mass/volume] in Serum or Plasma', 'Uric acid', 'mg/dL', 1, { female: [2.5, 7], male: [4, 8] }),
  transglutaminaseAntibody: analyte('31017-7', 'Tissue transglutaminase IgA Ab [Units/volume] in Serum', 'Tissue transglutaminase antibody (IgA)', 'U/mL', 1, { adult: [null, 14.9] }),
  crp: analyte('1988-5', 'C reactive protein [Mass/volume] in Serum or Plasma', 'C-reactive protein (CRP)', 'mg/L', 1, { adult: [null, 8] }),
  troponinI: analyte('10839-9', 'Troponin I.cardiac [Mass/volume] in Serum or Plasma', 'Troponin I', 'ng/mL', 2, { adult: [null, 0.04] }, [null, 0.4]),
  ntProBnp: analyte('33762-6', 'Natriuretic peptide.B prohormone N-Terminal [Mass/volume] in Serum or Plasma', 'Heart strain marker NT-proBNP', 'pg/mL', 0, { adult: [null, 450] }),

  // Kidney function: one code for each equation, as laboratories changed them
  gfrMdrd: analyte('33914-3', 'Glomerular filtration rate/1.73 sq M.predicted [Volume Rate/Area] in Serum or Plasma by Creatinine-based formula (MDRD)', 'Kidney filtration estimate (eGFR, MDRD)', 'mL/min/{1.73_m2}', 0, { adult: [60, null] }),
  gfrCkdEpi2009: analyte('62238-1', 'Glomerular filtration rate/1.73 sq M.predicted [Volume Rate/Area] in Serum, Plasma or Blood by Creatinine-based formula (CKD-EPI)', 'Kidney filtration estimate (eGFR, CKD-EPI 2009)', 'mL/min/{1.73_m2}', 0, { adult: [60, null] }),
  gfrCkdEpi2021: analyte('98979-8', 'Glomerular filtration rate/1.73 sq M.predicted [Volume Rate/Area] in Serum, Plasma or Blood by Creatinine-based formula (CKD-EPI 2021)', 'Kidney filtration estimate (eGFR)', 'mL/min/{1.73_m2}', 0, { adult: [60, null] }),

  // Lipids
  cholesterol: analyte('2093-3', 'Cholesterol [Mass/volume] in Serum or Plasma', 'Total cholesterol', 'mg/dL', 0, { adult: [null, 199], child: [null, 169] }),
  hdl: analyte('2085-9', 'Cholesterol in HDL [Mass/volume] in Serum or Plasma', 'HDL cholesterol', 'mg/dL', 0, { female: [50, null], male: [40, null], child: [46, null] }),
  triglycerides: analyte('2571-8', 'Triglyceride [Mass/volume] in Serum or Plasma', 'Triglycerides', 'mg/dL', 0, { adult: [null, 149], child: [null, 74] }, [null, 1000]),
  ldl: analyte('13457-7', 'Cholesterol in LDL [Mass/volume] in Serum or Plasma by calculation', 'LDL cholesterol', 'mg/dL', 0, { adult: [null, 99], child: [null, 109] }),
  nonHdl: analyte('43396-1', 'Cholesterol non HDL [Mass/volume] in Serum or Plasma', 'Non-HDL cholesterol', 'mg/dL', 0, { adult: [null, 129], child: [null, 119] }),

  // Diabetes, hormones, vitamins, iron
  hemoglobinA1c: analyte('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', 'Hemoglobin A1c', '%', 1, { adult: [null, 5.6] }),
  averageGlucose: analyte('27353-2', 'Glucose mean value [Mass/volume] in Blood Estimated from glycated hemoglobin', 'Estimated average glucose', 'mg/dL', 0, { adult: [null, null] }),
  tsh: analyte('3016-3', 'Thyrotropin [Units/volume] in Serum or Plasma', 'Thyroid stimulating hormone (TSH)', 'm[IU]/L', 2, { adult: [0.4, 4.5], child: [0.5, 4.3] }),
  freeT4: analyte('3024-7', 'Thyroxine (T4) free [Mass/volume] in Serum or Plasma', 'Thyroid hormone, free T4', 'ng/dL', 1, { adult: [0.8, 1.8], child: [0.9, 1.4] }),
  vitaminD: analyte('62292-8', '25-Hydroxyvitamin D2+25-Hydroxyvitamin D3 [Mass/volume] in Serum or Plasma', 'Vitamin D, 25-hydroxy', 'ng/mL', 0, { adult: [30, 100] }),
  vitaminB12: analyte('2132-9', 'Cobalamin (Vitamin B12) [Mass/volume] in Serum or Plasma', 'Vitamin B12', 'pg/mL', 0, { adult: [200, 1100] }),
  parathyroidHormone: analyte('2731-8', 'Parathyrin.intact [Mass/volume] in Serum or Plasma', 'Parathyroid hormone (PTH)', 'pg/mL', 0, { adult: [16, 77] }),
  ferritin: analyte('2276-4', 'Ferritin [Mass/volume] in Serum or Plasma', 'Ferritin (iron stores)', 'ng/mL', 0, { female: [16, 232], male: [38, 380], child: [14, 79] }),
  iron: analyte('2498-4', 'Iron [Mass/volume] in Serum or Plasma', 'Iron', 'ug/dL', 0, { female: [40, 190], male: [50, 180] }),
  ironBindingCapacity: analyte('2500-7', 'Iron binding capacity [Mass/volume] in Serum or Plasma', 'Iron binding capacity (TIBC)', 'ug/dL', 0, { adult: [250, 450] }),
  ironSaturation: analyte('2502-3', 'Iron saturation [Mass Fraction] in Serum or Plasma', 'Iron saturation', '%', 0, { female: [16, 45], male: [20, 48] }),
  prostateAntigen: analyte('2857-1', 'Prostate specific Ag [Mass/volume] in Serum or Plasma', 'Prostate specific antigen (PSA)', 'ng/mL', 2, { adult: [null, 4] }),

  // Clotting
  inr: analyte('6301-6', 'INR in Platelet poor plasma by Coagulation assay', 'INR', '{INR}', 1, { adult: [0.9, 1.1] }, [null, 5]),
  prothrombinTime: analyte('5902-2', 'Prothrombin time (PT)', 'Prothrombin time', 's', 1, { adult: [9, 11.5] }),

  // Urine
  urineSpecificGravity: analyte('5811-5', 'Specific gravity of Urine by Test strip', 'Specific gravity', '{ratio}', 3, { adult: [1.001, 1.035] }),
  urinePh: analyte('5803-2', 'pH of Urine by Test strip', 'pH', '[pH]', 1, { adult: [5, 8] }),
  urineAlbumin: analyte('14957-5', 'Microalbumin [Mass/volume] in Urine', 'Albumin in urine', 'mg/L', 0, { adult: [null, null] }),
  urineCreatinine: analyte('2161-8', 'Creatinine [Mass/volume] in Urine', 'Creatinine in urine', 'mg/dL', 0, { adult: [20, 320] }),
  albuminCreatinineRatio: analyte('9318-7', 'Albumin/Creatinine [Mass Ratio] in Urine', 'Albumin to creatinine ratio', 'mg/g', 0, { adult: [null, 29] }),

} as const satisfies Record<string, Analyte>;
