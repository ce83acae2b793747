/**
 * What laboratories report: panels, analytes, ranges and how values are flagged. Nothing here is about one person.
 */
import type { Coding } from '../../../src/contract/fields.js';
import type { ResultCategory } from '../../../src/policy/portal-policy.js';
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

const reportType = (
  category: ResultCategory,
  specimen: string | null,
  turnaroundHours: number,
  name: string,
  code: string,
  display: string,
): ReportType => {
  return { code: loinc(code, display), name, category, specimen, turnaroundHours };
};

// prettier-ignore
export const reportTypes = {
  // Blood
  bloodCount: reportType('laboratory', 'Blood', 4, 'Complete blood count', '58410-2', 'CBC panel - Blood by Automated count'),
  bloodCountWithDifferential: reportType('laboratory', 'Blood', 5, 'Complete blood count with differential', '57021-8', 'CBC W Auto Differential panel - Blood'),
  basicMetabolic: reportType('laboratory', 'Blood', 6, 'Basic metabolic panel', '24321-2', 'Basic metabolic 2000 panel - Serum or Plasma'),
  comprehensiveMetabolic: reportType('laboratory', 'Blood', 6, 'Comprehensive metabolic panel', '24323-8', 'Comprehensive metabolic 2000 panel - Serum or Plasma'),
  liver: reportType('laboratory', 'Blood', 6, 'Liver panel', '24325-3', 'Hepatic function 2000 panel - Serum or Plasma'),
  lipids: reportType('laboratory', 'Blood', 8, 'Cholesterol panel (lipids)', '24331-1', 'Lipid 1996 panel - Serum or Plasma'),
  hemoglobinA1c: reportType('laboratory', 'Blood', 7, 'Hemoglobin A1c', '4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood'),
  tsh: reportType('laboratory', 'Blood', 9, 'Thyroid stimulating hormone (TSH)', '3016-3', 'Thyrotropin [Units/volume] in Serum or Plasma'),
  ironStudies: reportType('laboratory', 'Blood', 10, 'Iron studies', '50190-8', 'Iron and Iron binding capacity panel - Serum or Plasma'),
  vitaminD: reportType('laboratory', 'Blood', 26, 'Vitamin D', '62292-8', '25-Hydroxyvitamin D2+25-Hydroxyvitamin D3 [Mass/volume] in Serum or Plasma'),
  vitaminB12: reportType('laboratory', 'Blood', 11, 'Vitamin B12', '2132-9', 'Cobalamin (Vitamin B12) [Mass/volume] in Serum or Plasma'),
  magnesium: reportType('laboratory', 'Blood', 6, 'Magnesium', '19123-9', 'Magnesium [Mass/volume] in Serum or Plasma'),
  urate: reportType('laboratory', 'Blood', 7, 'Uric acid', '3084-1', 'Urate [Mass/volume] in Serum or Plasma'),
  crp: reportType('laboratory', 'Blood', 5, 'C-reactive protein (CRP)', '1988-5', 'C reactive protein [Mass/volume] in Serum or Plasma'),
  troponin: reportType('laboratory', 'Blood', 1, 'Troponin I', '10839-9', 'Troponin I.cardiac [Mass/volume] in Serum or Plasma'),
  ntProBnp: reportType('laboratory', 'Blood', 3, 'Heart strain marker NT-proBNP', '33762-6', 'Natriuretic peptide.B prohormone N-Terminal [Mass/volume] in Serum or Plasma'),
  parathyroidHormone: reportType('laboratory', 'Blood', 24, 'Parathyroid hormone (PTH)', '2731-8', 'Parathyrin.intact [Mass/volume] in Serum or Plasma'),
  prostateAntigen: reportType('laboratory', 'Blood', 10, 'Prostate specific antigen (PSA)', '2857-1', 'Prostate specific Ag [Mass/volume] in Serum or Plasma'),
  prothrombinTime: reportType('laboratory', 'Blood', 2, 'Clotting time (PT and INR)', '34528-0', 'PT panel - Platelet poor plasma by Coagulation assay'),
  inr: reportType('laboratory', 'Blood', 3, 'INR', '6301-6', 'INR in Platelet poor plasma by Coagulation assay'),
  hepatitisA: reportType('laboratory', 'Blood', 22, 'Hepatitis A antibody (IgM)', '22314-9', 'Hepatitis A virus IgM Ab [Presence] in Serum'),
  rubella: reportType('laboratory', 'Blood', 24, 'Rubella immunity', '25514-1', 'Rubella virus IgG Ab [Presence] in Serum'),
  celiac: reportType('laboratory', 'Blood', 30, 'Celiac disease screening', '31017-7', 'Tissue transglutaminase IgA Ab [Units/volume] in Serum'),
  hiv: reportType('laboratory', 'Blood', 24, 'HIV screening', '56888-1', 'HIV 1+2 Ab+HIV1 p24 Ag [Presence] in Serum or Plasma by Immunoassay'),

  // Urine and stool
  urinalysis: reportType('laboratory', 'Urine', 3, 'Urinalysis', '24357-6', 'Urinalysis macro (dipstick) panel - Urine'),
  urineAlbumin: reportType('laboratory', 'Urine', 8, 'Urine albumin', '9318-7', 'Albumin/Creatinine [Mass Ratio] in Urine'),
  occultBlood: reportType('laboratory', 'Stool', 30, 'Hidden blood in stool (FIT)', '29771-3', 'Hemoglobin.gastrointestinal.lower [Presence] in Stool by Immunoassay'),

  // Germs
  urineCulture: reportType('microbiology', 'Urine, midstream', 46, 'Urine culture', '630-4', 'Bacteria identified in Urine by Culture'),
  throatCulture: reportType('microbiology', 'Throat swab', 44, 'Throat culture', '626-2', 'Bacteria identified in Throat by Culture'),
  rapidStrep: reportType('microbiology', 'Throat swab', 1, 'Rapid strep test', '78012-2', 'Streptococcus pyogenes Ag [Presence] in Throat by Rapid immunoassay'),
  covid: reportType('microbiology', 'Nose swab', 18, 'COVID-19 test (PCR)', '94500-6', 'SARS-CoV-2 (COVID-19) RNA [Presence] in Respiratory system specimen by NAA with probe detection'),
  chlamydiaGonorrhea: reportType('microbiology', 'Vaginal swab', 30, 'Chlamydia and gonorrhea', '36903-3', 'Chlamydia trachomatis and Neisseria gonorrhoeae DNA [Identifier] in Specimen by NAA with probe detection'),

  // Tissue and cells
  surgicalPathology: reportType('pathology', 'Skin, left shoulder', 76, 'Skin biopsy', '11529-5', 'Surgical pathology study'),
  synoptic: reportType('pathology', 'Skin, left shoulder', 98, 'Pathology summary', '60568-3', 'Pathology Synoptic report'),
  cervicalCytology: reportType('pathology', 'Cervix', 70, 'Pap test with HPV', '47527-7', 'Cytology report of Cervical or vaginal smear or scraping Cyto stain.thin prep'),

  // Imaging
  mammogram: reportType('imaging', null, 20, 'Mammogram', '24606-6', 'MG Breast Screening'),
  chestXray: reportType('imaging', null, 3, 'Chest X-ray', '36643-5', 'XR Chest 2 Views'),
  wristXray: reportType('imaging', null, 3, 'X-ray of the right wrist', '26171-9', 'XR Wrist - right Views'),
  pelvicUltrasound: reportType('imaging', null, 5, 'Ultrasound of the pelvis', '24677-7', 'US Pelvis transvaginal'),
  abdominalUltrasound: reportType('imaging', null, 5, 'Ultrasound of the abdomen', '24558-9', 'US Abdomen'),
  echocardiogram: reportType('imaging', null, 24, 'Ultrasound of the heart (echocardiogram)', '42148-7', 'US Heart'),
} as const satisfies Record<string, ReportType>;
