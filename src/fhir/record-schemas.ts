import * as z from 'zod/mini';
import { codeableConcept, concepts, optionalText, period, quantity, reference } from './schemas.js';

/*
 * The parts of FHIR R4 that are read of a record beside its results. As in fhir-schemas.ts, members
 * that are not named are let through unread.
 */

const concept = z.optional(codeableConcept);
const about = { subject: z.optional(reference) };

const dosage = z.object({
  text: optionalText,
  patientInstruction: optionalText,
  asNeededBoolean: z.optional(z.boolean()),
  asNeededCodeableConcept: concept,
  timing: z.optional(
    z.object({
      code: concept,
      repeat: z.optional(
        z.object({
          frequency: z.optional(z.number()),
          period: z.optional(z.number()),
          periodUnit: optionalText,
        }),
      ),
    }),
  ),
  doseAndRate: z.optional(z.array(z.object({ doseQuantity: z.optional(quantity) }))),
});
export type FhirDosage = z.infer<typeof dosage>;

export const medicationRequestSchema = z.object({
  ...about,
  status: z.string(),
  intent: optionalText,
  reportedBoolean: z.optional(z.boolean()),
  medicationCodeableConcept: concept,
  medicationReference: z.optional(reference),
  authoredOn: optionalText,
  requester: z.optional(reference),
  dosageInstruction: z.optional(z.array(dosage)),
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

export const medicationSchema = z.object({ code: concept });

export const conditionSchema = z.object({
  ...about,
  clinicalStatus: concept,
  verificationStatus: concept,
  category: concepts,
  code: concept,
  onsetDateTime: optionalText,
  onsetPeriod: z.optional(period),
  recordedDate: optionalText,
  abatementDateTime: optionalText,
  abatementPeriod: z.optional(period),
});

export const allergySchema = z.object({
  patient: z.optional(reference),
  clinicalStatus: concept,
  verificationStatus: concept,
  code: concept,
  onsetDateTime: optionalText,
  recordedDate: optionalText,
  reaction: z.optional(
    z.array(
      z.object({
        manifestation: concepts,
        severity: z.optional(z.enum(['mild', 'moderate', 'severe'])),
      }),
    ),
  ),
});

export const immunizationSchema = z.object({
  patient: z.optional(reference),
  status: z.string(),
  vaccineCode: concept,
  occurrenceDateTime: optionalText,
});

export const encounterSchema = z.object({
  ...about,
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
  ...about,
  status: optionalText,
  participant: z.optional(z.array(z.object({ role: concepts, member: z.optional(reference) }))),
});
