import * as z from 'zod/mini';
import {
  codeableConcept,
  concepts,
  optionalText,
  period,
  quantity,
  range,
  reference,
  references,
  texts,
} from './schemas.js';

/*
 * The parts of FHIR R4 that are read of a record beside its results. As in schemas.ts, members
 * that are not named are let through unread.
 */

const concept = z.optional(codeableConcept);

const ratio = z.object({ numerator: z.optional(quantity), denominator: z.optional(quantity) });
export type FhirRatio = z.infer<typeof ratio>;

const number = z.optional(z.number());

/** All that a timing may say: strict, since directions of which a part is left out are wrong ones. */
const repeat = z.strictObject({
  boundsDuration: z.optional(quantity),
  boundsPeriod: z.optional(period),
  count: number,
  countMax: number,
  duration: number,
  durationMax: number,
  durationUnit: optionalText,
  frequency: number,
  frequencyMax: number,
  period: number,
  periodMax: number,
  periodUnit: optionalText,
  dayOfWeek: texts,
  timeOfDay: texts,
  when: texts,
  offset: number,
});
export type FhirRepeat = z.infer<typeof repeat>;

const doseAndRate = z.strictObject({
  type: concept,
  doseQuantity: z.optional(quantity),
  doseRange: z.optional(range),
  rateQuantity: z.optional(quantity),
  rateRange: z.optional(range),
  rateRatio: z.optional(ratio),
});
export type FhirDoseAndRate = z.infer<typeof doseAndRate>;

/** A Dosage as far as it can be said in words: another part of it, and it cannot be. */
export const dosageSchema = z.strictObject({
  id: optionalText,
  sequence: number,
  text: optionalText,
  patientInstruction: optionalText,
  additionalInstruction: concepts,
  asNeededBoolean: z.optional(z.boolean()),
  asNeededCodeableConcept: concept,
  timing: z.optional(
    z.strictObject({
      event: texts,
      code: concept,
      repeat: z.optional(repeat),
    }),
  ),
  site: concept,
  route: concept,
  method: concept,
  doseAndRate: z.optional(z.array(doseAndRate)),
  maxDosePerPeriod: z.optional(ratio),
  maxDosePerAdministration: z.optional(quantity),
  maxDosePerLifetime: z.optional(quantity),
});
export type FhirDosage = z.infer<typeof dosageSchema>;

const medicine = { medicationCodeableConcept: concept, medicationReference: z.optional(reference) };
export type FhirMedicine = z.infer<z.ZodMiniObject<typeof medicine>>;

export const medicationRequestSchema = z.object({
  ...medicine,
  status: z.string(),
  intent: optionalText,
  // Whatever it says other than `false`, it is no medicine to take.
  doNotPerform: z.optional(z.unknown()),
  reportedBoolean: z.optional(z.boolean()),
  basedOn: references,
  authoredOn: optionalText,
  requester: z.optional(reference),
  dosageInstruction: z.optional(z.array(z.unknown())),
  dispenseRequest: z.optional(
    z.object({
      numberOfRepeatsAllowed: z.optional(z.int()),
      expectedSupplyDuration: z.optional(quantity),
      validityPeriod: z.optional(period),
      performer: z.optional(reference),
    }),
  ),
});
export type FhirMedicationRequest = z.infer<typeof medicationRequestSchema>;

export const medicationStatementSchema = z.object({
  ...medicine,
  status: z.string(),
  basedOn: references,
  effectiveDateTime: optionalText,
  effectivePeriod: z.optional(period),
  dosage: z.optional(z.array(z.unknown())),
});

export const medicationDispenseSchema = z.object({
  status: z.string(),
  authorizingPrescription: references,
});

export const medicationSchema = z.object({ code: concept });

export const conditionSchema = z.object({
  clinicalStatus: concept,
  verificationStatus: concept,
  category: concepts,
  code: concept,
  onsetDateTime: optionalText,
  onsetPeriod: z.optional(period),
  onsetAge: z.optional(quantity),
  onsetRange: z.optional(range),
  onsetString: optionalText,
  severity: concept,
  abatementDateTime: optionalText,
  abatementPeriod: z.optional(period),
  abatementString: optionalText,
  abatementAge: z.optional(quantity),
});
export type FhirCondition = z.infer<typeof conditionSchema>;

export const allergySchema = z.object({
  clinicalStatus: concept,
  verificationStatus: concept,
  code: concept,
  criticality: optionalText,
  onsetDateTime: optionalText,
  recordedDate: optionalText,
  reaction: z.optional(
    z.array(
      z.object({
        substance: concept,
        manifestation: concepts,
        severity: z.optional(z.enum(['mild', 'moderate', 'severe'])),
      }),
    ),
  ),
});

export const immunizationSchema = z.object({
  status: z.string(),
  vaccineCode: concept,
  occurrenceDateTime: optionalText,
  occurrenceString: optionalText,
});

export const encounterSchema = z.object({
  status: z.string(),
  class: z.optional(z.object({ code: optionalText })),
  type: concepts,
  period: z.optional(period),
  participant: z.optional(z.array(z.object({ individual: z.optional(reference) }))),
  location: z.optional(z.array(z.object({ location: z.optional(reference) }))),
  serviceProvider: z.optional(reference),
});
export type FhirEncounter = z.infer<typeof encounterSchema>;

export const careTeamSchema = z.object({
  status: optionalText,
  participant: z.optional(z.array(z.object({ role: concepts, member: z.optional(reference) }))),
});
