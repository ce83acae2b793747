import * as z from 'zod/mini';

/*
 * The parts of FHIR R4 (https://hl7.org/fhir/R4/) that are read here. Members that are not named
 * are let through unread: a bundle may hold as much more as it likes.
 */

export const optionalText = z.optional(z.string());

/** Words of a list. JSON has null where FHIR tells something of an element, but no value of it. */
export const texts = z.optional(
  z.pipe(
    z.array(z.nullable(z.string())),
    z.transform((list) => list.filter((text) => text !== null)),
  ),
);

const coding = z.object({ system: optionalText, code: optionalText, display: optionalText });

export const codeableConcept = z.object({
  coding: z.optional(z.array(coding)),
  text: optionalText,
});
export type FhirCodeableConcept = z.infer<typeof codeableConcept>;
export const concepts = z.optional(z.array(codeableConcept));

export const identifier = z.object({ system: optionalText, value: optionalText });
export type FhirIdentifier = z.infer<typeof identifier>;

export const reference = z.object({
  reference: optionalText,
  type: optionalText,
  identifier: z.optional(identifier),
  display: optionalText,
});
export type FhirReference = z.infer<typeof reference>;
export const references = z.optional(z.array(reference));

export const quantity = z.object({
  value: z.optional(z.number()),
  comparator: z.optional(z.enum(['<', '<=', '>=', '>'])),
  unit: optionalText,
  code: optionalText,
});
export type FhirQuantity = z.infer<typeof quantity>;

export const range = z.object({ low: z.optional(quantity), high: z.optional(quantity) });
export type FhirRange = z.infer<typeof range>;

export const period = z.object({ start: optionalText, end: optionalText });
export type FhirPeriod = z.infer<typeof period>;

const referenceRange = z.object({
  ...range.shape,
  type: z.optional(codeableConcept),
  appliesTo: concepts,
  age: z.optional(range),
  text: optionalText,
});
export type FhirReferenceRange = z.infer<typeof referenceRange>;

/** Observation.value[x] with what says how to read it; Observation.component has the same. */
const measurement = {
  code: codeableConcept,
  valueQuantity: z.optional(quantity),
  valueCodeableConcept: z.optional(codeableConcept),
  valueString: optionalText,
  valueBoolean: z.optional(z.boolean()),
  valueInteger: z.optional(z.int()),
  valueRange: z.optional(range),
  valueRatio: z.optional(
    z.object({ numerator: z.optional(quantity), denominator: z.optional(quantity) }),
  ),
  valueTime: optionalText,
  valueDateTime: optionalText,
  valuePeriod: z.optional(period),
  dataAbsentReason: z.optional(codeableConcept),
  interpretation: concepts,
  referenceRange: z.optional(z.array(referenceRange)),
};

// Loose, so that a value[x] of another kind is noticed.
const measurementSchema = z.looseObject(measurement);
export type FhirMeasurement = z.infer<typeof measurementSchema>;

const effective = {
  effectiveDateTime: optionalText,
  effectiveInstant: optionalText,
  effectivePeriod: z.optional(period),
};
export type FhirEffective = z.infer<z.ZodMiniObject<typeof effective>>;

export const observationSchema = z.looseObject({
  ...measurement,
  ...effective,
  status: z.string(),
  category: concepts,
  basedOn: references,
  issued: optionalText,
  performer: references,
  specimen: z.optional(reference),
  hasMember: references,
  component: z.optional(z.array(measurementSchema)),
  note: z.optional(z.array(z.object({ text: z.string() }))),
});
export type FhirObservation = z.infer<typeof observationSchema>;

const attachment = z.object({
  contentType: optionalText,
  data: optionalText,
  url: optionalText,
  title: optionalText,
});
export type FhirAttachment = z.infer<typeof attachment>;

export const binarySchema = z.object({ contentType: optionalText, data: optionalText });
export const mediaSchema = z.object({ status: optionalText, content: attachment });

