const told = new Set<string>();

/** Tells the page's author, once on each page. Never with what a person has typed or reads. */
export const warnOnce = (what: string): void => {
  if (told.has(what)) return;
  told.add(what);
  console.warn(`portal-widgets: ${what}`);
};
