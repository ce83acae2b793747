import type { Meta } from '@storybook/web-components-vite';
import { healthSummaryFixtures as fixtures } from './fixtures/health-summary.fixtures.js';
import { empty, everyday, family, network, signingIn } from './story.js';

export default {
  id: 'health-summary',
  title: 'Elements/health-summary',
  component: 'health-summary',
} satisfies Meta;

export const Full = everyday(fixtures.Full);
export const Long = everyday(fixtures.Long);
export const One = everyday(fixtures.One);
export const Uncertain = everyday(fixtures.Uncertain);
export const FurtherEntries = everyday(fixtures.FurtherEntries);
export const EarlierVitals = everyday(fixtures.EarlierVitals);
export const SomethingWrong = everyday(fixtures.SomethingWrong);

export const Empty = empty(fixtures.Empty);

export const Loading = network(fixtures.Loading);
export const FurtherLoading = network(fixtures.FurtherLoading);
export const FurtherFailing = network(fixtures.FurtherFailing);
export const EarlierLoading = network(fixtures.EarlierLoading);
export const EarlierFailing = network(fixtures.EarlierFailing);
export const Failing = network(fixtures.Failing);
export const Offline = network(fixtures.Offline);
export const Nonsense = network(fixtures.Nonsense);

export const ActingFor = family(fixtures.ActingFor);
export const ViewOnly = family(fixtures.ViewOnly);

export const SignedOut = signingIn(fixtures.SignedOut);
export const AfterIdleLogout = signingIn(fixtures.AfterIdleLogout);
