import * as z from 'zod/mini';
import {
  cleanEmailAddress,
  cleanPhoneNumber,
  emailAddressForm,
  phoneNumberForm,
} from '../shape/contact-points.js';

z.config({ jitless: true }); // a strict Content-Security-Policy reports zod's `new Function` probe

/** An opaque id: never a name, a number in a row or anything else that tells. */
export const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** RFC 3339 instant in UTC. */
export const instant = z.iso.datetime();

/** RFC 3339 full-date, in the portal's time zone. */
export const day = z.iso.date();

/** A day, or its year or month alone where the source says no more: "1999", "1999-05". */
export const partialDay = z
  .string()
  .check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/));

/** How many entries the source has that are not shown here, or not whole. Absent: none. */
export const notShown = z.optional(z.int().check(z.minimum(1)));

/** Names this state of what was read; the answer has it as its `ETag` header too (RFC 9110, 8.8.3). */
export const etag = z.string();

declare const later: unique symbol;

/** A name that a later contract has, and this one does not know. */
export type Later = string & { readonly [later]: true };

/** One of the names that are known today. A backend may be newer than a page, so the client takes any text. */
export const openEnum = <const Name extends string>(names: readonly Name[]) =>
  z.union([z.enum(names), z.string()]) as z.ZodMiniType<Name | Later, Name | Later>;

/** Text that someone typed, within limits. */
export const typed = (most: number, least = 1) =>
  z.string().check(z.minLength(least), z.maxLength(most));

/** Read as it is meant: what came along as it was copied is left out (`cleanEmailAddress`). */
export const emailAddress = z
  .string()
  .check(z.overwrite(cleanEmailAddress), z.regex(emailAddressForm), z.maxLength(254));

/** The address typed once more; empty: it was not. */
export const emailAddressAgain = z.string().check(z.maxLength(254), z.overwrite(cleanEmailAddress));

/** Digits, spaces, dashes, dots, brackets, a leading plus; an extension. Read as `cleanPhoneNumber` has it. */
export const phoneNumber = z
  .string()
  .check(z.overwrite(cleanPhoneNumber), z.regex(phoneNumberForm));

/** A code of a published system: LOINC, UCUM, SNOMED CT (FHIR Coding). */
export const coding = z.object({
  system: z.string(),
  code: z.string(),
  display: z.string(),
});

export type Coding = z.infer<typeof coding>;

/** How a page of a list is asked for, and how the next one is. */
export const pageRequest = {
  /** `nextCursor` of the page before; null or absent: the first page. */
  cursor: z.optional(z.nullable(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,200}$/)))),
  /** 1 to 100 entries; 20 if absent. */
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
};
export const pageAnswer = {
  /** How many entries match in all. */
  total: z.int().check(z.minimum(0)),
  nextCursor: z.nullable(z.string()),
};
