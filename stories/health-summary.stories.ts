import type { Meta } from '@storybook/web-components-vite';
import { healthSummaryFixtures as fixtures } from './fixtures/health-summary.fixtures.js';
import { story } from './story.js';

export default { title: 'health-summary', component: 'health-summary' } satisfies Meta;

export const SignedOut = story(fixtures.SignedOut);
export const AfterIdleLogout = story(fixtures.AfterIdleLogout);
export const Loading = story(fixtures.Loading);
export const Empty = story(fixtures.Empty);
export const One = story(fixtures.One);
export const Uncertain = story(fixtures.Uncertain);
export const Full = story(fixtures.Full);
export const Long = story(fixtures.Long);
export const FurtherEntries = story(fixtures.FurtherEntries);
export const FurtherLoading = story(fixtures.FurtherLoading);
export const FurtherFailing = story(fixtures.FurtherFailing);
export const EarlierVitals = story(fixtures.EarlierVitals);
export const EarlierLoading = story(fixtures.EarlierLoading);
export const EarlierFailing = story(fixtures.EarlierFailing);
export const SomethingWrong = story(fixtures.SomethingWrong);
export const ActingFor = story(fixtures.ActingFor);
export const ViewOnly = story(fixtures.ViewOnly);
export const Failing = story(fixtures.Failing);
export const Offline = story(fixtures.Offline);
export const Nonsense = story(fixtures.Nonsense);
