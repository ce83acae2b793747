import { loinc } from './codings.js';
import { absent, finding, narrative, type Content } from './observations.js';
import type { ReportType } from './report-types.js';

/** A radiologist's report. */
export const imaging =
  (findings: string, impression: string): Content =>
  () => [
    narrative(loinc('18782-3', 'Radiology Study observation (narrative)'), 'Findings', findings),
    narrative(
      loinc('19005-8', 'Radiology Imaging study [Impression] (narrative)'),
      'Impression',
      impression,
    ),
  ];

/** A pathologist's report. */
export const tissue =
  (gross: string, microscopic: string, diagnosis: string): Content =>
  () => [
    narrative(
      loinc('22634-0', 'Pathology report gross observation'),
      'What the tissue looks like',
      gross,
    ),
    narrative(
      loinc('22635-7', 'Pathology report microscopic observation'),
      'Under the microscope',
      microscopic,
    ),
    narrative(
      loinc('22637-3', 'Pathology report final diagnosis Narrative'),
      'Diagnosis',
      diagnosis,
    ),
  ];

/** One test with an answer in words, such as "Not detected". */
export const presence =
  ({ code, name }: ReportType, text: string, expected: string): Content =>
  () => [finding(code, name, text, expected)];

const antibiotics = {
  ampicillin: ['18864-9', 'Ampicillin [Susceptibility]', 'Ampicillin'],
  ciprofloxacin: ['18906-8', 'Ciprofloxacin [Susceptibility]', 'Ciprofloxacin'],
  nitrofurantoin: ['18955-5', 'Nitrofurantoin [Susceptibility]', 'Nitrofurantoin'],
  trimethoprimSulfamethoxazole: [
    '18998-5',
    'Trimethoprim+Sulfamethoxazole [Susceptibility]',
    'Trimethoprim and sulfamethoxazole',
  ],
} as const;

export type Susceptibilities = Partial<
  Record<keyof typeof antibiotics, 'Susceptible' | 'Intermediate' | 'Resistant'>
>;

/** A culture that grew something, with the antibiotics that work against it. */
export const growth =
  (
    { code, name }: ReportType,
    organism: string,
    susceptibilities: Susceptibilities = {},
  ): Content =>
  () => [
    narrative(code, name, organism, 'abnormal'),
    ...Object.entries(antibiotics).flatMap(([key, [drugCode, display, drug]]) => {
      const answer = susceptibilities[key as keyof typeof antibiotics];
      return answer === undefined ? [] : [narrative(loinc(drugCode, display), drug, answer)];
    }),
  ];

/** A culture that grew nothing of concern, or is not finished. */
export const culture =
  ({ code, name }: ReportType, text: string, interpretation: 'normal' | null = 'normal'): Content =>
  () => [narrative(code, name, text, interpretation)];

/** A report whose tests could not be done. */
export const notDone =
  (content: Content, reason: string): Content =>
  (draw) =>
    content(draw).map((spec) => absent(spec, reason));
