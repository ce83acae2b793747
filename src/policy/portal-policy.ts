/**
 * The hospital's values: one validated object that drives backend, elements and FAQ, with its days and hours,
 * the two presets and the list of rules. Nothing comes in here of how anything looks or is asked for.
 */
import * as z from 'zod/mini';
import { emailAddressForm, phoneNumberForm } from '../shape/contact-points.js';

z.config({ jitless: true }); // a strict Content-Security-Policy reports zod's `new Function` probe

const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
const line = (most = 120) => z.string().check(z.minLength(1), z.maxLength(most));

/** A text of the hospital's own, in each language of the portal. Spanish falls back to English. */
const localizedText = z.strictObject({ en: line(300), es: z.optional(line(300)) });
export type LocalizedText = z.infer<typeof localizedText>;

/** `HH:MM`, 24 hours, in the portal's time zone: not the last minute of a day, since it closes after it. */
const opening = z.string().check(z.regex(/^(?!23:59)([01]\d|2[0-3]):[0-5]\d$/));

/** The same for the end: not the first minute of a day, since it opens before it. */
const closing = z.string().check(z.regex(/^(?!00:00)([01]\d|2[0-3]):[0-5]\d$/));

/** An E.164-like or local phone number, seven digits at least; an extension as ` ext. 12`. */
const phone = z.string().check(z.regex(phoneNumberForm));
const email = z.string().check(z.regex(emailAddressForm), z.maxLength(254));
const url = z.string().check(z.regex(/^https:\/\/\S+$/), z.maxLength(300));

/** LOINC code of a test. */
const loinc = z.string().check(z.regex(/^\d{1,7}-\d$/));

/** The kinds of test a result belongs to (HL7 v2-0074: LAB, MB, PAT, RAD). */
export const resultCategories = [
  'laboratory',
  'microbiology',
  'pathology',
  'imaging',
  'other',
] as const;
export const resultCategory = z.enum(resultCategories);

/** When a result shows: after the physician's review, at once, or a number of days after it is final. */
const release = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('after-review') }),
  z.strictObject({ when: z.literal('immediate') }),
  z.strictObject({ when: z.literal('after-days'), days: whole(1, 365) }),
]);

/** An expected wait: from (if given) to a number of days. */
const wait = z.strictObject({ from: z.optional(whole(0, 365)), to: whole(1, 365) });

/** The ways out of a locked account, in the order to offer them. */
export const unlockWays = ['support-line', 'reset-link', 'office'] as const;

/** What a proxy may be to the patient. */
export const proxyRelationships = [
  'spouse',
  'parent',
  'guardian',
  'caregiver',
  'other-family',
] as const;

/** Kinds of file that can go with a message, by their media types. */
export const attachmentTypes = [
  'image/jpeg',
  'image/png',
  'application/pdf',
  'text/plain',
] as const;

/** Megabytes that a policy can allow one file at most. */
export const largestFileMegabytes = 25;

/** What may go with a message. A megabyte is 1,048,576 bytes. */
export const attachmentLimits = z.strictObject({
  /** 0: no files at all. */
  maxFiles: whole(0, 20),
  maxFileMegabytes: whole(1, largestFileMegabytes),
  maxTotalMegabytes: whole(1, 100),
  types: z.array(z.enum(attachmentTypes)).check(z.minLength(1)),
});
export type AttachmentLimits = z.infer<typeof attachmentLimits>;

