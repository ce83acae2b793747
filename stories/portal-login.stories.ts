import type { Meta } from '@storybook/web-components-vite';
import { portalLoginFixtures as fixtures } from './fixtures/portal-login.fixtures.js';
import { story } from './story.js';

export default { title: 'portal-login', component: 'portal-login' } satisfies Meta;

export const Fresh = story(fixtures.Fresh);
export const Incomplete = story(fixtures.Incomplete);
export const CookiesOff = story(fixtures.CookiesOff);
export const WrongPassword = story(fixtures.WrongPassword);
export const LockedMyChart = story(fixtures.LockedMyChart);
export const LockedMyCooper = story(fixtures.LockedMyCooper);
export const OneTimePassword = story(fixtures.OneTimePassword);
export const OneTimePasswordShort = story(fixtures.OneTimePasswordShort);
export const SecondStep = story(fixtures.SecondStep);
export const SecondStepEmpty = story(fixtures.SecondStepEmpty);
export const SecondStepWrong = story(fixtures.SecondStepWrong);
export const SecondStepLocked = story(fixtures.SecondStepLocked);
export const RecoveryCode = story(fixtures.RecoveryCode);
export const SecondStepTooLate = story(fixtures.SecondStepTooLate);
export const SecondStepUnreachable = story(fixtures.SecondStepUnreachable);
export const TooManyRequests = story(fixtures.TooManyRequests);
export const Slow = story(fixtures.Slow);
export const Down = story(fixtures.Down);
export const Unreachable = story(fixtures.Unreachable);
export const Nonsense = story(fixtures.Nonsense);
export const SignedIn = story(fixtures.SignedIn);
export const AfterIdleLogout = story(fixtures.AfterIdleLogout);
export const AfterSignOut = story(fixtures.AfterSignOut);
