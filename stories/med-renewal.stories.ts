import type { Meta } from '@storybook/web-components-vite';
import { medRenewalFixtures as fixtures } from './fixtures/med-renewal.fixtures.js';
import { empty, everyday, family, network, refused, signingIn } from './story.js';

export default {
  id: 'med-renewal',
  title: 'Elements/med-renewal',
  component: 'med-renewal',
} satisfies Meta;

export const Many = everyday(fixtures.Many);
export const One = everyday(fixtures.One);
export const RefillsUnknown = everyday(fixtures.RefillsUnknown);
export const FirstPage = everyday(fixtures.FirstPage);
export const Past = everyday(fixtures.Past);
export const FewFacts = everyday(fixtures.FewFacts);
export const OnHold = everyday(fixtures.OnHold);
export const Form = everyday(fixtures.Form);
export const FormIncomplete = everyday(fixtures.FormIncomplete);
export const FormAllergies = everyday(fixtures.FormAllergies);
export const Sending = everyday(fixtures.Sending);
export const Pending = everyday(fixtures.Pending);
export const Overdue = everyday(fixtures.Overdue);
export const Approved = everyday(fixtures.Approved);
export const ApprovedBefore = everyday(fixtures.ApprovedBefore);

export const Empty = empty(fixtures.Empty);
export const PastEmpty = empty(fixtures.PastEmpty);
export const NotThere = empty(fixtures.NotThere);

export const RefillsLeft = refused(fixtures.RefillsLeft);
export const PrescribedElsewhere = refused(fixtures.PrescribedElsewhere);
export const Denied = refused(fixtures.Denied);
export const Refused = refused(fixtures.Refused);

export const Loading = network(fixtures.Loading);
export const RequestLost = network(fixtures.RequestLost);
export const RequestNonsense = network(fixtures.RequestNonsense);
export const Unknown = network(fixtures.Unknown);
export const UnknownAndClosed = network(fixtures.UnknownAndClosed);
export const Failing = network(fixtures.Failing);
export const Offline = network(fixtures.Offline);
export const Nonsense = network(fixtures.Nonsense);

export const ActingFor = family(fixtures.ActingFor);
export const ViewOnly = family(fixtures.ViewOnly);
export const AskedByProxy = family(fixtures.AskedByProxy);

export const SignedOut = signingIn(fixtures.SignedOut);
export const AfterIdleLogout = signingIn(fixtures.AfterIdleLogout);
