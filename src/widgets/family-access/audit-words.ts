import type { AuditAction } from '../../contract/family/audit-actions.js';
import { msg } from '../../locales/localize.js';

/** What was done, as it goes on after a name and a colon: "Henry Okafor: looked at the medications". */
export const auditWords = (action: AuditAction): string => {
  switch (action) {
    case 'viewed-results':
      return msg('looked at the list of test results');
    case 'viewed-result':
      return msg('looked at a test result');
    case 'viewed-medications':
      return msg('looked at the medications');
    case 'requested-renewal':
      return msg('requested a prescription renewal');
    case 'decided-renewal':
      return msg('answered a renewal request');
    case 'documented-medication':
      return msg('recorded a medication');
    case 'viewed-care-team':
      return msg('looked at the care team');
    case 'viewed-appointments':
      return msg('looked at the appointments');
    case 'booked-appointment':
      return msg('booked an appointment');
    case 'cancelled-appointment':
      return msg('canceled an appointment');
    case 'requested-appointment':
      return msg('requested an appointment');
    case 'withdrew-appointment-request':
      return msg('canceled an appointment request');
    case 'declined-appointment-request':
      return msg('declined an appointment request');
    case 'reviewed-result':
      return msg('reviewed a test result');
    case 'corrected-result':
      return msg('corrected a test result');
    case 'issued-code':
      return msg('gave out a sign-up code');
    case 'unlocked-account':
      return msg('unlocked the account');
    case 'gave-password':
      return msg('gave out a one-time password');
    case 'turned-off-second-step':
      return msg('turned off two-step sign-in');
    case 'took-over-email':
      return msg('recorded an email address');
    case 'viewed-audit-events':
      return msg('looked at this list');
    case 'invited-proxy':
      return msg('invited someone to open the record');
    case 'withdrew-invitation':
      return msg('withdrew an invitation');
    case 'accepted-invitation':
      return msg('accepted an invitation to open the record');
    case 'changed-access':
      return msg('changed someone’s access');
    case 'took-back-access':
      return msg('removed someone’s access');
    case 'gave-up-access':
      return msg('gave up access to the record');
    case 'received-consent-form':
      return msg('received a consent form');
    case 'approved-consent-form':
      return msg('approved a consent form');
    case 'declined-consent-form':
      return msg('declined a consent form');
    case 'ended-access':
      return msg('ended someone’s access');
    case 'processed-release-of-information':
      return msg('received the signed Release of Information');
    case 'viewed-health-summary':
      return msg('looked at the health summary');
    case 'viewed-demographics':
      return msg('looked at the answers about race and ethnicity');
    case 'answered-demographics':
      return msg('answered the questions about race and ethnicity');
    case 'viewed-messages':
      return msg('looked at the list of messages');
    case 'viewed-message':
      return msg('read a message');
    case 'sent-message':
      return msg('sent a message');
    case 'archived-message':
      return msg('archived a message or moved it back');
    case 'closed-message':
      return msg('closed a conversation');
  }
};
