import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/project.js';

/** Starts the demo in a way that cannot work, and waits for its end. */
const failedStart = (parameters: readonly string[], port?: string) => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/start.js', ...parameters], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PORT: port },
  });
  return { status, message: stderr };
};

describe('npm start says in one line what is wrong', () => {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  after(() => rmSync(folder, { recursive: true }));

  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { status, message } = failedStart([], String(port));
    other.close();
    assert.equal(status, 1);
    assert.equal(message, `Port ${port} is taken. Choose another, or leave PORT out.\n`);
  });

  it('a port that is none', () => {
    const { status, message } = failedStart([], '80a');
    assert.equal(status, 1);
    assert.equal(message, 'PORT: "80a" is not a port (0 to 65535).\n');
  });

  it('an option that there is not', () => {
    const { status, message } = failedStart(['--poeple', 'a.json']);
    assert.equal(status, 1);
    assert.equal(message, 'Usage: npm start [-- --people FILE...]\n');
  });

  it('--people without a file', () => {
    assert.match(failedStart(['--people']).message, /^--people: name at least one file\.\n$/);
  });

  it('a file that is not there', () => {
    const { status, message } = failedStart(['--people', 'nowhere.json']);
    assert.equal(status, 1);
    assert.equal(message, 'nowhere.json: there is no such file.\n');
  });

  it('a file that is not JSON', () => {
    const path = file('words.json', 'words');
    assert.equal(
      failedStart(['--people', path]).message,
      `${path}: this is not JSON, so not a FHIR bundle.\n`,
    );
  });

  it('a file that is no bundle', () => {
    const path = file('other.json', '{"resourceType":"Patient"}');
    const { status, message } = failedStart(['--people', path]);
    assert.equal(status, 1);
    assert.ok(message.startsWith(`${path}: `), message);
    assert.equal(message.trim().split('\n').length, 1);
  });
});
