/** Serves a built site on a free port, and prints its address: `serve-site.js FOLDER NAME`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project.js';
import { listen, staticServer } from '../static-server.js';

const [folder = '', name = ''] = process.argv.slice(2);
if (!existsSync(join(root, folder))) {
  console.error(`There is no ${folder}: npm run build-${name} makes it.`);
  process.exit(1);
}
const port = Number(process.env['PORT'] ?? 0);
const address = await listen(staticServer({ root: join(root, folder) }), port);
console.log(`Serving ${name} at ${address}`);
