import type { Meta } from '@storybook/web-components-vite';
import { portalFaqFixtures as fixtures } from './fixtures/portal-faq.fixtures.js';
import { empty, everyday, network, refused, signingIn } from './story.js';

export default {
  id: 'portal-faq',
  title: 'Elements/portal-faq',
  component: 'portal-faq',
} satisfies Meta;

export const Fresh = everyday(fixtures.Fresh);
export const FreshMyChart = everyday(fixtures.FreshMyChart);
export const OneTopic = everyday(fixtures.OneTopic);
export const AnswerOpen = everyday(fixtures.AnswerOpen);
export const LinkFollowed = everyday(fixtures.LinkFollowed);
export const Hits = everyday(fixtures.Hits);
export const HitsByTypo = everyday(fixtures.HitsByTypo);
export const OneHit = everyday(fixtures.OneHit);
export const AskedForAPerson = everyday(fixtures.AskedForAPerson);
export const LeadsToHelp = everyday(fixtures.LeadsToHelp);
export const OwnPolicy = everyday(fixtures.OwnPolicy);
export const Spanish = everyday(fixtures.Spanish);

export const NoHits = empty(fixtures.NoHits);
export const NoPolicyYet = empty(fixtures.NoPolicyYet);

export const WrongPolicy = refused(fixtures.WrongPolicy);

export const Loading = network(fixtures.Loading);
export const Unreached = network(fixtures.Unreached);
export const ReachedAgain = network(fixtures.ReachedAgain);
export const BackendUnreachable = network(fixtures.BackendUnreachable);

export const SignedIn = signingIn(fixtures.SignedIn);
