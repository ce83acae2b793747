import { resetLinkPrefix } from '../../contract/reset-link.js';

/**
 * Takes what the link of an e-mail has brought out of the address, so that it stays neither there nor
 * in the browser's history. Undefined: the page was opened without such a link.
 */
export const takeResetToken = (): string | undefined => {
  if (!location.hash.startsWith(resetLinkPrefix)) return undefined;
  const token = location.hash.slice(resetLinkPrefix.length);
  history.replaceState(history.state, '', location.pathname + location.search);
  return token;
};
