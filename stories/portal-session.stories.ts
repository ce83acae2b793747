import type { Meta } from '@storybook/web-components-vite';
import { portalSessionFixtures as fixtures } from './fixtures/portal-session.fixtures.js';
import { story } from './story.js';

export default {
  title: 'portal-session',
  component: 'portal-session',
  // A modal dialog each: in frames of their own on the page of documentation.
  parameters: { docs: { story: { inline: false, height: '320px' } } },
} satisfies Meta;

export const IdleWarning = story(fixtures.IdleWarning);
export const LastSeconds = story(fixtures.LastSeconds);
export const SignOutUnanswered = story(fixtures.SignOutUnanswered);
export const Misconfigured = story(fixtures.Misconfigured);
