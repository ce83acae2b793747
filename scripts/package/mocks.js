import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from '../project.js';

/** @typedef {{ files: { fileName: string, code: string }[], moduleIds: string[] }} Bundle */

/**
 * The simulated backend for a host's own pages and tests, in Node too: with all inside but MSW, which is the
 * host's, so that there is one of it.
 * @returns {Promise<Bundle>}
 */
export const mockModules = () =>
  bundled(
    {
      input: { index: 'mocks/index.ts', 'server/index': 'mocks/server/index.ts' },
      platform: 'neutral',
      resolve: { mainFields: ['module', 'main'] },
      external: [/^msw($|\/)/, /^node:/],
    },
    {
      chunkFileNames: ({ name, facadeModuleId }) =>
        `chunks/${facadeModuleId?.includes('@simplewebauthn') ? 'passkeys' : name}.js`,
      // Names stay, for whoever reads a stack.
      minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
    },
  );

/**
 * The command `portal-widgets` in one file, with all inside: `npx` needs nothing else.
 * @returns {Promise<Bundle>}
 */
export const command = () =>
  bundled(
    { input: { 'portal-widgets': 'mocks/server/bin.ts' }, platform: 'node' },
    { codeSplitting: false, minify: true, comments: false },
  );

/**
 * @param {import('rolldown').InputOptions} options
 * @param {import('rolldown').OutputOptions} output
 * @returns {Promise<Bundle>}
 */
async function bundled(options, output) {
  const build = await rolldown({
    cwd: root,
    tsconfig: join(root, 'tsconfig.json'),
    ...options,
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
  });
  const { output: written } = await build.generate({ format: 'esm', ...output });
  await build.close();
  const chunks = written.filter((file) => file.type === 'chunk');
  return {
    files: chunks.map(({ fileName, code }) => ({ fileName, code })),
    moduleIds: chunks.flatMap((chunk) => chunk.moduleIds),
  };
}
