import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Backend } from '../backend.js';
import { answerer, answerFailure } from './answer.js';
import { brokenRequestAnswer } from './broken-request.js';
import { isOrigin } from './cors.js';
import { requestFrom, sendTo } from './node-messages.js';
import { StartError } from './start-error.js';

export interface ServerOptions {
  /** Its `baseUrl` is a path. Who has made it also closes it. */
  readonly backend: Backend;
  /** 0: any that is free. Default: 8787. */
  readonly port?: number;
  /**
   * Origins of pages elsewhere that may ask this server: `http://localhost:3000`. Of another site than
   * this server they get no session, since the cookie is `SameSite`. Default: none.
   */
  readonly origins?: readonly string[];
  /** Milliseconds that a request may take to come in. Default: 30,000. */
  readonly requestTimeout?: number;
  /** Milliseconds that `close` waits for answers under way. Default: 10,000. */
  readonly closeTimeout?: number;
}

/** A simulated backend on a port of this machine. */
export interface MockServer {
  /** Where its endpoints are: `http://localhost:8787/api`. */
  readonly address: string;
  /** Takes no more requests, and waits until those under way are answered. */
  close(): Promise<void>;
}

/**
 * Serves a backend over real HTTP, on the loopback interface only: for browsers and for programs in
 * any language.
 * @throws StartError for a port that cannot be had, or an origin that is none
 */
export const startServer = async (options: ServerOptions): Promise<MockServer> => {
  const { backend, requestTimeout = 30_000, closeTimeout = 10_000 } = options;
  const origins = originsOf(options);
  const underWay = new Set<Promise<void>>();
  const latest = new WeakMap<Duplex, ServerResponse>();
  const server = createServer({
    requestTimeout,
    headersTimeout: requestTimeout,
    connectionsCheckingInterval: Math.min(requestTimeout, 10_000),
    requireHostHeader: false, // we refuse it ourselves, with problem details
  });
  const respond = responder(server, backend, origins);
  server.on('request', (incoming, outgoing) => {
    const answered = respond(incoming, outgoing).finally(() => underWay.delete(answered));
    underWay.add(answered);
    latest.set(incoming.socket, outgoing);
  });
  server.on('clientError', (error, socket) => {
    const answer = latest.get(socket);
    const isHalfSent = answer?.headersSent === true && !answer.writableFinished;
    if (!socket.writable || isHalfSent) socket.destroy();
    else socket.end(brokenRequestAnswer(error), () => socket.destroy());
  });
  const port = await listen(server, options.port ?? 8787);

  return {
    address: `http://localhost:${port}${backend.baseUrl}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      const limit = AbortSignal.timeout(closeTimeout);
      await Promise.race([Promise.all(underWay), once(limit, 'abort')]);
      server.closeAllConnections(); // those that were opened but never used would stay
      await closed;
    },
  };
};

const originsOf = ({ origins = [] }: ServerOptions): ReadonlySet<string> => {
  const wrong = origins.find((origin) => !isOrigin(origin));
  if (wrong === undefined) return new Set(origins);
  throw new StartError(
    `"${wrong}" is no origin: expected one such as http://localhost:3000, without a path or slash.`,
  );
};

/** Answers one request; a side that has gone away needs no answer. */
const responder = (server: Server, backend: Backend, origins: ReadonlySet<string>) => {
  const answer = answerer(backend, origins);
  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    try {
      const response = await answer(await requestFrom(incoming, backend.largestBody));
      if (!server.listening) outgoing.shouldKeepAlive = false; // it is being closed
      await sendTo(outgoing, response);
    } catch (error) {
      if (outgoing.headersSent || incoming.socket.destroyed) return;
      console.error('The simulated backend failed:', error);
      await sendTo(outgoing, answerFailure(backend)).catch(() => undefined);
    }
  };
};

/** @returns the port */
const listen = async (server: Server, port: number): Promise<number> => {
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StartError(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken: choose another.`
        : `Port ${port} cannot be used: ${message}`,
    );
  }
};
