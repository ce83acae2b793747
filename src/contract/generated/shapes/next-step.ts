// Made from src/contract by `npm run generate`. Do not edit.

import { instant, object, oneOf, text } from '../../../shape/shape.js';

export const nextStep = object({
  action: oneOf(
    'try-again',
    'wait',
    'sign-in',
    'enable-cookies',
    'reset-password',
    'recover-username',
    'call-office',
    'call-support-line',
    'email-support',
    'call-pharmacy',
    'ask-at-next-visit',
    'get-email-address',
    'reload',
    'switch-subject',
    'confirm',
    'call-emergency',
    'new-message',
    'hand-in-consent-form',
    'share-record',
    'ask-patient',
  ),
  'contact?': object({ name: text, phone: text }),
  'subject?': text,
  'at?': instant,
});
