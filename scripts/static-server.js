import { open, stat } from 'node:fs/promises';
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

const indexName = 'index.html';

/** What the file system says of a file that we cannot serve: no such name, or one that is not for us. */
const absent = new Set(['EACCES', 'EINVAL', 'ELOOP', 'ENAMETOOLONG', 'ENOENT', 'ENOTDIR', 'EPERM']);

/**
 * @typedef {object} Site
 * @property {string} root folder to serve
 * @property {Record<string, string>} [headers] sent with every answer
 * @property {ReadonlyMap<string, string>} [documents] JSON texts by path, served beside the files
 */

/**
 * A server of files. HTML and JSON are never stored, so that a rebuilt site shows at once;
 * a browser asks again for the rest. Whatever is asked, it goes on serving.
 * @param {Site} site
 */
export function staticServer(site) {
  return createServer((request, response) => {
    answer(site, request, response).catch((/** @type {unknown} */ error) => {
      console.error(`${request.method} ${request.url} failed:`, error);
      if (response.headersSent) response.destroy();
      else plain(response, 500, 'This page cannot be read.');
    });
  });
}

/**
 * @param {Site} site
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer({ root, headers = {}, documents = new Map() }, request, response) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('X-Content-Type-Options', 'nosniff');

  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return plain(response, 405, 'Only GET and HEAD.');
  }
  // Who stands between could read the one, and we the other (RFC 9112, 3.2).
  if (request.headersDistinct['host']?.length !== 1) return plain(response, 400, 'Not one Host.');
  const path = pathOf(request.url ?? '/');
  if (path === undefined) return plain(response, 400, 'Not a path.');

  const document = documents.get(path);
  if (document !== undefined) {
    response.writeHead(200, { 'Content-Type': types['.json'], 'Cache-Control': 'no-store' });
    return response.end(document);
  }
  const file = await fileAt(root, path);
  if (!file) return plain(response, 404, 'There is no such page.');

  const type = types[extname(path.endsWith('/') ? indexName : path)] ?? 'application/octet-stream';
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': file.size,
    'Cache-Control': /^(text\/html|application\/json)/.test(type) ? 'no-store' : 'no-cache',
  });
  if (request.method === 'HEAD') {
    await file.handle.close();
    return response.end();
  }
  return pipeline(file.handle.createReadStream(), response, () => undefined);
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
 * @returns {Promise<{ handle: import('node:fs/promises').FileHandle, size: number } | undefined>}
 *   undefined: there is no file of that name, or none that can be read
 */
async function fileAt(root, path) {
  const target = join(root, path.endsWith('/') ? `${path}${indexName}` : path);
  if (!target.startsWith(join(root, sep)) || target.includes('\0')) return undefined;
  try {
    const stats = await stat(target);
    return stats.isFile() ? { handle: await open(target), size: stats.size } : undefined;
  } catch (error) {
    if (absent.has(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) return undefined;
    throw error;
  }
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
