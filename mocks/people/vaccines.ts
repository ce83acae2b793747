import type { Coding } from '../../src/contract/fields.js';

/** A vaccine as patients know it. */
export interface Vaccine {
  readonly name: string;
  /** CVX */
  readonly code: Coding;
}

const vaccine = (name: string, code: string, display: string): Vaccine => ({
  name,
  code: { system: 'http://hl7.org/fhir/sid/cvx', code, display },
});

// prettier-ignore
export const vaccines = {
  chickenpox: vaccine('Chickenpox (varicella)', '21', 'varicella'),
  covid: vaccine('COVID-19', '213', 'SARS-COV-2 (COVID-19) vaccine, UNSPECIFIED'),
  dtap: vaccine('Diphtheria, tetanus, whooping cough (DTaP)', '20', 'DTaP'),
  flu: vaccine('Flu', '140', 'Influenza, split virus, trivalent, PF'),
  fluHighDose: vaccine('Flu, high dose', '135', 'Influenza, high-dose, trivalent, PF'),
  hepatitisA: vaccine('Hepatitis A', '83', 'Hep A, ped/adol, 2 dose'),
  hepatitisB: vaccine('Hepatitis B', '08', 'Hep B, adolescent or pediatric'),
  hpv: vaccine('HPV', '165', 'HPV9'),
  measles: vaccine('Measles, mumps, rubella (MMR)', '03', 'MMR'),
  meningitis: vaccine('Meningitis (MenACWY)', '114', 'meningococcal MCV4P'),
  pneumococcal20: vaccine('Pneumonia (PCV20)', '216', 'Pneumococcal conjugate PCV20, polysaccharide CRM197 conjugate, adjuvant, PF'),
  pneumococcal23: vaccine('Pneumonia (PPSV23)', '33', 'pneumococcal polysaccharide PPV23'),
  polio: vaccine('Polio', '10', 'IPV'),
  shingles: vaccine('Shingles', '187', 'zoster recombinant'),
  tetanus: vaccine('Tetanus, diphtheria, whooping cough (Tdap)', '115', 'Tdap'),
} as const satisfies Readonly<Record<string, Vaccine>>;

/** What children of every age get, by the age in months. */
export const childhoodVaccines = [
  ...[0, 1, 6].map((months) => ({ vaccine: vaccines.hepatitisB, atMonths: months })),
  ...[2, 4, 6, 15, 50].map((months) => ({ vaccine: vaccines.dtap, atMonths: months })),
  ...[2, 4, 6, 50].map((months) => ({ vaccine: vaccines.polio, atMonths: months })),
  ...[12, 50].map((months) => ({ vaccine: vaccines.measles, atMonths: months })),
  ...[12, 50].map((months) => ({ vaccine: vaccines.chickenpox, atMonths: months })),
  ...[12, 18].map((months) => ({ vaccine: vaccines.hepatitisA, atMonths: months })),
];
