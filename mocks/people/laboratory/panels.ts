import { analytes, type Analyte } from './analytes.js';
import { loinc } from './codings.js';
import { filtrationRate } from './kidney.js';
import {
  finding,
  measured,
  rounded,
  type Content,
  type Draw,
  type Measured,
  type ObservationSpec,
} from './observations.js';

/*
 * What a laboratory computes (hematocrit, anion gap, LDL …) is computed here from the values as
 * they are printed, so that a panel agrees with itself.
 */

/** One test alone. */
export const single =
  (analyte: Analyte, value: number, options?: Measured): Content =>
  (draw) => [measured(draw, analyte, value, options)];

export interface BloodCount {
  readonly leukocytes: number;
  readonly erythrocytes: number;
  readonly hemoglobin: number;
  readonly mcv: number;
  readonly rdw: number;
  readonly platelets: number;
}

/** Complete blood count without differential. */
export const bloodCount =
  (count: BloodCount): Content =>
  (draw) => {
    const { leukocytes, erythrocytes, hemoglobin, mcv, rdw, platelets } = count;
    const hematocrit = rounded((erythrocytes * mcv) / 10, 1);
    return [
      measured(draw, analytes.leukocytes, leukocytes),
      measured(draw, analytes.erythrocytes, erythrocytes),
      measured(draw, analytes.hemoglobin, hemoglobin),
      measured(draw, analytes.hematocrit, hematocrit),
      measured(draw, analytes.mcv, mcv),
      measured(draw, analytes.mch, (hemoglobin * 10) / erythrocytes),
      measured(draw, analytes.mchc, (hemoglobin * 100) / hematocrit),
      measured(draw, analytes.rdw, rdw),
      measured(draw, analytes.platelets, platelets),
    ];
  };

/** Percent of the white cells; basophils are what remains of 100. */
export interface Differential {
  readonly neutrophils: number;
  readonly lymphocytes: number;
  readonly monocytes: number;
  readonly eosinophils: number;
}

/** Complete blood count with the kinds of white cells. */
export const bloodCountWithDifferential =
  (count: BloodCount, differential: Differential): Content =>
  (draw) => {
    const { neutrophils, lymphocytes, monocytes, eosinophils } = differential;
    const basophils = 100 - neutrophils - lymphocytes - monocytes - eosinophils;
    const cells = (percent: number): number => (count.leukocytes * percent) / 100;
    return [
      ...bloodCount(count)(draw),
      measured(draw, analytes.neutrophils, cells(neutrophils)),
      measured(draw, analytes.lymphocytes, cells(lymphocytes)),
      measured(draw, analytes.monocytes, cells(monocytes)),
      measured(draw, analytes.eosinophils, cells(eosinophils)),
      measured(draw, analytes.basophils, cells(basophils)),
    ];
  };

export interface BasicMetabolic {
  readonly glucose: number;
  readonly ureaNitrogen: number;
  readonly creatinine: number;
  readonly sodium: number;
  readonly potassium: number;
  readonly chloride: number;
  readonly bicarbonate: number;
  readonly calcium: number;
}

/** The kidney's estimate; children have none (the equations are for adults). */
const filtration = (draw: Draw, creatinine: number): readonly ObservationSpec[] => {
  if (draw.group === 'child') return [];
  const { analyte, value } = filtrationRate(creatinine, draw);
  return [measured(draw, analyte, value)];
};

export const basicMetabolic =
  (values: BasicMetabolic, previous: Partial<BasicMetabolic> = {}): Content =>
  (draw) => {
    const test = (name: keyof BasicMetabolic): ObservationSpec => {
      const before = previous[name];
      return measured(
        draw,
        analytes[name],
        values[name],
        before === undefined ? {} : { previous: before },
      );
    };
    const { sodium, chloride, bicarbonate, creatinine } = values;
    return [
      test('glucose'),
      test('ureaNitrogen'),
      test('creatinine'),
      ...filtration(draw, creatinine),
      test('sodium'),
      test('potassium'),
      test('chloride'),
      test('bicarbonate'),
      measured(draw, analytes.anionGap, sodium - chloride - bicarbonate),
      test('calcium'),
    ];
  };

export interface Liver {
  readonly protein: number;
  readonly albumin: number;
  readonly bilirubin: number;
  readonly alkalinePhosphatase: number;
  readonly ast: number;
  readonly alt: number;
}

