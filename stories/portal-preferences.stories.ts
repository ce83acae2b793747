import type { Meta } from '@storybook/web-components-vite';
import { portalPreferencesFixtures as fixtures } from './fixtures/portal-preferences.fixtures.js';
import { empty, everyday, family, network, refused, signingIn } from './story.js';

export default {
  id: 'portal-preferences',
  title: 'Elements/portal-preferences',
  component: 'portal-preferences',
} satisfies Meta;

export const Settings = everyday(fixtures.Settings);
export const SettingsMyChart = everyday(fixtures.SettingsMyChart);
export const SettingsLakeside = everyday(fixtures.SettingsLakeside);
export const Forms = everyday(fixtures.Forms);
export const Typing = everyday(fixtures.Typing);
export const TypingElsewhere = everyday(fixtures.TypingElsewhere);
export const DraftSaved = everyday(fixtures.DraftSaved);
export const Restored = everyday(fixtures.Restored);
export const EmailSaved = everyday(fixtures.EmailSaved);
export const EmailOnlyHere = everyday(fixtures.EmailOnlyHere);
export const EmailLakeside = everyday(fixtures.EmailLakeside);
export const SentEmails = everyday(fixtures.SentEmails);
export const PasswordChanged = everyday(fixtures.PasswordChanged);
export const QuestionSaved = everyday(fixtures.QuestionSaved);
export const ContactSaved = everyday(fixtures.ContactSaved);
export const Saving = everyday(fixtures.Saving);

export const NoEmail = empty(fixtures.NoEmail);
export const NoSentEmails = empty(fixtures.NoSentEmails);
export const NothingTyped = empty(fixtures.NothingTyped);

export const EmailsDiffer = refused(fixtures.EmailsDiffer);
export const EmailWrongPassword = refused(fixtures.EmailWrongPassword);
export const NoAddress = refused(fixtures.NoAddress);
export const WrongPassword = refused(fixtures.WrongPassword);
export const EasyPassword = refused(fixtures.EasyPassword);
export const Locked = refused(fixtures.Locked);
export const QuestionGivesItAway = refused(fixtures.QuestionGivesItAway);
export const BadContact = refused(fixtures.BadContact);
export const Conflict = refused(fixtures.Conflict);

export const Loading = network(fixtures.Loading);
export const Down = network(fixtures.Down);
export const Nonsense = network(fixtures.Nonsense);
export const DraftFailed = network(fixtures.DraftFailed);
export const SentEmailsDown = network(fixtures.SentEmailsDown);
export const SaveFails = network(fixtures.SaveFails);

export const ActingForSomebody = family(fixtures.ActingForSomebody);

export const SignedOut = signingIn(fixtures.SignedOut);
export const AfterIdleLogout = signingIn(fixtures.AfterIdleLogout);
