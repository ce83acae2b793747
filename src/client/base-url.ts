const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address that endpoints are relative to, without a slash at its end.
 * @throws TypeError for what is no http address, and for plain http other than to this computer
 *   (`session.encrypted`).
 */
export const checkedBaseUrl = (baseUrl: string, documentUrl: string): string => {
  let url: URL;
  try {
    url = new URL(baseUrl, documentUrl);
  } catch {
    throw new TypeError(`base-url "${baseUrl}" is no web address.`);
  }
  const safe =
    url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname));
  if (!safe) {
    throw new TypeError(`base-url "${url.href}" is not encrypted: use https.`);
  }
  return `${url.origin}${url.pathname.replace(/\/$/, '')}`;
};
