// Listeners stand on the document: what htmx swaps takes none along.
const goTo = (href) =>
  htmx.ajax('GET', href, { target: 'main', select: 'main', swap: 'outerHTML', push: href });

document.addEventListener('portal-navigate', (event) => {
  if (new URL(event.href).origin !== location.origin) return;
  event.preventDefault();
  goTo(event.href);
});
document.addEventListener('portal-session-ended', () => goTo('./index.html'));
document.addEventListener('click', ({ target }) => {
  if (target.closest('.sign-out')) document.querySelector('portal-session').signOut();
});
