import type { PortalPolicy } from './portal-policy.js';

/** The rules that MyChart's FAQ states; what it leaves open stands in assumed.ts. */
export const mychart: PortalPolicy = {
  id: 'mychart',
  portal: { name: 'MyChart', organization: 'MyChart' },
  terms: {
    office: { en: 'clinic', es: 'clínica' },
    username: { en: 'username', es: 'nombre de usuario' },
    activationCode: { en: 'activation code', es: 'código de activación' },
  },
  timeZone: 'America/New_York',
  calendar: {
    businessDays: [1, 2, 3, 4, 5],
    opens: '08:00',
    closes: '17:00',
    holidays: 'us-federal',
  },
  activation: { expiresAfterDays: 30, helpByEmail: true },
  signup: { emailRequired: true, securityQuestion: false, releaseOfInformation: true },
  login: {
    maxAttempts: 5,
    unlock: ['support-line', 'reset-link'],
    unlockAlone: false,
    requestsPerMinute: 30,
    passkeys: true,
    secondStep: true,
  },
  session: { idleMinutes: 15, warnMinutes: 2 },
  password: {
    resetBy: ['reset-link', 'support-line'],
    resetQuestion: false,
    lockedReset: true,
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
    typicalDays: { from: 1, to: 12 },
    contactAfter: { days: 12, businessDays: false },
  },
  renewal: { supplyDays: [30, 90], replyBusinessDays: 3 },
  messages: {
    replyBusinessDays: { from: 1, to: 3 },
    urgentContact: { en: 'your medical center', es: 'su centro médico' },
    emergencyNumber: '911',
    unsent: { files: 12, drafts: 40 },
  },
  appointments: { request: true, replyBusinessDays: 3, cancelOnline: false },
  proxy: { relationships: ['parent', 'guardian'], friendsAndFamily: true, comingOfAgeYears: 18 },
  demographics: { requiredByState: null },
  support: {
    email: 'MyChartSupport@example.org',
    phone: '1-844-369-2667',
    identify: false,
    officePhone: '1-555-555-0142',
  },
  mobile: {
    appStore: 'https://apps.apple.com/app/id382952264',
    googlePlay: 'https://play.google.com/store/apps/details?id=epic.mychart.android',
  },
};
