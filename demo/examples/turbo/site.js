// Listeners stand on the document: a page that Turbo swaps takes its own along.
document.addEventListener('portal-navigate', (event) => {
  if (new URL(event.href).origin !== location.origin) return;
  event.preventDefault();
  Turbo.visit(event.href);
});
document.addEventListener('portal-session-ended', () => Turbo.visit('./index.html'));
document.addEventListener('click', ({ target }) => {
  if (target.closest('.sign-out')) document.querySelector('portal-session').signOut();
});
