import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream';

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * @typedef {object} Site
 * @property {string} root folder to serve
 * @property {Record<string, string>} [headers] sent with every answer
 * @property {ReadonlyMap<string, string>} [documents] JSON texts by path, served beside the files
 */

/**
 * A server of files. HTML and JSON are never stored, so that a rebuilt site shows at once;
 * a browser asks again for the rest.
 * @param {Site} site
 */
export function staticServer({ root, headers = {}, documents = new Map() }) {
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('X-Content-Type-Options', 'nosniff');

    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return plain(response, 405, 'Only GET and HEAD.');
    }
    const path = pathOf(request.url ?? '/');
    if (path === undefined) return plain(response, 400, 'Not a path.');

    const document = documents.get(path);
    if (document !== undefined) {
      response.writeHead(200, { 'Content-Type': types['.json'], 'Cache-Control': 'no-store' });
      return response.end(document);
    }
    const file = fileAt(root, path);
    if (!file) return plain(response, 404, 'There is no such page.');

    const type = types[extname(file.path)] ?? 'application/octet-stream';
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': file.size,
      'Cache-Control': /^(text\/html|application\/json)/.test(type) ? 'no-store' : 'no-cache',
    });
    if (request.method === 'HEAD') return response.end();
    return pipeline(createReadStream(file.path), response, () => undefined);
  });
}

/**
 * @param {string} url of the request
 * @returns {string | undefined} its path, decoded; undefined when it is malformed
 */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} root
 * @param {string} path decoded, begins with a slash
 */
function fileAt(root, path) {
  const target = join(root, path.endsWith('/') ? `${path}index.html` : path);
  if (!target.startsWith(join(root, sep)) || target.includes('\0')) return undefined;
  const stats = statSync(target, { throwIfNoEntry: false });
  return stats?.isFile() ? { path: target, size: stats.size } : undefined;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function plain(response, status, text) {
  response.writeHead(status, { 'Content-Type': types['.txt'], 'Cache-Control': 'no-store' });
  return response.end(`${text}\n`);
}

/**
 * Listens on the loopback interface.
 * @param {import('node:http').Server} server
 * @param {number} port 0: any free one
 * @returns {Promise<string>} the address
 * @throws {Error & {code: 'EADDRINUSE'}} when the port is taken
 */
export function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve(`http://localhost:${address.port}/`);
    });
  });
}
