import type { Meta } from '@storybook/web-components-vite';
import { familyAccessFixtures as fixtures } from './fixtures/family-access.fixtures.js';
import { empty, everyday, family, network, refused, signingIn } from './story.js';

export default {
  id: 'family-access',
  title: 'Elements/family-access',
  component: 'family-access',
} satisfies Meta;

export const Many = everyday(fixtures.Many);
export const One = everyday(fixtures.One);
export const InvitationWaiting = everyday(fixtures.InvitationWaiting);
export const Sent = everyday(fixtures.Sent);
export const Incomplete = everyday(fixtures.Incomplete);
export const NoAddress = everyday(fixtures.NoAddress);
export const Changing = everyday(fixtures.Changing);
export const Changed = everyday(fixtures.Changed);
export const TakingBack = everyday(fixtures.TakingBack);
export const TakenBack = everyday(fixtures.TakenBack);
export const Activity = everyday(fixtures.Activity);

export const Nobody = empty(fixtures.Nobody);
export const NobodyMyCooper = empty(fixtures.NobodyMyCooper);
export const ActivityEmpty = empty(fixtures.ActivityEmpty);

export const NoSuchRelationship = refused(fixtures.NoSuchRelationship);
export const Conflict = refused(fixtures.Conflict);
export const ViewOnly = refused(fixtures.ViewOnly);
export const OfAdult = refused(fixtures.OfAdult);

export const Loading = network(fixtures.Loading);
export const SendingFails = network(fixtures.SendingFails);
export const Failing = network(fixtures.Failing);
export const Offline = network(fixtures.Offline);
export const BadAnswer = network(fixtures.BadAnswer);
export const ActivityLoading = network(fixtures.ActivityLoading);
export const ActivityFailing = network(fixtures.ActivityFailing);

export const OfChild = family(fixtures.OfChild);
export const OwnChildRecord = family(fixtures.OwnChildRecord);

export const SignedOut = signingIn(fixtures.SignedOut);
export const AfterIdleLogout = signingIn(fixtures.AfterIdleLogout);
