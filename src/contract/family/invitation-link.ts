/**
 * What stands before the token in the link of an invitation (`proxy.friends-and-family`). It is a fragment,
 * which browsers send nowhere; the page before it is the hospital's own, with `<proxy-switcher>` on it.
 */
export const invitationLinkPrefix = '#invitation=';
