/** Serves the built Storybook on a free port, and prints its address. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../project.js';
import { listen, staticServer } from '../../static-server.js';

const folder = join(root, 'storybook-static');
if (!existsSync(folder)) {
  console.error('There is no built Storybook: npm run build-storybook makes it.');
  process.exit(1);
}
const address = await listen(staticServer({ root: folder }), Number(process.env['PORT'] ?? 0));
console.log(`Storybook is at ${address}`);
