import type { Meta } from '@storybook/web-components-vite';
import { portalRecoveryFixtures as fixtures } from './fixtures/portal-recovery.fixtures.js';
import { empty, everyday, network, refused, signingIn } from './story.js';

export default {
  id: 'portal-recovery',
  title: 'Elements/portal-recovery',
  component: 'portal-recovery',
  // A link from an e-mail opens in the address of the page: each story needs one of its own.
  parameters: { docs: { story: { inline: false, height: '40em' } } },
} satisfies Meta;

export const Fresh = everyday(fixtures.Fresh);
export const FreshMyChart = everyday(fixtures.FreshMyChart);
export const SupportLineOnly = everyday(fixtures.SupportLineOnly);
export const UsernameSent = everyday(fixtures.UsernameSent);
export const UsernameSentAtNight = everyday(fixtures.UsernameSentAtNight);
export const LinkSent = everyday(fixtures.LinkSent);
export const LinkOpened = everyday(fixtures.LinkOpened);
export const LinkOpenedMyChart = everyday(fixtures.LinkOpenedMyChart);
export const Changed = everyday(fixtures.Changed);
export const ChangedStillLocked = everyday(fixtures.ChangedStillLocked);

export const Incomplete = empty(fixtures.Incomplete);
export const NothingChosen = empty(fixtures.NothingChosen);

export const NoAddress = refused(fixtures.NoAddress);
export const CookiesOff = refused(fixtures.CookiesOff);
export const TooManyRequests = refused(fixtures.TooManyRequests);
export const LinkTooOld = refused(fixtures.LinkTooOld);
export const LinkCutOff = refused(fixtures.LinkCutOff);
export const LockedSince = refused(fixtures.LockedSince);
export const NoQuestion = refused(fixtures.NoQuestion);
export const WrongAnswer = refused(fixtures.WrongAnswer);
export const AnswersLocked = refused(fixtures.AnswersLocked);
export const EasyPassword = refused(fixtures.EasyPassword);

export const Slow = network(fixtures.Slow);
export const Down = network(fixtures.Down);
export const Unreachable = network(fixtures.Unreachable);
export const Nonsense = network(fixtures.Nonsense);
export const LinkBeingRead = network(fixtures.LinkBeingRead);
export const LinkNotRead = network(fixtures.LinkNotRead);

export const SignedIn = signingIn(fixtures.SignedIn);
