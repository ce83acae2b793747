import type { Coding } from '../../src/contract/fields.js';

/** A medication as it is prescribed: with strength and form. */
export interface Drug {
  readonly name: string;
  /** Null: nothing that RxNorm has. */
  readonly code: Coding | null;
}

/** @param code RxNorm: of the product, or of the ingredient alone */
const drug = (name: string, code: string, display: string): Drug => ({
  name,
  code: { system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code, display },
});

// prettier-ignore
export const drugs = {
  acetaminophen500: drug('Acetaminophen 500 mg tablet', '198440', 'acetaminophen 500 MG Oral Tablet'),
  albuterol: drug('Albuterol inhaler, 90 mcg a puff', '745679', '200 ACTUAT albuterol 0.09 MG/ACTUAT Metered Dose Inhaler'),
  alendronate70: drug('Alendronate 70 mg tablet', '46041', 'alendronic acid'),
  amoxicillin500: drug('Amoxicillin 500 mg capsule', '308191', 'amoxicillin 500 MG Oral Capsule'),
  amoxicillinLiquid: drug('Amoxicillin 400 mg/5 mL liquid', '308189', 'amoxicillin 80 MG/ML Oral Suspension'),
  atorvastatin20: drug('Atorvastatin 20 mg tablet', '617310', 'atorvastatin 20 MG Oral Tablet'),
  atorvastatin40: drug('Atorvastatin 40 mg tablet', '617311', 'atorvastatin 40 MG Oral Tablet'),
  colchicine: drug('Colchicine 0.6 mg tablet', '197541', 'colchicine 0.6 MG Oral Tablet'),
  epinephrine: drug('Epinephrine 0.3 mg auto-injector', '1870230', '0.3 ML epinephrine 1 MG/ML Auto-Injector'),
  ferrousSulfate: drug('Ferrous sulfate (iron) 325 mg tablet', '310325', 'ferrous sulfate 325 MG Oral Tablet'),
  fishOil: { name: 'Fish oil 1,000 mg capsule', code: null },
  fluticasone: drug('Fluticasone nasal spray, 50 mcg a spray', '1797907', 'fluticasone propionate 0.05 MG/ACTUAT Metered Dose Nasal Spray'),
  furosemide20: drug('Furosemide 20 mg tablet', '310429', 'furosemide 20 MG Oral Tablet'),
  furosemide40: drug('Furosemide 40 mg tablet', '313988', 'furosemide 40 MG Oral Tablet'),
  ginkgo: { name: 'Ginkgo capsule', code: null },
  glipizide: drug('Glipizide 5 mg tablet', '310490', 'glipizide 5 MG Oral Tablet'),
  ibuprofen600: drug('Ibuprofen 600 mg tablet', '197806', 'ibuprofen 600 MG Oral Tablet'),
  latanoprost: drug('Latanoprost 0.005% eye drops', '314072', 'latanoprost 0.05 MG/ML Ophthalmic Solution'),
  levothyroxine50: drug('Levothyroxine 50 mcg tablet', '10582', 'levothyroxine'),
  levothyroxine75: drug('Levothyroxine 75 mcg tablet', '966222', 'levothyroxine sodium 0.075 MG Oral Tablet'),
  lisinopril5: drug('Lisinopril 5 mg tablet', '311354', 'lisinopril 5 MG Oral Tablet'),
  lisinopril10: drug('Lisinopril 10 mg tablet', '314076', 'lisinopril 10 MG Oral Tablet'),
  lisinopril20: drug('Lisinopril 20 mg tablet', '314077', 'lisinopril 20 MG Oral Tablet'),
  losartan50: drug('Losartan 50 mg tablet', '979492', 'losartan potassium 50 MG Oral Tablet'),
  metformin500: drug('Metformin 500 mg tablet', '861007', 'metformin hydrochloride 500 MG Oral Tablet'),
  metformin1000: drug('Metformin 1,000 mg tablet', '861004', 'metformin hydrochloride 1000 MG Oral Tablet'),
  metoprolol50: drug('Metoprolol succinate 50 mg long-acting tablet', '866436', '24 HR metoprolol succinate 50 MG Extended Release Oral Tablet'),
  nitrofurantoin: drug('Nitrofurantoin 100 mg capsule', '1648755', 'nitrofurantoin, macrocrystals 25 MG / nitrofurantoin, monohydrate 75 MG Oral Capsule'),
  omeprazole: drug('Omeprazole 20 mg capsule', '198051', 'omeprazole 20 MG Delayed Release Oral Capsule'),
  sumatriptan: drug('Sumatriptan 50 mg tablet', '313161', 'sumatriptan 50 MG Oral Tablet'),
  tranexamicAcid: drug('Tranexamic acid 650 mg tablet', '10691', 'tranexamic acid'),
  vitaminB12: drug('Vitamin B12 1,000 mcg tablet', '11248', 'vitamin B12'),
  vitaminD: drug('Vitamin D3 2,000 units capsule', '2418', 'cholecalciferol'),
  warfarin5: drug('Warfarin 5 mg tablet', '855332', 'warfarin sodium 5 MG Oral Tablet'),
} as const satisfies Readonly<Record<string, Drug>>;

/** Where prescriptions go. Made up. */
export const pharmacies = {
  quay: { name: 'Quay Street Pharmacy', phone: '1-555-555-0181' },
  mill: { name: 'Old Mill Pharmacy', phone: '1-555-555-0182' },
} as const;
