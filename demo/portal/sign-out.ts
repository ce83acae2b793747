import type { PortalSession } from '../../src/index.js';

/** The button in the hospital's own header: shows while somebody is signed in. */
export const showSignOut = (session: PortalSession): void => {
  const button = document.querySelector<HTMLButtonElement>('.sign-out');
  if (!button) return;
  session.addEventListener('portal-session-started', () => (button.hidden = false));
  session.addEventListener('portal-session-ended', () => (button.hidden = true));
  button.addEventListener('click', () => void session.signOut());
};
