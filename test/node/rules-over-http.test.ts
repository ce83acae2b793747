/**
 * The tests of the rules, which ask the handlers themselves in three browsers, once more over real
 * HTTP: a server on a port, real headers, real cookies.
 */
import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import { root } from '../../scripts/project.js';
import { connectBy } from '../support/connect.js';
import { closeServers, connectByHttp } from './support/http-connection.js';

/** About what is inside of a page: storage, worker, `fetch` without a server, our client, one handler. */
const pageOnly = ['browser', 'client', 'faults', 'http', 'repeated-requests', 'storage'];

register('./support/chai-alone.js', import.meta.url);
// What the tests ask of the library that runs them in browsers.
Object.assign(globalThis, {
  describe,
  it: (title: string, run: () => void | Promise<void>) => it(title, { timeout: 300_000 }, run),
});
connectBy(connectByHttp);
afterEach(closeServers);

for (const name of readdirSync(`${root}test/handlers`)) {
  const [, subject] = /^(.+)\.test\.ts$/.exec(name) ?? [];
  if (subject && !pageOnly.includes(subject)) await import(`../handlers/${name}`);
}
