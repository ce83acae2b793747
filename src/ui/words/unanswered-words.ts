import { msg } from '../../locales/localize.js';

/** Of a sign-out that the backend has not confirmed: for the page, and where somebody has signed out. */
export const unansweredWords = () => ({
  heading: msg('You’re not signed out yet.'),
  text: msg(
    'We can’t reach the portal. Your information is off the screen, and we’ll keep trying. If this note stays, close all browser windows before you leave.',
  ),
});
