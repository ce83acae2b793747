import type { Meta } from '@storybook/web-components-vite';
import { portalLoginFixtures as fixtures } from './fixtures/portal-login.fixtures.js';
import { empty, everyday, network, refused, signingIn } from './story.js';

export default {
  id: 'portal-login',
  title: 'Elements/portal-login',
  component: 'portal-login',
} satisfies Meta;

export const Fresh = everyday(fixtures.Fresh);
export const Providers = everyday(fixtures.Providers);
export const ProviderOnly = everyday(fixtures.ProviderOnly);
export const SignedIn = everyday(fixtures.SignedIn);

export const Incomplete = empty(fixtures.Incomplete);
export const SecondStepEmpty = empty(fixtures.SecondStepEmpty);

export const CookiesOff = refused(fixtures.CookiesOff);
export const WrongPassword = refused(fixtures.WrongPassword);
export const LockedMyChart = refused(fixtures.LockedMyChart);
export const LockedMyCooper = refused(fixtures.LockedMyCooper);
export const OneTimePasswordShort = refused(fixtures.OneTimePasswordShort);
export const SecondStepWrong = refused(fixtures.SecondStepWrong);
export const SecondStepLocked = refused(fixtures.SecondStepLocked);
export const SecondStepTooLate = refused(fixtures.SecondStepTooLate);
export const TooManyRequests = refused(fixtures.TooManyRequests);

export const SetUpWrong = refused(fixtures.SetUpWrong);

export const Slow = network(fixtures.Slow);
export const Down = network(fixtures.Down);
export const Unreachable = network(fixtures.Unreachable);
export const Nonsense = network(fixtures.Nonsense);
export const SecondStepUnreachable = network(fixtures.SecondStepUnreachable);

export const OneTimePassword = signingIn(fixtures.OneTimePassword);
export const SecondStep = signingIn(fixtures.SecondStep);
export const RecoveryCode = signingIn(fixtures.RecoveryCode);
export const AfterIdleLogout = signingIn(fixtures.AfterIdleLogout);
export const AfterSignOut = signingIn(fixtures.AfterSignOut);
