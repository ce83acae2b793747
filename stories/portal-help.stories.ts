import type { Meta } from '@storybook/web-components-vite';
import { portalHelpFixtures as fixtures } from './fixtures/portal-help.fixtures.js';
import { story } from './story.js';

export default { title: 'portal-help', component: 'portal-help' } satisfies Meta;

export const NoPolicyYet = story(fixtures.NoPolicyYet);
export const Open = story(fixtures.Open);
export const OpenMyChart = story(fixtures.OpenMyChart);
export const Closed = story(fixtures.Closed);
export const Holiday = story(fixtures.Holiday);
export const SignedIn = story(fixtures.SignedIn);
export const FilledIn = story(fixtures.FilledIn);
export const ContactOnly = story(fixtures.ContactOnly);
export const NoApps = story(fixtures.NoApps);
export const BackendUnreachable = story(fixtures.BackendUnreachable);
export const OwnPolicy = story(fixtures.OwnPolicy);
export const WrongPolicy = story(fixtures.WrongPolicy);
export const Spanish = story(fixtures.Spanish);
