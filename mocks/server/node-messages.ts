import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';

/** What requests are resolved against: the backend reads paths only. */
export const localOrigin = 'http://localhost';

/** The path that stands for `*`, which is no address. */
export const wholeServer = '/*';

/**
 * A request as the handlers take it, body and all; null: its address, method or headers are none.
 * @param largestBody bytes of a body that are worth keeping
 * @throws Error where the other side goes away
 */
export const requestFrom = async (
  incoming: IncomingMessage,
  largestBody: number,
): Promise<Request | null> => {
  const { url = '', method = 'GET', headers } = incoming;
  const body = await bodyFrom(incoming, largestBody);
  if (!namesOneHost(incoming)) return null;
  // A HEAD is a GET whose answer loses its body on the way (RFC 9110, 9.3.2).
  const asked = method === 'HEAD' ? 'GET' : method;
  try {
    // A client may also send a whole address (RFC 9112, 3.2.2).
    const asterisk = method === 'OPTIONS' && url === '*';
    const path = asterisk ? wholeServer : url;
    const { pathname, search } = new URL(path.startsWith('/') ? localOrigin + path : path);
    return new Request(localOrigin + pathname + search, {
      method: asked,
      headers: Object.entries(headers).map(
        ([name, value]) => [name, String(value)] as [string, string],
      ),
      body: body.length > 0 && asked !== 'GET' ? body : null,
    });
  } catch {
    return null;
  }
};

/** A host, or the address of one, and perhaps a port; also nothing (RFC 9112, 3.2). */
const hostForm = /^(\[[\da-f:.]+\]|[\w.~%-]*)(:\d*)?$/i;

/** Of several hosts, who stands between could read the one, and we the other. HTTP/1.0 needs none. */
const namesOneHost = ({ headersDistinct, httpVersion }: IncomingMessage): boolean => {
  const hosts = headersDistinct['host'] ?? [];
  if (hosts.length === 0) return httpVersion === '1.0';
  return hosts.length === 1 && hosts.every((host) => hostForm.test(host));
};

/** The whole body; of one that is too large, as much as shows it. */
const bodyFrom = async (
  incoming: IncomingMessage,
  largestBody: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    if (size <= largestBody) kept.push(chunk);
    size += chunk.length;
  }
  return new Uint8Array(Buffer.concat(kept));
};

/** Sends an answer, to the end; a network error ends the connection instead. */
export const sendTo = async (outgoing: ServerResponse, response: Response): Promise<void> => {
  if (response.type === 'error') {
    outgoing.destroy();
    return;
  }
  const body = new Uint8Array(await response.arrayBuffer());
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
  if (response.body) outgoing.setHeader('Content-Length', body.length); // for a HEAD, too
  outgoing.end(body);
  await finished(outgoing);
};
