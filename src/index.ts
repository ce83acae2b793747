/** Classes and types; importing them registers nothing and touches no page. */
export { PortalClient, type PortalClientOptions } from './client/portal-client.js';
export * from './client/portal-errors.js';
export type { Authorize, TokenRequest } from './client/with-token.js';
export type { ResultCategory, PortalPolicy } from './policy/portal-policy.js';
export { loadPolicy } from './policy/load-policy.js';
export { missingTexts, registerTranslation, type Texts } from './locales/registered-texts.js';
export type { PolicySource } from './policy/policy-source.js';
export { PolicyError } from './policy/policy-error.js';
export {
  ruleCases,
  ruleIds,
  rules,
  type RefusalId,
  type RuleArea,
  type RuleId,
} from './policy/rules.js';
export { systemTimers, type Timers } from './client/timers.js';
export { portalContext, type PortalContext } from './session/portal-context.js';
export type { SetupFault, SetupProblem } from './shape/setup-problem.js';
export type { HostState, SessionChange } from './session/host-state.js';
export type { SessionRequest, SessionState } from './session/session-state.js';
export { SessionStore } from './session/session-store.js';
export { PortalErrorEvent, type PortalErrorKind } from './ui/host/error.events.js';
export { PortalNavigateEvent } from './ui/host/navigate.events.js';
export { HealthSummary } from './widgets/health-summary/health-summary.js';
export {
  PortalMedicationClosedEvent,
  PortalMedicationOpenedEvent,
  PortalRenewalRequestedEvent,
} from './widgets/med-renewal/med-renewal.events.js';
export { MedRenewal } from './widgets/med-renewal/med-renewal.js';
export {
  PortalAppointmentCancelledEvent,
  PortalAppointmentRequestedEvent,
  PortalAppointmentRequestWithdrawnEvent,
} from './widgets/portal-appointments/portal-appointments.events.js';
export { PortalAppointments } from './widgets/portal-appointments/portal-appointments.js';
export {
  PortalAnswerOpenedEvent,
  PortalHelpRequestEvent,
} from './widgets/portal-faq/portal-faq.events.js';
export { PortalFaq } from './widgets/portal-faq/portal-faq.js';
export { PortalHelp } from './widgets/portal-help/portal-help.js';
export { PortalDemographicsSavedEvent } from './widgets/portal-demographics/portal-demographics.events.js';
export { PortalDemographics } from './widgets/portal-demographics/portal-demographics.js';
export {
  PortalAccessChangedEvent,
  PortalAccessTakenBackEvent,
  PortalInvitationSentEvent,
  PortalInvitationWithdrawnEvent,
} from './widgets/family-access/family-access.events.js';
export { FamilyAccess } from './widgets/family-access/family-access.js';
export { PortalLogin } from './widgets/portal-login/portal-login.js';
export { PortalPreferences } from './widgets/portal-preferences/portal-preferences.js';
export { PortalRecovery } from './widgets/portal-recovery/portal-recovery.js';
export {
  PortalSessionChangedEvent,
  PortalSessionEndedEvent,
  PortalSessionStartedEvent,
  PortalSignInFailedEvent,
  PortalUnreadChangedEvent,
} from './widgets/portal-session/portal-session.events.js';
export { PortalSession } from './widgets/portal-session/portal-session.js';
export { PortalAccountCreatedEvent } from './widgets/portal-signup/portal-signup.events.js';
export { PortalSignup } from './widgets/portal-signup/portal-signup.js';
export { messageAboutPrefix, PortalMessageStartEvent } from './reading/message-start.events.js';
export {
  PortalMessageSentEvent,
  PortalThreadArchivedEvent,
  PortalThreadClosedEvent,
  PortalThreadOpenedEvent,
} from './widgets/secure-inbox/secure-inbox.events.js';
export { SecureInbox } from './widgets/secure-inbox/secure-inbox.js';
export {
  PortalResultClosedEvent,
  PortalResultOpenedEvent,
} from './widgets/test-results/test-results.events.js';
export { ProxySwitcher } from './widgets/proxy-switcher/proxy-switcher.js';
export {
  PortalAccessGivenUpEvent,
  PortalInvitationAcceptedEvent,
  PortalRecordOpenedEvent,
} from './widgets/proxy-switcher/proxy-switcher.events.js';
export { TestResults } from './widgets/test-results/test-results.js';
