import type { Meta } from '@storybook/web-components-vite';
import { portalRecoveryFixtures as fixtures } from './fixtures/portal-recovery.fixtures.js';
import { story } from './story.js';

export default {
  title: 'portal-recovery',
  component: 'portal-recovery',
  // A link from an e-mail opens in the address of the page: each story needs one of its own.
  parameters: { docs: { story: { inline: false, height: '40em' } } },
} satisfies Meta;

export const Fresh = story(fixtures.Fresh);
export const FreshMyChart = story(fixtures.FreshMyChart);
export const SupportLineOnly = story(fixtures.SupportLineOnly);
export const Incomplete = story(fixtures.Incomplete);
export const NoAddress = story(fixtures.NoAddress);
export const UsernameSent = story(fixtures.UsernameSent);
export const UsernameSentAtNight = story(fixtures.UsernameSentAtNight);
export const LinkSent = story(fixtures.LinkSent);
export const CookiesOff = story(fixtures.CookiesOff);
export const TooManyRequests = story(fixtures.TooManyRequests);
export const Slow = story(fixtures.Slow);
export const Down = story(fixtures.Down);
export const Unreachable = story(fixtures.Unreachable);
export const Nonsense = story(fixtures.Nonsense);
export const LinkOpened = story(fixtures.LinkOpened);
export const LinkOpenedMyChart = story(fixtures.LinkOpenedMyChart);
export const LinkBeingRead = story(fixtures.LinkBeingRead);
export const LinkNotRead = story(fixtures.LinkNotRead);
export const LinkTooOld = story(fixtures.LinkTooOld);
export const LinkCutOff = story(fixtures.LinkCutOff);
export const LockedSince = story(fixtures.LockedSince);
export const NoQuestion = story(fixtures.NoQuestion);
export const NothingChosen = story(fixtures.NothingChosen);
export const WrongAnswer = story(fixtures.WrongAnswer);
export const AnswersLocked = story(fixtures.AnswersLocked);
export const EasyPassword = story(fixtures.EasyPassword);
export const Changed = story(fixtures.Changed);
export const ChangedStillLocked = story(fixtures.ChangedStillLocked);
export const SignedIn = story(fixtures.SignedIn);
