let told = false;

/** Tells the page's author, once on each page, that the browser has no channel or no storage for its tabs. */
export const warnOfLessSharing = (): void => {
  if (!told) console.warn('portal-widgets: this browser lets tabs share or keep less.');
  told = true;
};