export const portalPolicySchema = z.strictObject({
  /** Short name of the policy itself, in lower case: `mychart`. */
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  portal: z.strictObject({
    /** What patients call the portal. */
    name: line(60),
    /** The hospital or health system. */
    organization: line(),
  }),
  /** The hospital's own words for things, in running text (lower case). */
  terms: z.strictObject({
    /** Where patients are seen: clinic, office. */
    office: localizedText,
    /** What patients sign in with: username, ID, member name. */
    username: localizedText,
    /** What staff hand out for signing up: activation code, access code. */
    activationCode: localizedText,
  }),
  /** IANA name. Days end, business days count and hours are told in it. */
  timeZone: z.string().check(z.regex(/^(UTC|[A-Za-z_]+\/[A-Za-z_+\-/0-9]+)$/)),
  calendar: z.strictObject({
    /** Open days, ISO 8601: 1 is Monday, 7 is Sunday. */
    businessDays: z.array(whole(1, 7)).check(z.minLength(1), z.maxLength(7)),
    /** When offices open on these days: `HH:MM`, 24 hours. */
    opens: opening,
    /** When they close. */
    closes: closing,
    /** The US federal holidays, or the hospital's own closed dates. */
    holidays: z.union([z.literal('us-federal'), z.array(z.iso.date())]),
  }),
  activation: z.strictObject({
    /** A code works through the end of this many days after its issue. */
    expiresAfterDays: whole(1, 730),
    /** Whether help with a code may also be asked by e-mail. */
    helpByEmail: z.boolean(),
  }),
  signup: z.strictObject({
    /** Whether an account needs an email address. */
    emailRequired: z.boolean(),
    /** Whether a security question is chosen. */
    securityQuestion: z.boolean(),
    /** Whether a signed release of information must be there first. */
    releaseOfInformation: z.boolean(),
  }),
  login: z.strictObject({
    /** The account locks at this many wrong passwords in a row. */
    maxAttempts: whole(1, 100),
    /** The ways out of a locked account, best first. */
    unlock: z.array(z.enum(unlockWays)).check(z.minLength(1), z.maxLength(3)),
    /** Whether staff may unlock an account and leave its password. Otherwise they give a one-time one, which unlocks. */
    unlockAlone: z.boolean(),
    /** Tries a minute allowed to one browser in which nobody is signed in, whatever they are at. */
    requestsPerMinute: whole(1, 1000),
    /** Whether passkeys sign in, and are set up. Those from before can be removed in any case. */
    passkeys: z.boolean(),
    /** Whether a second step can be set up. Who has one is asked for it in any case, until its owner turns it off. */
    secondStep: z.boolean(),
  }),
  session: z.strictObject({
    /** Minutes without input that end the session. Two at least: a warning shows at least one before. */
    idleMinutes: whole(2, 480),
    /** Minutes before that end at which the warning shows; less than `idleMinutes`. */
    warnMinutes: whole(1, 60),
  }),
  password: z.strictObject({
    /** The ways to a new password, best first. */
    resetBy: z.array(z.enum(['reset-link', 'support-line'])).check(z.minLength(1), z.maxLength(2)),
    /** Whether the security question is asked before a new password is set by a link. */
    resetQuestion: z.boolean(),
    /** Whether a locked account may be reset online. */
    lockedReset: z.boolean(),
    /** Minutes for which an e-mailed reset link works. */
    resetLinkMinutes: whole(5, 1440),
    /**
     * E-mails with a link or a username that go out in an hour: to one account, and from one browser. A person who
     * has none that still serves, such as a link that works, gets one more.
     */
    lettersPerHour: z.strictObject({ account: whole(1, 1000), browser: whole(1, 1000) }),
    /** Hours for which a one-time password works that staff have given. */
    oneTimeHours: whole(1, 720),
    /**
     * Whether the current password is asked for again before that is changed by which a new one can be got:
     * the e-mail address and the security question.
     */
    reauthenticate: z.boolean(),
  }),
  email: z.strictObject({
    /** Whether a new address is typed twice. */
    enteredTwice: z.boolean(),
    /** Whether a new address counts at once. */
    instantUpdate: z.boolean(),
  }),
  contact: z.strictObject({
    /** Whether patients change address and phone online. */
    editable: z.boolean(),
  }),
  notifications: z.strictObject({
    /** Whether an email says that there is something new. */
    newInformation: z.boolean(),
  }),
  results: z.strictObject({
    /** When a result shows. */
    release,
    /** The same for single kinds of test, where it differs. */
    releaseByCategory: z.optional(z.partialRecord(resultCategory, release)),
    /** Days after which results are usually there. */
    typicalDays: wait,
    /** When to call about a missing one: after this many days, or business days. */
    contactAfter: z.strictObject({ days: whole(1, 365), businessDays: z.boolean() }),
    /** Very sensitive tests: never released, in any form. Absent: what the backend takes for such. */
    sensitiveCodes: z.optional(z.array(loinc)),
    /** Tests that providers here choose not to share. Absent: what the backend takes for such. */
    unsharedCodes: z.optional(z.array(loinc)),
  }),
  record: z.optional(
    z.strictObject({
      /**
       * Security labels (FHIR Resource.meta.security) by which the source keeps an entry from its patient,
       * besides NOPAT. Absent: what the backend takes for such.
       */
      withheldLabels: z.array(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/))),
    }),
  ),
  renewal: z.strictObject({
    /** Days' supplies that can be asked for. */
    supplyDays: z.array(whole(1, 365)).check(z.minLength(1), z.maxLength(6)),
    /** Business days within which a request is answered. */
    replyBusinessDays: whole(1, 60),
  }),
  messages: z.strictObject({
    /** Business days after which a message is answered. */
    replyBusinessDays: wait,
    /** Whom to call when it cannot wait but is no emergency. */
    urgentContact: localizedText,
    /** Whom to call in an emergency. */
    emergencyNumber: z.string().check(z.regex(/^\d{2,6}$/)),
    /** Words that make the portal ask whether this is an emergency. Absent: the backend's own list. */
    urgentWords: z.optional(z.strictObject({ en: z.array(line(60)), es: z.array(line(60)) })),
    /** Files that can go with one message. Absent: the backend's own limits. */
    attachments: z.optional(attachmentLimits),
    /** What one account may have that is not sent, of all records together. As many files as go with one message, at least. */
    unsent: z.strictObject({ files: whole(1, 1000), drafts: whole(1, 1000) }),
  }),
  appointments: z.strictObject({
    /** Whether an appointment can be asked for online. */
    request: z.boolean(),
    /** Business days within which the office answers a request. */
    replyBusinessDays: whole(1, 60),
    /** Whether one can be canceled online; otherwise by phone. */
    cancelOnline: z.boolean(),
  }),
  proxy: z.strictObject({
    /** Who may be given access to a record. */
    relationships: z.array(z.enum(proxyRelationships)).check(z.minLength(1)),
    /** Whether patients themselves give, change and take back access. */
    friendsAndFamily: z.boolean(),
    /** The age at which a child's record is the child's own. */
    comingOfAgeYears: whole(12, 25),
  }),
  demographics: z.strictObject({
    /** The state that requires hospitals to ask for race and ethnicity; null: not asked. */
    requiredByState: z.nullable(line(60)),
  }),
  support: z.strictObject({
    /** Where patients write for help with the portal. */
    email,
    /** The patient support line; null: there is none, the office helps. */
    phone: z.nullable(phone),
    /** Whether an e-mail must state full name and date of birth. */
    identify: z.boolean(),
    /** Of the office: what can always be called. */
    officePhone: phone,
  }),
  mobile: z.strictObject({
    /** Page of the iPhone app; null: there is none. */
    appStore: z.nullable(url),
    /** Page of the Android app; null: there is none. */
    googlePlay: z.nullable(url),
  }),
});

/**
 * What a hospital has decided: days, attempts, minutes, names, phones, features. The simulated
 * backend enforces it, the widgets speak it and the FAQ is written from it.
 */
export type PortalPolicy = z.infer<typeof portalPolicySchema>;
export type ResultCategory = (typeof resultCategories)[number];
export type ProxyRelationship = (typeof proxyRelationships)[number];
export type AttachmentType = (typeof attachmentTypes)[number];
export type UnlockWay = (typeof unlockWays)[number];
