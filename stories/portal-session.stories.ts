import type { Meta } from '@storybook/web-components-vite';
import { portalSessionFixtures as fixtures } from './fixtures/portal-session.fixtures.js';
import { everyday, network, refused } from './story.js';

export default {
  id: 'portal-session',
  title: 'Elements/portal-session',
  component: 'portal-session',
  // A modal dialog each: in frames of their own on the page of documentation.
  parameters: { docs: { story: { inline: false, height: '320px' } } },
} satisfies Meta;

export const IdleWarning = everyday(fixtures.IdleWarning);
export const LastSeconds = everyday(fixtures.LastSeconds);

export const Misconfigured = refused(fixtures.Misconfigured);

export const SignOutUnanswered = network(fixtures.SignOutUnanswered);
