/**
 * Takes what the link of an e-mail has brought out of the address, so that it stays neither there nor
 * in the browser's history.
 * @param prefix what stands before the token: `#new-password=`
 * @returns undefined: the page was opened without such a link
 */
export const takeLinkToken = (prefix: string): string | undefined => {
  if (!location.hash.startsWith(prefix)) return undefined;
  const token = location.hash.slice(prefix.length);
  history.replaceState(history.state, '', location.pathname + location.search);
  return token;
};
