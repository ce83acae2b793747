import type { Meta } from '@storybook/web-components-vite';
import { proxySwitcherFixtures as fixtures } from './fixtures/proxy-switcher.fixtures.js';
import { empty, everyday, family, network, refused, signingIn } from './story.js';

export default {
  id: 'proxy-switcher',
  title: 'Elements/proxy-switcher',
  component: 'proxy-switcher',
  // A link from an e-mail opens in the address of the page: each story needs one of its own.
  parameters: { docs: { story: { inline: false, height: '30em' } } },
} satisfies Meta;

export const Many = everyday(fixtures.Many);
export const One = everyday(fixtures.One);
export const ActingFor = everyday(fixtures.ActingFor);
export const About = everyday(fixtures.About);
export const FormWaiting = everyday(fixtures.FormWaiting);
export const GivingUp = everyday(fixtures.GivingUp);
export const GivenUp = everyday(fixtures.GivenUp);

export const OwnOnly = empty(fixtures.OwnOnly);
export const OwnOnlyWaysMyCooper = empty(fixtures.OwnOnlyWaysMyCooper);
export const OwnOnlyWaysMyChart = empty(fixtures.OwnOnlyWaysMyChart);

export const NeitherWay = refused(fixtures.NeitherWay);
export const ViewOnly = refused(fixtures.ViewOnly);
export const FormDeclined = refused(fixtures.FormDeclined);
export const TakenBack = refused(fixtures.TakenBack);
export const GivenUpElsewhere = refused(fixtures.GivenUpElsewhere);
export const EndedByHospital = refused(fixtures.EndedByHospital);
export const CameOfAge = refused(fixtures.CameOfAge);
export const InvitationWrongBirthday = refused(fixtures.InvitationWrongBirthday);
export const InvitationTooOld = refused(fixtures.InvitationTooOld);
export const InvitationOwn = refused(fixtures.InvitationOwn);
export const InvitationNotHere = refused(fixtures.InvitationNotHere);

export const Loading = network(fixtures.Loading);
export const Failing = network(fixtures.Failing);
export const Offline = network(fixtures.Offline);
export const BadAnswer = network(fixtures.BadAnswer);
export const LostForUnknownReasons = network(fixtures.LostForUnknownReasons);

export const Invited = family(fixtures.Invited);
export const InvitationAccepted = family(fixtures.InvitationAccepted);

export const SignedOut = signingIn(fixtures.SignedOut);
export const AfterIdleLogout = signingIn(fixtures.AfterIdleLogout);
export const InvitedSignedOut = signingIn(fixtures.InvitedSignedOut);
