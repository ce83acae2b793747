const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address that endpoints are relative to, without a slash at its end.
 * @throws TypeError for none, for what is no http address, and for plain http other than to this computer
 *   (`session.encrypted`).
 */
export const checkedBaseUrl = (baseUrl: string, documentUrl: string): string => {
  if (baseUrl && URL.canParse(baseUrl, documentUrl)) {
    const { protocol, hostname, origin, pathname } = new URL(baseUrl, documentUrl);
    if (protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname))) {
      return `${origin}${pathname.replace(/\/$/, '')}`;
    }
  }
  throw new TypeError(`base-url "${baseUrl}"`);
};
