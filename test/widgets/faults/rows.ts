import { demoPassword } from '../../../mocks/people/demo-password.js';
import { familyAccessFixtures as sharing } from '../../../stories/fixtures/family-access.fixtures.js';
import { healthSummaryFixtures as summary } from '../../../stories/fixtures/health-summary.fixtures.js';
import { medRenewalFixtures as renewal } from '../../../stories/fixtures/med-renewal.fixtures.js';
import { portalAppointmentsFixtures as visits } from '../../../stories/fixtures/portal-appointments.fixtures.js';
import { portalDemographicsFixtures as demographics } from '../../../stories/fixtures/portal-demographics.fixtures.js';
import { portalLoginFixtures as login } from '../../../stories/fixtures/portal-login.fixtures.js';
import { portalPreferencesFixtures as settings } from '../../../stories/fixtures/portal-preferences.fixtures.js';
import { portalRecoveryFixtures as recovery } from '../../../stories/fixtures/portal-recovery.fixtures.js';
import { portalSessionFixtures as session } from '../../../stories/fixtures/portal-session.fixtures.js';
import { portalSignupFixtures as signup } from '../../../stories/fixtures/portal-signup.fixtures.js';
import { proxySwitcherFixtures as family } from '../../../stories/fixtures/proxy-switcher.fixtures.js';
import {
  addFiles,
  compose,
  picture,
  reply,
} from '../../../stories/fixtures/steps/correspondent.js';
import {
  codeNow,
  giveCode,
  giveRosasPassword,
} from '../../../stories/fixtures/steps/second-step.js';
import { secureInboxFixtures as inbox } from '../../../stories/fixtures/secure-inbox.fixtures.js';
import { signInPartsFixtures as signInParts } from '../../../stories/fixtures/sign-in-parts.fixtures.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byLabel } from '../../../stories/fixtures/support/query.js';
import { testResultsFixtures as results } from '../../../stories/fixtures/test-results.fixtures.js';
import { fillIn, press, signIn } from '../../../stories/fixtures/steps/user.js';
import type { Row } from './cell.js';
import { givePassword } from '../../../stories/fixtures/support/staff.js';

/** Of forms that hold nothing but secrets, which nobody keeps: they are begun again. */
const secrets = ['signed out'] as const;

/** What Rosa was given at the desk. */
let oneTime = '';

interface Rows {
  readonly reads: readonly Row[];
  readonly writes: readonly Row[];
}

