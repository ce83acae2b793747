import type { Meta } from '@storybook/web-components-vite';
import { portalSignupFixtures as fixtures } from './fixtures/portal-signup.fixtures.js';
import { empty, everyday, network, refused, signingIn } from './story.js';

export default {
  id: 'portal-signup',
  title: 'Elements/portal-signup',
  component: 'portal-signup',
} satisfies Meta;

export const Fresh = everyday(fixtures.Fresh);
export const CodeWorks = everyday(fixtures.CodeWorks);
export const CodeWorksMyChart = everyday(fixtures.CodeWorksMyChart);
export const CodeWorksLakeside = everyday(fixtures.CodeWorksLakeside);
export const Done = everyday(fixtures.Done);
export const EasyPasswordTyped = everyday(fixtures.EasyPasswordTyped);

export const Incomplete = empty(fixtures.Incomplete);
export const IncompleteChoice = empty(fixtures.IncompleteChoice);

export const UnknownCode = refused(fixtures.UnknownCode);
export const WrongBirthDate = refused(fixtures.WrongBirthDate);
export const TriedTooOften = refused(fixtures.TriedTooOften);
export const UsedCode = refused(fixtures.UsedCode);
export const ExpiredCode = refused(fixtures.ExpiredCode);
export const HasAccount = refused(fixtures.HasAccount);
export const NoRelease = refused(fixtures.NoRelease);
export const CookiesOff = refused(fixtures.CookiesOff);
export const TooManyRequests = refused(fixtures.TooManyRequests);
export const UsernameTaken = refused(fixtures.UsernameTaken);
export const CodeAsUsername = refused(fixtures.CodeAsUsername);
export const EasyPassword = refused(fixtures.EasyPassword);
export const PasswordLikeUsername = refused(fixtures.PasswordLikeUsername);
export const ShortPassword = refused(fixtures.ShortPassword);
export const EmailsDiffer = refused(fixtures.EmailsDiffer);

export const Slow = network(fixtures.Slow);
export const Down = network(fixtures.Down);
export const Unreachable = network(fixtures.Unreachable);
export const Nonsense = network(fixtures.Nonsense);
export const DoneButNotSignedIn = network(fixtures.DoneButNotSignedIn);

export const SignedIn = signingIn(fixtures.SignedIn);
