import type { Meta } from '@storybook/web-components-vite';
import { portalAppointmentsFixtures as fixtures } from './fixtures/portal-appointments.fixtures.js';
import { empty, everyday, family, network, refused, signingIn } from './story.js';

export default {
  id: 'portal-appointments',
  title: 'Elements/portal-appointments',
  component: 'portal-appointments',
} satisfies Meta;

export const Many = everyday(fixtures.Many);
export const One = everyday(fixtures.One);
export const LoadedMore = everyday(fixtures.LoadedMore);
export const Past = everyday(fixtures.Past);
export const Form = everyday(fixtures.Form);
export const Incomplete = everyday(fixtures.Incomplete);
export const Sending = everyday(fixtures.Sending);
export const Sent = everyday(fixtures.Sent);
export const Withdrawing = everyday(fixtures.Withdrawing);
export const Withdrawn = everyday(fixtures.Withdrawn);
export const Cancelling = everyday(fixtures.Cancelling);
export const Cancelled = everyday(fixtures.Cancelled);

export const Empty = empty(fixtures.Empty);

export const CancelByPhone = refused(fixtures.CancelByPhone);
export const CancelledElsewhere = refused(fixtures.CancelledElsewhere);
export const NotAskedForHere = refused(fixtures.NotAskedForHere);

export const Loading = network(fixtures.Loading);
export const FormWithoutCareTeam = network(fixtures.FormWithoutCareTeam);
export const AnswerLost = network(fixtures.AnswerLost);
export const NotKnownWhetherArrived = network(fixtures.NotKnownWhetherArrived);
export const NotKnownAndClosed = network(fixtures.NotKnownAndClosed);
export const CancellingUnknown = network(fixtures.CancellingUnknown);
export const CancellingUnknownClosed = network(fixtures.CancellingUnknownClosed);
export const Failing = network(fixtures.Failing);
export const Offline = network(fixtures.Offline);
export const Nonsense = network(fixtures.Nonsense);

export const ActingFor = family(fixtures.ActingFor);
export const ViewOnly = family(fixtures.ViewOnly);

export const SignedOut = signingIn(fixtures.SignedOut);
export const AfterIdleLogout = signingIn(fixtures.AfterIdleLogout);
