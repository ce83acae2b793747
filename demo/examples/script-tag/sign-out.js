/** The button in the site's own header: shows while somebody is signed in. */
const session = document.querySelector('portal-session');
const button = document.querySelector('header button');

session.addEventListener('portal-session-started', () => (button.hidden = false));
session.addEventListener('portal-session-ended', () => location.assign('./index.html'));
button.addEventListener('click', () => session.signOut());
