import type { Tables } from '../../db/tables.js';

/** Name of the session cookie. */
export const sessionCookie = 'portal_session';

/**
 * Where a browser's cookies are kept when the backend runs inside of its page: there neither can the
 * request carry `Cookie` nor the answer set an `HttpOnly` one. Over real HTTP there is none.
 */
export interface CookieJar {
  /** The `Cookie` header that this browser sends. */
  read(tables: Tables): string | null;
  /** Takes a `Set-Cookie` header. */
  keep(tables: Tables, setCookie: string): void;
}

/** The jar of a browser, kept with the backend's data: shared by its tabs, and there after a reload. */
export const browserCookies = (browser: string): CookieJar => ({
  read(tables) {
    const cookies = Object.entries(tables.browsers.get(browser)?.cookies ?? {});
    return cookies.length > 0 ? cookies.map((pair) => pair.join('=')).join('; ') : null;
  },
  keep(tables, setCookie) {
    const [name = '', value = ''] = setCookie.split(/[=;]/);
    const cookies = { ...tables.browsers.get(browser)?.cookies, [name]: value };
    tables.browsers.put({ id: browser, cookies });
  },
});

/** A browser that blocks cookies. */
export const blockedCookies: CookieJar = {
  read: () => null,
  keep: () => undefined,
};

/** A cookie's value in a `Cookie` header (RFC 6265, 4.2). */
export const cookieValue = (header: string | null, name: string): string | undefined =>
  header
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** `Set-Cookie` for a session: out of reach for scripts and for other sites' requests. */
export const setSessionCookie = (sessionId: string, requestUrl: string): string => {
  const secure = new URL(requestUrl).protocol === 'https:' ? '; Secure' : '';
  return `${sessionCookie}=${sessionId}; Path=/; HttpOnly; SameSite=Lax${secure}`;
};
