import type { Backend } from '../../../mocks/backend.js';
import { startServer, type MockServer } from '../../../mocks/server/index.js';
import type { Connect } from '../../support/connect.js';

const servers = new Map<Backend, Promise<MockServer>>();

/** Cookies by browser: those who name the same one are its tabs. */
const cookieOf = new Map<string, string>();

/** A browser whose requests go to a server of its backend, over real HTTP with real cookies. */
export const connectByHttp: Connect = (
  backend,
  { browser = crypto.randomUUID(), cookies = true } = {},
) => {
  return async (input, init) => {
    const { address } = await serverOf(backend);
    const headers = new Headers(init?.headers);
    const kept = cookieOf.get(browser);
    const takesCookies = cookies && init?.credentials !== 'omit';
    if (takesCookies && kept !== undefined) headers.set('Cookie', kept);
    if (typeof input !== 'string') throw new TypeError('The tests name paths.');
    const response = await fetch(address + input.slice(backend.baseUrl.length), {
      ...init,
      headers,
    });
    const [setCookie] = response.headers.getSetCookie();
    if (takesCookies && setCookie) cookieOf.set(browser, setCookie.replace(/;.*/, ''));
    return response;
  };
};

const serverOf = (backend: Backend): Promise<MockServer> => {
  const server = servers.get(backend) ?? startServer({ backend, port: 0 });
  servers.set(backend, server);
  return server;
};

/** Ends every server that a browser has been given. */
export const closeServers = async (): Promise<void> => {
  const all = [...servers.values()];
  servers.clear();
  for (const server of await Promise.all(all)) await server.close();
};
