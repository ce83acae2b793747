import type { Meta } from '@storybook/web-components-vite';
import { proxySwitcherFixtures as fixtures } from './fixtures/proxy-switcher.fixtures.js';
import { story } from './story.js';

export default {
  title: 'proxy-switcher',
  component: 'proxy-switcher',
  // A link from an e-mail opens in the address of the page: each story needs one of its own.
  parameters: { docs: { story: { inline: false, height: '30em' } } },
} satisfies Meta;

export const SignedOut = story(fixtures.SignedOut);
export const AfterIdleLogout = story(fixtures.AfterIdleLogout);
export const OwnOnly = story(fixtures.OwnOnly);
export const OwnOnlyWaysMyCooper = story(fixtures.OwnOnlyWaysMyCooper);
export const OwnOnlyWaysMyChart = story(fixtures.OwnOnlyWaysMyChart);
export const NeitherWay = story(fixtures.NeitherWay);
export const One = story(fixtures.One);
export const Many = story(fixtures.Many);
export const ActingFor = story(fixtures.ActingFor);
export const ViewOnly = story(fixtures.ViewOnly);
export const About = story(fixtures.About);
export const Loading = story(fixtures.Loading);
export const Failing = story(fixtures.Failing);
export const Offline = story(fixtures.Offline);
export const BadAnswer = story(fixtures.BadAnswer);
export const FormWaiting = story(fixtures.FormWaiting);
export const FormDeclined = story(fixtures.FormDeclined);
export const TakenBack = story(fixtures.TakenBack);
export const GivenUpElsewhere = story(fixtures.GivenUpElsewhere);
export const EndedByHospital = story(fixtures.EndedByHospital);
export const CameOfAge = story(fixtures.CameOfAge);
export const LostForUnknownReasons = story(fixtures.LostForUnknownReasons);
export const GivingUp = story(fixtures.GivingUp);
export const GivenUp = story(fixtures.GivenUp);
export const InvitedSignedOut = story(fixtures.InvitedSignedOut);
export const Invited = story(fixtures.Invited);
export const InvitationAccepted = story(fixtures.InvitationAccepted);
export const InvitationWrongBirthday = story(fixtures.InvitationWrongBirthday);
export const InvitationTooOld = story(fixtures.InvitationTooOld);
export const InvitationOwn = story(fixtures.InvitationOwn);
export const InvitationNotHere = story(fixtures.InvitationNotHere);
