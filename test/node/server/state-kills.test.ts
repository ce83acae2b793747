import { expect } from 'chai';
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { finallyDo } from '../support/cleanup.js';
import { scratchFolder } from '../support/scratch-folder.js';

const { folder } = scratchFolder('state-kills-');
const state = join(folder, 'state.json');
const script = join(folder, 'state-writer.mjs');
const kills = 30;

/** Starts a writer, and kills it while it writes on; returns what it found, and the last it has confirmed. */
const killedAfter = async (confirmations: number) => {
  const child = spawn(process.execPath, [script, state], { stdio: ['ignore', 'pipe', 'inherit'] });
  finallyDo(() => child.kill('SIGKILL'));
  const closed = once(child, 'close');
  let found: number[] = [];
  let last = 0;
  let read = 0;
  for await (const line of createInterface(child.stdout)) {
    if (read === 0) found = JSON.parse(line) as number[];
    else last = Number(line);
    if (read === confirmations) child.kill('SIGKILL');
    read += 1;
  }
  expect((await closed)[1]).to.equal('SIGKILL');
  return { found, last, read };
};

describe('a state whose server is killed while it writes', () => {
  before(() =>
    build({
      entryPoints: [fileURLToPath(new URL('../support/state-writer.ts', import.meta.url))],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: script, // compiled once: it is started often
      logLevel: 'error',
    }),
  );

  it(`has all that was confirmed, and no half of anything, after each of ${kills} kills`, async () => {
    let last = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      const { found, ...end } = await killedAfter((kill * 17) % 61);
      // The latest twenty, each whole; the one under way at the kill may be there, too.
      const newest = Math.max(0, ...found);
      expect(newest, `kill ${kill}`).to.be.oneOf([last, last + 1]);
      const expected = Array.from({ length: Math.min(20, newest) }, (_, n) => newest - n);
      expect(found, `kill ${kill}`).to.have.members(expected);
      last = Math.max(newest, end.last);
    }
    expect(last).to.be.greaterThan(500);
    const first = (await readFile(state, 'utf8')).split('\n')[0] ?? '';
    expect(first.length, 'the file was written anew meanwhile').to.be.greaterThan(20 * 40_000);
    expect(await readdir(folder)).to.have.length.at.most(4); // state, its lock and successor; the script
  });
});
