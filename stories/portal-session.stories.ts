import type { Meta } from '@storybook/web-components-vite';
import { portalSessionFixtures as fixtures } from './fixtures/portal-session.fixtures.js';
import { story } from './story.js';

export default { title: 'portal-session', component: 'portal-session' } satisfies Meta;

export const IdleWarning = story(fixtures.IdleWarning);
export const LastSeconds = story(fixtures.LastSeconds);
export const Misconfigured = story(fixtures.Misconfigured);
