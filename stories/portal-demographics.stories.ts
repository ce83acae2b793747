import type { Meta } from '@storybook/web-components-vite';
import { portalDemographicsFixtures as fixtures } from './fixtures/portal-demographics.fixtures.js';
import { story } from './story.js';

export default { title: 'portal-demographics', component: 'portal-demographics' } satisfies Meta;

export const SignedOut = story(fixtures.SignedOut);
export const AfterIdleLogout = story(fixtures.AfterIdleLogout);
export const Loading = story(fixtures.Loading);
export const NotAskedHere = story(fixtures.NotAskedHere);
export const NotAnswered = story(fixtures.NotAnswered);
export const Answered = story(fixtures.Answered);
export const SeveralAnswers = story(fixtures.SeveralAnswers);
export const Declined = story(fixtures.Declined);
export const Changing = story(fixtures.Changing);
export const NothingChosen = story(fixtures.NothingChosen);
export const Saving = story(fixtures.Saving);
export const Saved = story(fixtures.Saved);
export const NotSaved = story(fixtures.NotSaved);
export const Conflict = story(fixtures.Conflict);
export const NoLongerAsked = story(fixtures.NoLongerAsked);
export const ActingFor = story(fixtures.ActingFor);
export const ViewOnly = story(fixtures.ViewOnly);
export const Failing = story(fixtures.Failing);
export const Offline = story(fixtures.Offline);
export const Nonsense = story(fixtures.Nonsense);
