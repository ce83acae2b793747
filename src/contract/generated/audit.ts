// Made from src/contract/audit.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../audit.js';
import { list, nullable, object, oneOf, text, whole } from '../../shape/shape.js';
import { instant } from '../../shape/more-shapes.js';

export const searchAuditEvents: ClientEndpointOf<typeof contract.searchAuditEvents> = {
  id: 'searchAuditEvents',
  method: 'POST',
  path: '/patients/{subject}/audit-events/search',
  safe: true,
  answer: object({
    events: list(
      object({
        id: text,
        at: instant,
        actor: object({ kind: oneOf('patient', 'proxy', 'staff'), name: text }),
        action: oneOf(
          'viewed-results',
          'viewed-result',
          'viewed-medications',
          'requested-renewal',
          'decided-renewal',
          'documented-medication',
          'viewed-care-team',
          'viewed-appointments',
          'booked-appointment',
          'cancelled-appointment',
          'requested-appointment',
          'withdrew-appointment-request',
          'declined-appointment-request',
          'reviewed-result',
          'corrected-result',
          'issued-code',
          'unlocked-account',
          'gave-password',
          'turned-off-second-step',
          'took-over-email',
          'viewed-audit-events',
          'invited-proxy',
          'withdrew-invitation',
          'accepted-invitation',
          'changed-access',
          'took-back-access',
          'gave-up-access',
          'received-consent-form',
          'approved-consent-form',
          'declined-consent-form',
          'ended-access',
          'processed-release-of-information',
          'viewed-health-summary',
          'viewed-demographics',
          'answered-demographics',
          'viewed-messages',
          'viewed-message',
          'sent-message',
          'archived-message',
          'closed-message',
        ),
      }),
    ),
    total: whole,
    nextCursor: nullable(text),
  }),
};
