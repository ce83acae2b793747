import type { Meta } from '@storybook/web-components-vite';
import { wholePagesFixtures as fixtures } from './fixtures/whole-pages.fixtures.js';
import { wholePage } from './story.js';

export default {
  id: 'whole-pages',
  title: 'Whole pages/A made-up hospital',
  parameters: { layout: 'fullscreen' },
} satisfies Meta;

export const Home = wholePage(fixtures.Home);
export const SignUp = wholePage(fixtures.SignUp);
export const Day = wholePage(fixtures.Day);
export const Parent = wholePage(fixtures.Parent);
export const Desk = wholePage(fixtures.Desk);
