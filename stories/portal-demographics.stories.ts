import type { Meta } from '@storybook/web-components-vite';
import { portalDemographicsFixtures as fixtures } from './fixtures/portal-demographics.fixtures.js';
import { empty, everyday, family, network, refused, signingIn } from './story.js';

export default {
  id: 'portal-demographics',
  title: 'Elements/portal-demographics',
  component: 'portal-demographics',
} satisfies Meta;

export const SeveralAnswers = everyday(fixtures.SeveralAnswers);
export const Answered = everyday(fixtures.Answered);
export const Declined = everyday(fixtures.Declined);
export const Changing = everyday(fixtures.Changing);
export const NothingChosen = everyday(fixtures.NothingChosen);
export const Saving = everyday(fixtures.Saving);
export const Saved = everyday(fixtures.Saved);

export const NotAnswered = empty(fixtures.NotAnswered);

export const NotAskedHere = refused(fixtures.NotAskedHere);
export const NoLongerAsked = refused(fixtures.NoLongerAsked);
export const Conflict = refused(fixtures.Conflict);

export const Loading = network(fixtures.Loading);
export const NotSaved = network(fixtures.NotSaved);
export const Failing = network(fixtures.Failing);
export const Offline = network(fixtures.Offline);
export const Nonsense = network(fixtures.Nonsense);

export const ActingFor = family(fixtures.ActingFor);
export const ViewOnly = family(fixtures.ViewOnly);

export const SignedOut = signingIn(fixtures.SignedOut);
export const AfterIdleLogout = signingIn(fixtures.AfterIdleLogout);
