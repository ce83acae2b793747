import { msg } from '../../locales/localize.js';

/** Of a sign-out that the backend has not confirmed: for the page, and where somebody has signed out. */
export const unansweredWords = () => ({
  heading: msg('You are not signed out yet.'),
  text: msg(
    'The portal does not answer. Nothing of yours is shown here any more, and we keep trying. If this note stays, close all windows of your browser before you leave.',
  ),
});
