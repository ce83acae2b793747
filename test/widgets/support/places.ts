/** Where an element would go to, as it comes: paths of this site, other addresses whole. Nothing leaves the page. */
export const placesOf = (element: HTMLElement): string[] => {
  const places: string[] = [];
  element.addEventListener('portal-navigate', (event) => {
    event.preventDefault();
    places.push(event.href.replace(location.origin, ''));
  });
  return places;
};