/** What each element asks of the backend, and where a person sees that it was answered. */
export const rows: Readonly<Record<string, Rows>> = {
  'family-access': {
    reads: [
      { operation: 'getSharing', fixture: sharing.One },
      {
        operation: 'searchAuditEvents',
        fixture: { ...sharing.ActivityEmpty, shows: /No activity yet|Showing 1 of 1/ },
      },
    ],
    writes: [
      { operation: 'shareRecord', fixture: sharing.Sent },
      {
        operation: 'changeAccess',
        fixture: { ...sharing.Changed, shows: 'Mina Park Other family View only' },
      },
      { operation: 'takeBackAccess', fixture: sharing.TakenBack },
    ],
  },
  'health-summary': {
    reads: [
      { operation: 'getHealthSummary', fixture: summary.One },
      { operation: 'searchHealthSummary', fixture: summary.FurtherEntries },
      { operation: 'searchVitals', fixture: summary.EarlierVitals },
    ],
    writes: [],
  },
  'med-renewal': {
    reads: [{ operation: 'searchMedications', fixture: renewal.One }],
    writes: [{ operation: 'requestRenewal', fixture: renewal.Pending }],
  },
  'portal-appointments': {
    reads: [
      { operation: 'searchAppointments', fixture: visits.One },
      { operation: 'searchAppointmentRequests', fixture: visits.Withdrawing },
    ],
    writes: [
      { operation: 'requestAppointment', fixture: visits.Sent },
      { operation: 'cancelAppointment', fixture: visits.Cancelled },
      { operation: 'withdrawAppointmentRequest', fixture: visits.Withdrawn },
    ],
  },
  'portal-demographics': {
    reads: [{ operation: 'getDemographics', fixture: demographics.Answered }],
    writes: [{ operation: 'saveDemographics', fixture: demographics.Saved }],
  },
  // All answers and contacts are in the page.
  'portal-faq': { reads: [], writes: [] },
  'portal-help': { reads: [], writes: [] },
  'portal-login': {
    // The form shows at once, before it is known who is signed in; without a session it is the way on itself.
    reads: [{ operation: 'getSession', fixture: login.SignedIn, unless: ['slow', 'signed out'] }],
    writes: [
      {
        operation: 'signIn',
        fixture: {
          ...login.Fresh,
          play: (page) => signIn(page, 'rosa.delgado'),
          shows: login.SignedIn.shows,
        },
      },
      {
        operation: 'finishSignIn',
        fixture: {
          ...login.Fresh,
          play: async (page, stage) => {
            await giveRosasPassword(page, stage);
            await giveCode(page, codeNow(stage));
          },
          // A code works once: where the answer is lost, so is the code.
          shows: /You’re signed in as Rosa Delgado|We lost the connection before we got a reply/,
        },
      },
      {
        operation: 'chooseNewPassword',
        fixture: {
          ...login.Fresh,
          prepare: async (backend) => {
            const [account] = backend.db.tables.accounts.by('username', 'rosa.delgado');
            ({ password: oneTime } = await givePassword(backend, account?.patientId ?? ''));
          },
          play: async (page) => {
            await signIn(page, 'rosa.delgado', oneTime);
            fillIn(await eventually(() => byLabel(page, 'New password')), 'ferry over calm water');
            await press(page, 'Save my new password');
          },
          shows: login.SignedIn.shows,
        },
      },
    ],
  },
  'portal-preferences': {
    reads: [
      { operation: 'getPreferences', fixture: settings.Settings },
      { operation: 'searchNotifications', fixture: settings.NoSentEmails },
      { operation: 'getSecondStep', fixture: signInParts.Off },
      { operation: 'getPasskeys', fixture: signInParts.Off },
    ],
    writes: [
      { operation: 'changeEmail', fixture: settings.EmailSaved },
      {
        operation: 'changePassword',
        fixture: settings.PasswordChanged,
        unless: secrets,
      },
      { operation: 'changeSecurityQuestion', fixture: settings.QuestionSaved },
      { operation: 'changeContact', fixture: settings.ContactSaved },
      {
        operation: 'startAuthenticatorApp',
        fixture: signInParts.Connecting,
        unless: secrets,
      },
      {
        operation: 'addAuthenticatorApp',
        fixture: {
          ...signInParts.RecoveryCodes,
          shows: /You won’t see them again\.|If this is on below, make new recovery codes\./,
        },
        unless: secrets,
      },
      {
        operation: 'removeAuthenticatorApp',
        fixture: signInParts.TurnedOff,
        unless: secrets,
      },
      {
        operation: 'removePasskey',
        fixture: {
          ...signInParts.RemovingPasskey,
          play: async (page, stage) => {
            await signInParts.RemovingPasskey.play(page, stage);
            fillIn(await eventually(() => byLabel(page, 'Current password')), demoPassword);
            await press(page, 'Remove this passkey');
          },
          shows: 'You don’t have a passkey yet.',
        },
        unless: secrets,
      },
    ],
  },
  'portal-recovery': {
    reads: [{ operation: 'readPasswordReset', fixture: recovery.LinkOpened }],
    writes: [
      { operation: 'recoverUsername', fixture: recovery.UsernameSent },
      { operation: 'requestPasswordReset', fixture: recovery.LinkSent },
      { operation: 'resetPassword', fixture: recovery.Changed },
    ],
  },
  'portal-session': {
    reads: [],
    writes: [
      {
        operation: 'keepSessionAlive',
        fixture: {
          ...session.IdleWarning,
          play: async (page, stage) => {
            await session.IdleWarning.play(page, stage);
            await press(page, 'Stay signed in');
          },
          shows: /^You’re signed in/,
        },
        // The question closes at once, and the focus goes back to where it was.
        unless: ['slow'],
        closes: true,
      },
    ],
  },
  'portal-signup': {
    reads: [],
    writes: [
      { operation: 'checkActivationCode', fixture: signup.CodeWorks },
      { operation: 'signUp', fixture: signup.Done },
    ],
  },
  'proxy-switcher': {
    reads: [{ operation: 'getFamily', fixture: family.About }],
    writes: [
      { operation: 'acceptInvitation', fixture: family.InvitationAccepted },
      { operation: 'giveUpAccess', fixture: family.GivenUp },
    ],
  },
  'secure-inbox': {
    reads: [
      { operation: 'searchThreads', fixture: inbox.One },
      { operation: 'getThread', fixture: inbox.Thread },
      { operation: 'searchDrafts', fixture: inbox.EmptyDrafts },
      { operation: 'getWritingRules', fixture: inbox.Compose },
    ],
    writes: [
      { operation: 'sendMessage', fixture: inbox.MessageSent },
      {
        operation: 'replyToThread',
        fixture: {
          ...inbox.Thread,
          play: async (page) => {
            await reply(page, 'Thyroid tablets and coffee', 'And what about juice?');
            await press(page, 'Send message');
          },
          shows: 'Message sent.',
        },
      },
      { operation: 'archiveThread', fixture: inbox.Archived },
      {
        operation: 'addAttachment',
        fixture: {
          ...inbox.WithFiles,
          play: async (page) => {
            await compose(page);
            addFiles(page, picture('left foot.png'));
          },
          shows: 'left foot.png was added.',
        },
        unless: ['signed out'], // a page cannot choose a file again: it is chosen with the form
      },
    ],
  },
  'test-results': {
    reads: [
      { operation: 'searchResults', fixture: results.One },
      { operation: 'getResult', fixture: results.Panel },
      { operation: 'searchObservations', fixture: results.Trend },
    ],
    writes: [],
  },
};
