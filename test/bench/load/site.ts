/** A clinic's site over real HTTP, its files compressed as a server keeps them, with a backend beside them. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { build as viteBuild } from 'vite';
import { createBackend } from '../../../mocks/backend.js';
import { createFetch } from '../../../mocks/fetch.js';
import { people } from '../../../mocks/people/index.js';
import { embedFiles } from '../../../scripts/embed.js';
import { root } from '../../../scripts/project.js';
import type { SessionAnswer } from '../../../src/contract/account/session.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { bundle } from '../browser.js';
import { documentOf, loadPages } from './pages.js';

const react = (page: string) =>
  bundle(page, {
    minify: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
  });

/** What a host's own build makes of the sign-in form, with paths as the page asks for them. */
const viteFiles = async (): Promise<[string, string][]> => {
  const built = await viteBuild({
    root,
    base: '/vite/',
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      rolldownOptions: {
        input: { login: 'test/bench/load/vite-login.ts' },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
      modulePreload: { polyfill: false },
    },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  return outputs.flatMap((file) =>
    file.type === 'chunk' ? [[`/vite/${file.fileName}`, file.code] as [string, string]] : [],
  );
};

/** @returns all scripts and pages by their path */
const filesOfSite = async (): Promise<ReadonlyMap<string, string>> => {
  const { files, firstView } = await embedFiles();
  return new Map([
    ...files.map(({ fileName, code }) => [`/embed/${fileName}`, code] as const),
    ...(await viteFiles()),
    ['/react/form.js', await react('load/react-form.ts')] as const,
    ['/react/table.js', await react('load/react-table.ts')] as const,
    ...loadPages.map((page) => [pathOf(page.name), documentOf(page, firstView)] as const),
  ]);
};

export const pathOf = (name: string): string => `/pages/${name.replace(/\W+/g, '-')}.html`;

export interface Site {
  readonly server: Server;
  readonly origin: string;
}

/**
 * @param files by path, compressed
 * @param person who is signed in; undefined: nobody
 * @returns a server that listens on a free port of this machine
 */
const serve = async (files: ReadonlyMap<string, Buffer>, person?: string): Promise<Site> => {
  const now = Date.now();
  const backend = await createBackend({
    policy: mycooper,
    baseUrl: '/api',
    clock: { now: () => now },
    people: people(now),
  });
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (file) sendFile(response, request.url ?? '', file);
    else
      forward(request, response, ask).catch((error: unknown) => {
        console.error(error);
        response.writeHead(500).end();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The site has no port.');
  const origin = `http://localhost:${address.port}`;
  const ask = createFetch(backend, { origin });
  if (person) await signIn(ask, person);
  return { server, origin };
};

const signIn = async (ask: typeof fetch, username: string) => {
  const { csrfToken } = (await (await ask('/api/session')).json()) as SessionAnswer;
  const { ok } = await ask('/api/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken },
    body: JSON.stringify({ username, password: 'Garden-gate-7' }),
  });
  if (!ok) throw new Error(`${username} cannot sign in.`);
};

const sendFile = (response: ServerResponse, path: string, file: Buffer) => {
  response.writeHead(200, {
    'Content-Type': path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8',
    'Content-Encoding': 'br',
    'Cache-Control': 'no-cache',
  });
  response.end(file);
};

const forward = async (request: IncomingMessage, response: ServerResponse, ask: typeof fetch) => {
  const body = await textOf(request);
  const answer = await ask(request.url ?? '/', {
    method: request.method ?? 'GET',
    headers: Object.entries(request.headers).map(
      ([name, value]) => [name, String(value)] as [string, string],
    ),
    ...(body !== '' && { body }),
  });
  response.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    'Content-Encoding': 'br',
  });
  response.end(brotliCompressSync(await answer.text()));
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

/** @returns the site for a stranger, and for Rosa Delgado, who has signed in */
export const openSites = async (): Promise<{ signedOut: Site; signedIn: Site }> => {
  const files = new Map(
    [...(await filesOfSite())].map(([path, text]) => [path, brotliCompressSync(text)]),
  );
  return { signedOut: await serve(files), signedIn: await serve(files, 'rosa.delgado') };
};
