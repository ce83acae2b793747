import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../src/policy/portal-policy.js';

/**
 * A third hospital, that decided everything otherwise than the two presets have, as far as a yes or no
 * can differ from both.
 */
export const lakeside: PortalPolicy = {
  id: 'lakeside',
  portal: { name: 'Lakeside Health Online', organization: 'Lakeside General Hospital' },
  terms: {
    office: { en: 'practice', es: 'consulta' },
    username: { en: 'member name', es: 'nombre de socio' },
    activationCode: { en: 'starter code', es: 'código de inicio' },
  },
  timeZone: 'Asia/Tokyo',
  calendar: {
    businessDays: [1, 2, 3, 4, 6],
    opens: '09:30',
    closes: '18:15',
    holidays: ['2026-03-03', '2026-12-30', '2026-12-31', '2027-01-02'],
  },
  activation: { expiresAfterDays: 10, helpByEmail: false },
  signup: { emailRequired: false, securityQuestion: true, releaseOfInformation: false },
  password: {
    resetBy: ['reset-link'],
    resetQuestion: true,
    lockedReset: true,
    resetLinkMinutes: 10,
  },
  email: { enteredTwice: false, instantUpdate: false },
  contact: { editable: false },
  notifications: { newInformation: false },
  support: {
    email: 'help@lakeside.example',
    phone: '1-555-555-0190',
    identify: false,
    officePhone: '1-555-555-0191',
  },
  mobile: { appStore: null, googlePlay: 'https://play.google.com/store/apps/details?id=lakeside' },
  login: { maxAttempts: 3, unlock: ['reset-link', 'office', 'support-line'], requestsPerMinute: 7 },
  session: { idleMinutes: 5, warnMinutes: 1 },
  renewal: { supplyDays: [60], replyBusinessDays: 5 },
  messages: {
    replyBusinessDays: { from: 2, to: 4 },
    urgentContact: { en: 'the lakeside nurse line' },
    emergencyNumber: '119',
    urgentWords: { en: ['stung by a jellyfish'], es: ['picadura de medusa'] },
    attachments: { maxFiles: 2, maxFileMegabytes: 1, maxTotalMegabytes: 1, types: ['image/png'] },
  },
  appointments: { request: false, replyBusinessDays: 6, cancelOnline: true },
  proxy: {
    relationships: ['parent', 'guardian', 'other-family'],
    friendsAndFamily: true,
    comingOfAgeYears: 16,
  },
  demographics: { requiredByState: null },
  results: {
    release: { when: 'immediate' },
    typicalDays: { from: 0, to: 2 },
    contactAfter: { days: 7, businessDays: false },
    releaseByCategory: {
      pathology: { when: 'after-days', days: 3 },
      imaging: { when: 'after-review' },
    },
    sensitiveCodes: ['1111-1'],
    unsharedCodes: ['2222-2'],
  },
};

export const policies = [mychart, mycooper, lakeside];
