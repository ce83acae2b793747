/** On a phone the line through the record is wider than the page: brings the page that is open into view. */
export const showRecordPage = (): void => {
  const nav = document.querySelector<HTMLElement>('.record-nav');
  const current = nav?.querySelector<HTMLElement>('[aria-current]');
  if (!nav || !current) return;
  const { left, width } = current.getBoundingClientRect();
  nav.scrollLeft += left + width / 2 - nav.getBoundingClientRect().left - nav.clientWidth / 2;
};