export const liver =
  (values: Liver): Content =>
  (draw) => [
    measured(draw, analytes.protein, values.protein),
    measured(draw, analytes.albumin, values.albumin),
    measured(draw, analytes.globulin, values.protein - values.albumin),
    measured(draw, analytes.bilirubin, values.bilirubin),
    measured(draw, analytes.alkalinePhosphatase, values.alkalinePhosphatase),
    measured(draw, analytes.ast, values.ast),
    measured(draw, analytes.alt, values.alt),
  ];

export const comprehensiveMetabolic =
  (values: BasicMetabolic & Liver): Content =>
  (draw) => [...basicMetabolic(values)(draw), ...liver(values)(draw)];

export interface Lipids {
  readonly cholesterol: number;
  readonly hdl: number;
  readonly triglycerides: number;
}

/** LDL by Friedewald; from triglycerides of 400 mg/dL the formula does not hold and none is given. */
export const lipids =
  ({ cholesterol, hdl, triglycerides }: Lipids): Content =>
  (draw) => [
    measured(draw, analytes.cholesterol, cholesterol),
    measured(draw, analytes.hdl, hdl),
    measured(draw, analytes.triglycerides, triglycerides),
    ...(triglycerides < 400
      ? [measured(draw, analytes.ldl, cholesterol - hdl - triglycerides / 5)]
      : []),
    measured(draw, analytes.nonHdl, cholesterol - hdl),
  ];

/** Hemoglobin A1c with the average glucose it stands for (Nathan et al., Diabetes Care 2008). */
export const hemoglobinA1c =
  (percent: number): Content =>
  (draw) => [
    measured(draw, analytes.hemoglobinA1c, percent),
    measured(draw, analytes.averageGlucose, 28.7 * percent - 46.7),
  ];

export const ironStudies =
  (iron: number, bindingCapacity: number, ferritin: number): Content =>
  (draw) => [
    measured(draw, analytes.iron, iron),
    measured(draw, analytes.ironBindingCapacity, bindingCapacity),
    measured(draw, analytes.ironSaturation, (iron / bindingCapacity) * 100),
    measured(draw, analytes.ferritin, ferritin),
  ];

/** Albumin in mg/L, creatinine in mg/dL; their ratio follows. */
export const urineAlbumin =
  (
    albumin: number,
    creatinine: number,
    ratio: Analyte = analytes.albuminCreatinineRatio,
  ): Content =>
  (draw) => [
    measured(draw, analytes.urineAlbumin, albumin),
    measured(draw, analytes.urineCreatinine, creatinine),
    measured(draw, ratio, (albumin / creatinine) * 100),
  ];

export interface Urinalysis {
  readonly color?: string;
  readonly appearance?: string;
  readonly specificGravity: number;
  readonly ph: number;
  readonly protein?: string;
  readonly glucose?: string;
  readonly ketones?: string;
  readonly blood?: string;
  readonly nitrite?: string;
  readonly leukocyteEsterase?: string;
}

/** Test strip; whatever is not named is as expected. */
export const urinalysis =
  ({
    color = 'Yellow',
    appearance = 'Clear',
    specificGravity,
    ph,
    protein = 'Negative',
    glucose = 'Negative',
    ketones = 'Negative',
    blood = 'Negative',
    nitrite = 'Negative',
    leukocyteEsterase = 'Negative',
  }: Urinalysis): Content =>
  (draw) => [
    finding(loinc('5778-6', 'Color of Urine'), 'Color', color, 'Yellow'),
    finding(loinc('5767-9', 'Appearance of Urine'), 'Appearance', appearance, 'Clear'),
    measured(draw, analytes.urineSpecificGravity, specificGravity),
    measured(draw, analytes.urinePh, ph),
    ...(
      [
        ['20454-5', 'Protein [Presence] in Urine by Test strip', 'Protein', protein],
        ['25428-4', 'Glucose [Presence] in Urine by Test strip', 'Glucose', glucose],
        ['2514-8', 'Ketones [Presence] in Urine by Test strip', 'Ketones', ketones],
        ['5794-3', 'Hemoglobin [Presence] in Urine by Test strip', 'Blood', blood],
        ['5802-4', 'Nitrite [Presence] in Urine by Test strip', 'Nitrite', nitrite],
        [
          '5799-2',
          'Leukocyte esterase [Presence] in Urine by Test strip',
          'White blood cell enzyme',
          leukocyteEsterase,
        ],
      ] as const
    ).map(([code, display, name, text]) => finding(loinc(code, display), name, text, 'Negative')),
  ];

/** Several contents in one report. */
export const together =
  (...contents: readonly Content[]): Content =>
  (draw) =>
    contents.flatMap((content) => content(draw));
