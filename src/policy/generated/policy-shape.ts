// Made from src/policy/portal-policy.ts by `npm run generate`. Do not edit.

import {
  day,
  either,
  list,
  nullable,
  oneOf,
  strict,
  tagged,
  text,
  truth,
  whole,
} from '../../shape/shape.js';

const shared1 = strict({ when: oneOf('after-days'), days: whole(1, 365) });
const shared2 = tagged('when', {
  'after-review': strict({ when: oneOf('after-review') }),
  immediate: strict({ when: oneOf('immediate') }),
  'after-days': shared1,
});
export const policyShape = strict({
  id: text(0, Infinity, /^[a-z][a-z0-9-]{0,39}$/),
  portal: strict({ name: text(1, 60), organization: text(1, 120) }),
  terms: strict({
    office: strict({ en: text(1, 300), 'es?': text(1, 300) }),
    username: strict({ en: text(1, 300), 'es?': text(1, 300) }),
    activationCode: strict({ en: text(1, 300), 'es?': text(1, 300) }),
  }),
  timeZone: text(0, Infinity, /^(UTC|[A-Za-z_]+\/[A-Za-z_+\-/0-9]+)$/),
  calendar: strict({
    businessDays: list(whole(1, 7), 1, 7),
    opens: text(0, Infinity, /^([01]\d|2[0-3]):[0-5]\d$/),
    closes: text(0, Infinity, /^([01]\d|2[0-3]):[0-5]\d$/),
    holidays: either(oneOf('us-federal'), list(day)),
  }),
  activation: strict({ expiresAfterDays: whole(1, 730), helpByEmail: truth }),
  signup: strict({ emailRequired: truth, securityQuestion: truth, releaseOfInformation: truth }),
  login: strict({
    maxAttempts: whole(1, 100),
    unlock: list(oneOf('support-line', 'reset-link', 'office'), 1, 3),
    requestsPerMinute: whole(1, 1000),
  }),
  session: strict({ idleMinutes: whole(1, 480), warnMinutes: whole(1, 60) }),
  password: strict({
    resetBy: list(oneOf('reset-link', 'support-line'), 1, 2),
    resetQuestion: truth,
    lockedReset: truth,
    resetLinkMinutes: whole(5, 1440),
  }),
  email: strict({ enteredTwice: truth, instantUpdate: truth }),
  contact: strict({ editable: truth }),
  notifications: strict({ newInformation: truth }),
  results: strict({
    release: shared2,
    'releaseByCategory?': strict({
      'laboratory?': shared2,
      'microbiology?': shared2,
      'pathology?': shared2,
      'imaging?': shared2,
    }),
    typicalDays: strict({ 'from?': whole(0, 365), to: whole(1, 365) }),
    contactAfter: strict({ days: whole(1, 365), businessDays: truth }),
    sensitiveCodes: list(text(0, Infinity, /^\d{1,7}-\d$/)),
    unsharedCodes: list(text(0, Infinity, /^\d{1,7}-\d$/)),
  }),
  renewal: strict({ supplyDays: list(whole(1, 365), 1, 6), replyBusinessDays: whole(1, 60) }),
  messages: strict({
    replyBusinessDays: strict({ 'from?': whole(0, 365), to: whole(1, 365) }),
    urgentContact: strict({ en: text(1, 300), 'es?': text(1, 300) }),
    emergencyNumber: text(0, Infinity, /^\d{2,6}$/),
    urgentWords: strict({ en: list(text(1, 60)), es: list(text(1, 60)) }),
  }),
  appointments: strict({ request: truth, cancelOnline: truth }),
  proxy: strict({
    relationships: list(oneOf('spouse', 'parent', 'guardian', 'caregiver', 'other-family'), 1),
    friendsAndFamily: truth,
    comingOfAgeYears: whole(12, 25),
  }),
  demographics: strict({ requiredByState: nullable(text(1, 60)) }),
  support: strict({
    email: text(0, 254, /^[^\s@]+@[^\s@]+\.[^\s@]+$/),
    phone: nullable(text(0, Infinity, /^\+?[\d().\- ]{7,20}$/)),
    identify: truth,
    officePhone: text(0, Infinity, /^\+?[\d().\- ]{7,20}$/),
  }),
  mobile: strict({
    appStore: nullable(text(0, 300, /^https:\/\/\S+$/)),
    googlePlay: nullable(text(0, 300, /^https:\/\/\S+$/)),
  }),
  assumed: list(text(0, Infinity, /^[a-zA-Z]+(\.[a-zA-Z]+)*$/)),
});
