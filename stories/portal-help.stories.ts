import type { Meta } from '@storybook/web-components-vite';
import { portalHelpFixtures as fixtures } from './fixtures/portal-help.fixtures.js';
import { empty, everyday, network, refused, signingIn } from './story.js';

export default {
  id: 'portal-help',
  title: 'Elements/portal-help',
  component: 'portal-help',
} satisfies Meta;

export const Open = everyday(fixtures.Open);
export const OpenMyChart = everyday(fixtures.OpenMyChart);
export const Closed = everyday(fixtures.Closed);
export const Holiday = everyday(fixtures.Holiday);
export const FilledIn = everyday(fixtures.FilledIn);
export const ContactOnly = everyday(fixtures.ContactOnly);
export const NoApps = everyday(fixtures.NoApps);
export const OwnPolicy = everyday(fixtures.OwnPolicy);
export const Spanish = everyday(fixtures.Spanish);

export const NoPolicyYet = empty(fixtures.NoPolicyYet);

export const WrongPolicy = refused(fixtures.WrongPolicy);

export const BackendUnreachable = network(fixtures.BackendUnreachable);

export const SignedIn = signingIn(fixtures.SignedIn);
