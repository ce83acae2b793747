import { PortalNavigateEvent } from './navigate.events.js';

/** Whether the page goes there its own way. */
const isTaken = (from: Element, href: string): boolean =>
  !from.dispatchEvent(new PortalNavigateEvent(new URL(href, document.baseURI).href));

/**
 * Goes to a page by script, unless the host's page takes it (`portal-navigate`).
 * @param href checked before: see `pageHref`
 */
export const navigate = (from: Element, href: string): void => {
  if (!isTaken(from, href)) location.assign(href);
};

/** Asks the host's page about each link of an element that would leave the page in this tab. */
export const watchLinks = (root: HTMLElement | DocumentFragment): void => {
  root.addEventListener('click', onClick);
};

const onClick = (event: Event): void => {
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
  if (event.defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
  const link = (event.target as Element).closest('a');
  // What a page has put into a slot is the page's own.
  if (!link || !(event.currentTarget as Node).contains(link)) return;
  const isPage = /^https?:/.test(link.protocol) && !link.getAttribute('href')?.startsWith('#');
  if (!isPage || link.target || link.download) return;
  if (isTaken(link, link.href)) event.preventDefault();
};
