/** A medication as a newer backend tells it: by a rule, a case and a next step of a later contract. */
export const laterMedication = {
  id: 'later',
  name: 'Cetirizine 10 mg tablet',
  code: null,
  directions: null,
  status: 'active',
  prescriber: null,
  prescribedOn: null,
  endedOn: null,
  supplyDays: 30,
  refillsRemaining: 0,
  pharmacy: null,
  renewable: {
    allowed: false,
    rule: 'renewal.later-rule',
    case: 'later-case',
    next: [{ action: 'later-step' }, { action: 'call-office' }],
  },
  supplyChoices: [30],
  lastRenewal: null,
} as const;
