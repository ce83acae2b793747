import type { Meta } from '@storybook/web-components-vite';
import { portalFaqFixtures as fixtures } from './fixtures/portal-faq.fixtures.js';
import { story } from './story.js';

export default { title: 'portal-faq', component: 'portal-faq' } satisfies Meta;

export const NoPolicyYet = story(fixtures.NoPolicyYet);
export const Loading = story(fixtures.Loading);
export const Fresh = story(fixtures.Fresh);
export const FreshMyChart = story(fixtures.FreshMyChart);
export const SignedIn = story(fixtures.SignedIn);
export const OneTopic = story(fixtures.OneTopic);
export const AnswerOpen = story(fixtures.AnswerOpen);
export const LinkFollowed = story(fixtures.LinkFollowed);
export const Hits = story(fixtures.Hits);
export const HitsByTypo = story(fixtures.HitsByTypo);
export const OneHit = story(fixtures.OneHit);
export const NoHits = story(fixtures.NoHits);
export const AskedForAPerson = story(fixtures.AskedForAPerson);
export const LeadsToHelp = story(fixtures.LeadsToHelp);
export const Unreached = story(fixtures.Unreached);
export const ReachedAgain = story(fixtures.ReachedAgain);
export const BackendUnreachable = story(fixtures.BackendUnreachable);
export const OwnPolicy = story(fixtures.OwnPolicy);
export const WrongPolicy = story(fixtures.WrongPolicy);
export const Spanish = story(fixtures.Spanish);
