import type { Coding } from '../../src/contract/fields.js';
import type { ResultCategory } from '../../src/policy/portal-policy.js';
import { loinc } from './codings.js';

/** A kind of report that can be ordered. */
export interface ReportType {
  readonly code: Coding;
  /** As patients read it. */
  readonly name: string;
  readonly category: ResultCategory;
  /** Null: no specimen is taken. */
  readonly specimen: string | null;
  /** From taking the specimen to the report. */
  readonly turnaroundHours: number;
}

function reportType(
  category: ResultCategory,
  specimen: string | null,
  turnaroundHours: number,
  code: string,
  display: string,
  name: string,
): ReportType {
  return { code: loinc(code, display), name, category, specimen, turnaroundHours };
}

// prettier-ignore
export const reportTypes = {
  bloodCount: reportType('laboratory', 'Blood', 4, '58410-2', 'CBC panel - Blood by Automated count', 'Complete blood count'),
  bloodCountWithDifferential: reportType('laboratory', 'Blood', 5, '57021-8', 'CBC W Auto Differential panel - Blood', 'Complete blood count with differential'),
  basicMetabolic: reportType('laboratory', 'Blood serum', 6, '24321-2', 'Basic metabolic 2000 panel - Serum or Plasma', 'Basic metabolic panel'),
  comprehensiveMetabolic: reportType('laboratory', 'Blood serum', 6, '24323-8', 'Comprehensive metabolic 2000 panel - Serum or Plasma', 'Comprehensive metabolic panel'),
  liver: reportType('laboratory', 'Blood serum', 6, '24325-3', 'Hepatic function 2000 panel - Serum or Plasma', 'Liver panel'),
  lipids: reportType('laboratory', 'Blood serum', 8, '24331-1', 'Lipid 1996 panel - Serum or Plasma', 'Cholesterol panel (lipids)'),
  hemoglobinA1c: reportType('laboratory', 'Blood', 7, '4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', 'Hemoglobin A1c'),
  tsh: reportType('laboratory', 'Blood serum', 9, '3016-3', 'Thyrotropin [Units/volume] in Serum or Plasma', 'Thyroid stimulating hormone (TSH)'),
  ironStudies: reportType('laboratory', 'Blood serum', 10, '50190-8', 'Iron and Iron binding capacity panel - Serum or Plasma', 'Iron studies'),
  vitaminD: reportType('laboratory', 'Blood serum', 26, '62292-8', '25-Hydroxyvitamin D2+25-Hydroxyvitamin D3 [Mass/volume] in Serum or Plasma', 'Vitamin D'),
  vitaminB12: reportType('laboratory', 'Blood serum', 11, '2132-9', 'Cobalamin (Vitamin B12) [Mass/volume] in Serum or Plasma', 'Vitamin B12'),
  urinalysis: reportType('laboratory', 'Urine', 3, '24357-6', 'Urinalysis macro (dipstick) panel - Urine', 'Urinalysis'),
} as const satisfies Record<string, ReportType>;
