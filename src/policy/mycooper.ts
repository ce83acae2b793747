import type { PortalPolicy } from './portal-policy.js';

/** The rules that myCooper's FAQ states; what it leaves open stands in assumed.ts. */
export const mycooper: PortalPolicy = {
  id: 'mycooper',
  portal: { name: 'myCooper', organization: 'Cooper University Hospital' },
  terms: {
    office: { en: 'office', es: 'consultorio' },
    username: { en: 'ID', es: 'identificación' },
    activationCode: { en: 'access code', es: 'código de acceso' },
  },
  timeZone: 'America/New_York',
  calendar: {
    businessDays: [1, 2, 3, 4, 5],
    opens: '08:00',
    closes: '17:00',
    holidays: 'us-federal',
  },
  activation: { expiresAfterDays: 90, helpByEmail: true },
  signup: { emailRequired: true, securityQuestion: true, releaseOfInformation: true },
  login: {
    maxAttempts: 5,
    unlock: ['office'],
    unlockAlone: false,
    requestsPerMinute: 30,
    passkeys: true,
    secondStep: true,
  },
  session: { idleMinutes: 15, warnMinutes: 2 },
  password: {
    resetBy: ['reset-link'],
    resetQuestion: true,
    lockedReset: false,
    resetLinkMinutes: 30,
    lettersPerHour: { account: 5, browser: 8 },
    oneTimeHours: 72,
    reauthenticate: true,
  },
  email: { enteredTwice: true, instantUpdate: true },
  contact: { editable: true },
  notifications: { newInformation: true },
  results: {
    release: { when: 'after-review' },
    typicalDays: { to: 21 },
    contactAfter: { days: 4, businessDays: true },
  },
  renewal: { supplyDays: [30, 90], replyBusinessDays: 2 },
  messages: {
    replyBusinessDays: { to: 2 },
    urgentContact: { en: "your physician's office", es: 'el consultorio de su médico' },
    emergencyNumber: '911',
    unsent: { files: 12, drafts: 40 },
  },
  appointments: { request: true, replyBusinessDays: 2, cancelOnline: false },
  proxy: {
    relationships: ['spouse', 'parent', 'guardian', 'caregiver', 'other-family'],
    friendsAndFamily: false,
    comingOfAgeYears: 18,
  },
  demographics: { requiredByState: 'New Jersey' },
  support: {
    email: 'MyCooperSupport@cooperhealth.edu',
    phone: null,
    identify: true,
    officePhone: '1-555-555-0118',
  },
  mobile: {
    appStore: 'https://apps.apple.com/app/id382952264',
    googlePlay: 'https://play.google.com/store/apps/details?id=epic.mychart.android',
  },
};
