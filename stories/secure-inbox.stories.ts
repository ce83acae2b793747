import type { Meta } from '@storybook/web-components-vite';
import { secureInboxFixtures as fixtures } from './fixtures/secure-inbox.fixtures.js';
import { empty, everyday, family, network, refused, signingIn } from './story.js';

export default {
  id: 'secure-inbox',
  title: 'Elements/secure-inbox',
  component: 'secure-inbox',
} satisfies Meta;

export const Many = everyday(fixtures.Many);
export const One = everyday(fixtures.One);
export const LoadedMore = everyday(fixtures.LoadedMore);
export const Sent = everyday(fixtures.Sent);
export const Drafts = everyday(fixtures.Drafts);
export const SomethingNew = everyday(fixtures.SomethingNew);
export const Thread = everyday(fixtures.Thread);
export const ThreadWaiting = everyday(fixtures.ThreadWaiting);
export const ThreadOverdue = everyday(fixtures.ThreadOverdue);
export const ThreadClosed = everyday(fixtures.ThreadClosed);
export const Archived = everyday(fixtures.Archived);
export const Compose = everyday(fixtures.Compose);
export const ComposeOfMyChart = everyday(fixtures.ComposeOfMyChart);
export const WithFiles = everyday(fixtures.WithFiles);
export const FileSending = everyday(fixtures.FileSending);
export const MessageSent = everyday(fixtures.MessageSent);
export const Restored = everyday(fixtures.Restored);

export const Empty = empty(fixtures.Empty);
export const EmptySent = empty(fixtures.EmptySent);
export const EmptyDrafts = empty(fixtures.EmptyDrafts);
export const EmptyArchive = empty(fixtures.EmptyArchive);
export const NoMatch = empty(fixtures.NoMatch);
export const Incomplete = empty(fixtures.Incomplete);

export const NobodyToWriteTo = refused(fixtures.NobodyToWriteTo);
export const FilesRefused = refused(fixtures.FilesRefused);
export const UrgentWords = refused(fixtures.UrgentWords);
export const AboutSomebodyElse = refused(fixtures.AboutSomebodyElse);
export const TitledBySomebodyElse = refused(fixtures.TitledBySomebodyElse);

export const Loading = network(fixtures.Loading);
export const ThreadLoading = network(fixtures.ThreadLoading);
export const ThreadFailing = network(fixtures.ThreadFailing);
export const FileFailing = network(fixtures.FileFailing);
export const MaybeSent = network(fixtures.MaybeSent);
export const WritingFailing = network(fixtures.WritingFailing);
export const Failing = network(fixtures.Failing);
export const BadAnswer = network(fixtures.BadAnswer);
export const Offline = network(fixtures.Offline);

export const ActingForSomeone = family(fixtures.ActingForSomeone);
export const ViewOnly = family(fixtures.ViewOnly);

export const SignedOut = signingIn(fixtures.SignedOut);
export const AfterIdleLogout = signingIn(fixtures.AfterIdleLogout);
