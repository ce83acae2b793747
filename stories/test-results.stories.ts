import type { Meta } from '@storybook/web-components-vite';
import { testResultsFixtures as fixtures } from './fixtures/test-results.fixtures.js';
import { empty, everyday, family, network, refused, signingIn } from './story.js';

export default {
  id: 'test-results',
  title: 'Elements/test-results',
  component: 'test-results',
} satisfies Meta;

export const Many = everyday(fixtures.Many);
export const One = everyday(fixtures.One);
export const LoadedMore = everyday(fixtures.LoadedMore);
export const Panel = everyday(fixtures.Panel);
export const TextResult = everyday(fixtures.TextResult);
export const Corrected = everyday(fixtures.Corrected);
export const Cancelled = everyday(fixtures.Cancelled);
export const Microbiology = everyday(fixtures.Microbiology);
export const AskOnAnotherPage = everyday(fixtures.AskOnAnotherPage);
export const PdfResult = everyday(fixtures.PdfResult);
export const Trend = everyday(fixtures.Trend);
export const TrendOfManyPages = everyday(fixtures.TrendOfManyPages);
export const TrendWithChanges = everyday(fixtures.TrendWithChanges);
export const TrendOfCriticalValues = everyday(fixtures.TrendOfCriticalValues);
export const TrendOfOneInAnotherUnit = everyday(fixtures.TrendOfOneInAnotherUnit);
export const TrendOfOne = everyday(fixtures.TrendOfOne);
export const TrendInWords = everyday(fixtures.TrendInWords);
export const Download = everyday(fixtures.Download);
export const DownloadUnderWay = everyday(fixtures.DownloadUnderWay);

export const Empty = empty(fixtures.Empty);
export const NoMatch = empty(fixtures.NoMatch);

export const AskWithoutInbox = refused(fixtures.AskWithoutInbox);

export const Loading = network(fixtures.Loading);
export const TrendLoading = network(fixtures.TrendLoading);
export const TrendFailing = network(fixtures.TrendFailing);
export const DownloadFailing = network(fixtures.DownloadFailing);
export const ResultLoading = network(fixtures.ResultLoading);
export const ResultFailing = network(fixtures.ResultFailing);
export const Failing = network(fixtures.Failing);
export const Offline = network(fixtures.Offline);

export const ActingFor = family(fixtures.ActingFor);

export const SignedOut = signingIn(fixtures.SignedOut);
export const AfterIdleLogout = signingIn(fixtures.AfterIdleLogout);
