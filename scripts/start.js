/**
 * Serves the demo: installs what is missing, builds, listens, prints the address.
 *
 *   npm start
 *   npm start -- --people PATH...   brings people along from FHIR R4 bundles, NDJSON, or folders of these
 *   PORT=8080 npm start             this port or none; without PORT the next free one from 4173
 */
import { fileURLToPath } from 'node:url';
import { goWhereNpmWasCalled } from './call-folder.js';
import { ensureDependencies } from './dependencies.js';
import { listen, staticServer } from './static-server.js';

const usualPort = 4173;

const demo = fileURLToPath(new URL('../demo', import.meta.url));
const built = fileURLToPath(new URL('../build/demo', import.meta.url));

/** As strict as a careful hospital's. `default` is the policy that lets the mock worker's URL pass. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html default',
].join('; ');

/** A mistake of the one who calls: one line, no stack. */
class UsageError extends Error {
  /** @override */
  name = 'UsageError';
}

/**
 * @param {readonly string[]} parameters
 * @returns {string[]} the files after `--people`
 */
function peopleFiles([option, ...files]) {
  if (option === undefined) return [];
  if (option !== '--people' || files.some((file) => file.startsWith('--'))) {
    throw new UsageError('Usage: npm start [-- --people FILE...]');
  }
  if (files.length === 0) throw new UsageError('--people: name at least one file.');
  return files;
}

/** @param {string | undefined} text of the variable PORT */
function askedPort(text) {
  if (!text) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`PORT: "${text}" is not a port (0 to 65535).`);
  }
  return port;
}

/**
 * @param {import('node:http').Server} server
 * @param {number | undefined} asked
 */
async function listenSomewhere(server, asked) {
  for (let port = asked ?? usualPort; ; port += 1) {
    try {
      return await listen(server, port);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
      if (asked !== undefined) {
        throw new UsageError(`Port ${port} is taken. Choose another, or leave PORT out.`);
      }
    }
  }
}

/** @param {readonly string[]} files */
async function readPeople(files) {
  if (files.length === 0) return [];
  const { tsImport } = await import('tsx/esm/api'); // installed by now
  /** @type {typeof import('../mocks/server/people-files.js')} */
  const people = await tsImport('../mocks/server/people-files.ts', import.meta.url);
  goWhereNpmWasCalled();
  try {
    return await people.readPeople(files, console.log);
  } catch (error) {
    throw error instanceof people.StartError ? new UsageError(error.message) : error;
  }
}

/** @param {readonly string[]} files */
async function start(files) {
  const port = askedPort(process.env['PORT']);
  ensureDependencies();

  const people = await readPeople(files);
  const server = staticServer({
    root: built,
    headers: {
      'Content-Security-Policy': contentSecurityPolicy,
      'Referrer-Policy': 'same-origin',
    },
    documents: new Map([['/people.json', JSON.stringify(people)]]),
  });
  const address = await listenSomewhere(server, port); // before the build: a taken port shows at once

  const { build } = await import('vite');
  await build({ root: demo, logLevel: 'warn' });
  console.log(`The demo is at ${address} (Ctrl-C ends it)`);

  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
}

try {
  await start(peopleFiles(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
