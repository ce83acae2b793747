// Made from src/policy/portal-policy.ts by `npm run generate`. Do not edit.

import { day, list, nullable, oneOf, tagged, truth } from '../../shape/shape.js';
import { strict, either, limitedText, limitedWhole, limitedList } from '../../shape/file-shapes.js';

const shared1 = strict({ en: limitedText(1, 300), 'es?': limitedText(1, 300) });
const shared2 = strict({ when: oneOf('after-days'), days: limitedWhole(1, 365) });
const shared3 = strict({ 'from?': limitedWhole(0, 365), to: limitedWhole(1, 365) });
const shared4 = limitedText(
  0,
  Infinity,
  /^(?=(?:[^\de]*\d){7,15}(?:\D|$))\+?[\d().\- ]{7,25}( ext\. \d{1,7})?$/,
);
const shared5 = tagged('when', {
  'after-review': strict({ when: oneOf('after-review') }),
  immediate: strict({ when: oneOf('immediate') }),
  'after-days': shared2,
});
export const policyShape = strict({
  id: limitedText(0, Infinity, /^[a-z][a-z0-9-]{0,39}$/),
  portal: strict({ name: limitedText(1, 60), organization: limitedText(1, 120) }),
  terms: strict({ office: shared1, username: shared1, activationCode: shared1 }),
  timeZone: limitedText(0, Infinity, /^(UTC|[A-Za-z_]+\/[A-Za-z_+\-/0-9]+)$/),
  calendar: strict({
    businessDays: limitedList(limitedWhole(1, 7), 1, 7),
    opens: limitedText(0, Infinity, /^(?!23:59)([01]\d|2[0-3]):[0-5]\d$/),
    closes: limitedText(0, Infinity, /^(?!00:00)([01]\d|2[0-3]):[0-5]\d$/),
    holidays: either(oneOf('us-federal'), list(day)),
  }),
  activation: strict({ expiresAfterDays: limitedWhole(1, 730), helpByEmail: truth }),
  signup: strict({ emailRequired: truth, securityQuestion: truth, releaseOfInformation: truth }),
  login: strict({
    maxAttempts: limitedWhole(1, 100),
    unlock: limitedList(oneOf('support-line', 'reset-link', 'office'), 1, 3),
    unlockAlone: truth,
    requestsPerMinute: limitedWhole(1, 1000),
    passkeys: truth,
    secondStep: truth,
  }),
  session: strict({ idleMinutes: limitedWhole(2, 480), warnMinutes: limitedWhole(1, 60) }),
  password: strict({
    resetBy: limitedList(oneOf('reset-link', 'support-line'), 1, 2),
    resetQuestion: truth,
    lockedReset: truth,
    resetLinkMinutes: limitedWhole(5, 1440),
    lettersPerHour: strict({ account: limitedWhole(1, 1000), browser: limitedWhole(1, 1000) }),
    oneTimeHours: limitedWhole(1, 720),
    reauthenticate: truth,
  }),
  email: strict({ enteredTwice: truth, instantUpdate: truth }),
  contact: strict({ editable: truth }),
  notifications: strict({ newInformation: truth }),
  results: strict({
    release: shared5,
    'releaseByCategory?': strict({
      'laboratory?': shared5,
      'microbiology?': shared5,
      'pathology?': shared5,
      'imaging?': shared5,
      'other?': shared5,
    }),
    typicalDays: shared3,
    contactAfter: strict({ days: limitedWhole(1, 365), businessDays: truth }),
    'sensitiveCodes?': list(limitedText(0, Infinity, /^\d{1,7}-\d$/)),
    'unsharedCodes?': list(limitedText(0, Infinity, /^\d{1,7}-\d$/)),
  }),
  'record?': strict({
    withheldLabels: list(limitedText(0, Infinity, /^[A-Za-z][A-Za-z0-9-]{0,39}$/)),
  }),
  renewal: strict({
    supplyDays: limitedList(limitedWhole(1, 365), 1, 6),
    replyBusinessDays: limitedWhole(1, 60),
  }),
  messages: strict({
    replyBusinessDays: shared3,
    urgentContact: shared1,
    emergencyNumber: limitedText(0, Infinity, /^\d{2,6}$/),
    'urgentWords?': strict({ en: list(limitedText(1, 60)), es: list(limitedText(1, 60)) }),
    'attachments?': strict({
      maxFiles: limitedWhole(0, 20),
      maxFileMegabytes: limitedWhole(1, 25),
      maxTotalMegabytes: limitedWhole(1, 100),
      types: list(oneOf('image/jpeg', 'image/png', 'application/pdf', 'text/plain'), 1),
    }),
    unsent: strict({ files: limitedWhole(1, 1000), drafts: limitedWhole(1, 1000) }),
  }),
  appointments: strict({
    request: truth,
    replyBusinessDays: limitedWhole(1, 60),
    cancelOnline: truth,
  }),
  proxy: strict({
    relationships: list(oneOf('spouse', 'parent', 'guardian', 'caregiver', 'other-family'), 1),
    friendsAndFamily: truth,
    comingOfAgeYears: limitedWhole(12, 25),
  }),
  demographics: strict({ requiredByState: nullable(limitedText(1, 60)) }),
  support: strict({
    email: limitedText(
      0,
      254,
      /^(?=[^@]{1,64}@)[^\s@<>()[\]\\,;:".]+(\.[^\s@<>()[\]\\,;:".]+)*@([A-Za-z0-9\u00a1-\uffff]([A-Za-z0-9\u00a1-\uffff-]{0,61}[A-Za-z0-9\u00a1-\uffff])?\.)+(?!\d+$)[A-Za-z0-9\u00a1-\uffff][A-Za-z0-9\u00a1-\uffff-]{0,61}[A-Za-z0-9\u00a1-\uffff]$/,
    ),
    phone: nullable(shared4),
    identify: truth,
    officePhone: shared4,
  }),
  mobile: strict({
    appStore: nullable(limitedText(0, 300, /^https:\/\/\S+$/)),
    googlePlay: nullable(limitedText(0, 300, /^https:\/\/\S+$/)),
  }),
});