export const diagnosticReportSchema = z.object({
  ...effective,
  status: z.string(),
  category: concepts,
  code: codeableConcept,
  basedOn: references,
  issued: optionalText,
  performer: references,
  specimen: references,
  result: references,
  conclusion: optionalText,
  conclusionCode: concepts,
  text: z.optional(z.object({ div: optionalText })),
  presentedForm: z.optional(z.array(attachment)),
  media: z.optional(z.array(z.object({ link: reference }))),
});
export type FhirDiagnosticReport = z.infer<typeof diagnosticReportSchema>;

const humanName = z.object({
  use: optionalText,
  text: optionalText,
  family: optionalText,
  given: texts,
  period: z.optional(period),
});
export type FhirHumanName = z.infer<typeof humanName>;

export const patientSchema = z.object({
  // Only tells people apart: one that is malformed keeps nobody out.
  identifier: z.catch(z.optional(z.array(identifier)), undefined),
  name: z.optional(z.array(humanName)),
  gender: z.optional(z.enum(['male', 'female', 'other', 'unknown'])),
  birthDate: optionalText,
  // Each of them is read by itself, or counted.
  telecom: z.optional(z.unknown()),
  address: z.optional(z.unknown()),
});
export type FhirPatient = z.infer<typeof patientSchema>;

export const contactPoint = z.object({
  system: optionalText,
  value: optionalText,
  use: optionalText,
  rank: z.optional(z.number()),
  period: z.optional(period),
});
const telecom = z.optional(z.array(contactPoint));
export type FhirTelecom = z.infer<typeof telecom>;

export const practitionerSchema = z.object({
  name: z.optional(z.array(humanName)),
  telecom,
  qualification: z.optional(z.array(z.object({ code: z.optional(codeableConcept) }))),
});
export const practitionerRoleSchema = z.object({
  practitioner: z.optional(reference),
  code: concepts,
  specialty: concepts,
  telecom,
});

const address = z.object({
  text: optionalText,
  line: texts,
  city: optionalText,
  state: optionalText,
  postalCode: optionalText,
});
export type FhirAddress = z.infer<typeof address>;
export const patientAddress = z.object({
  ...address.shape,
  use: optionalText,
  period: z.optional(period),
});

/** Organization, or Location: the one has several addresses, the other one. */
export const organizationSchema = z.object({
  name: optionalText,
  telecom,
  address: z.optional(z.union([z.array(address), address])),
});
export const serviceRequestSchema = z.object({ requester: z.optional(reference) });
export const specimenSchema = z.object({
  type: z.optional(codeableConcept),
  collection: z.optional(
    z.object({ collectedDateTime: optionalText, collectedPeriod: z.optional(period) }),
  ),
});

/** Any resource, as far as it must be known before it is told apart. */
export const resourceSchema = z.looseObject({
  resourceType: z.string(),
  id: optionalText,
  contained: z.optional(z.array(z.looseObject({ resourceType: z.string(), id: optionalText }))),
  // Whose it is, and what else must be known before anything of it may be believed.
  meta: z.catch(
    z.optional(
      z.object({
        versionId: optionalText,
        lastUpdated: optionalText,
        security: z.optional(z.array(coding)),
      }),
    ),
    undefined,
  ),
  identifier: z.catch(z.optional(z.array(identifier)), undefined),
  subject: z.optional(z.unknown()),
  patient: z.optional(z.unknown()),
  focus: z.optional(z.unknown()),
  modifierExtension: z.optional(z.unknown()),
  implicitRules: z.optional(z.unknown()),
});
export type FhirResource = z.infer<typeof resourceSchema>;

export const bundleSchema = z.object({
  resourceType: z.literal('Bundle'),
  type: z.string(),
  total: z.optional(z.number()),
  link: z.optional(z.array(z.object({ relation: z.string(), url: z.string() }))),
  entry: z.optional(
    z.array(z.object({ fullUrl: optionalText, resource: z.optional(z.unknown()) })),
  ),
});
