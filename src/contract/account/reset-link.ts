/**
 * What stands before the token in the link of an e-mail. It is a fragment, which browsers send nowhere;
 * the page before it is the hospital's own, with `<portal-recovery>` on it.
 */
export const resetLinkPrefix = '#new-password=';
