import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { packageJson } from '../node/support/package.js';
import { packedTarball } from './support/packed.js';

const attw = join(
  dirname(createRequire(import.meta.url).resolve('@arethetypeswrong/cli/package.json')),
  'dist/index.js',
);

/** Style sheets have no types. */
const styles = Object.keys(packageJson.exports).filter((address) => address.endsWith('.css'));

describe('what is published', () => {
  it('is found right by publint', async () => {
    const { buffer } = await readFile(packedTarball());
    const { messages } = await publint({ pack: { tarball: buffer }, strict: true });
    expect(messages).to.deep.equal([]);
  });

  it('has types that Node and bundlers find, by attw', () => {
    // Fails with a table of what is wrong.
    execFileSync(
      process.execPath,
      [
        ...[attw, packedTarball(), '--profile', 'esm-only'],
        ...['--exclude-entrypoints', ...styles],
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
  });
});
