import type { Meta } from '@storybook/web-components-vite';
import { testResultsFixtures as fixtures } from './fixtures/test-results.fixtures.js';
import { story } from './story.js';

export default { title: 'test-results', component: 'test-results' } satisfies Meta;

export const SignedOut = story(fixtures.SignedOut);
export const AfterIdleLogout = story(fixtures.AfterIdleLogout);
export const Loading = story(fixtures.Loading);
export const Empty = story(fixtures.Empty);
export const One = story(fixtures.One);
export const Many = story(fixtures.Many);
export const LoadedMore = story(fixtures.LoadedMore);
export const NoMatch = story(fixtures.NoMatch);
export const Panel = story(fixtures.Panel);
export const TextResult = story(fixtures.TextResult);
export const Corrected = story(fixtures.Corrected);
export const Cancelled = story(fixtures.Cancelled);
export const ResultLoading = story(fixtures.ResultLoading);
export const ResultFailing = story(fixtures.ResultFailing);
export const Failing = story(fixtures.Failing);
export const Offline = story(fixtures.Offline);
