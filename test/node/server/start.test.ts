import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { root } from '../../../scripts/project.js';
import { scratchFolder } from '../support/scratch-folder.js';

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
  const { file } = scratchFolder('start-');

  it('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { status, message } = failedStart([], String(port));
    other.close();
    expect(status).to.equal(1);
    expect(message).to.equal(`Port ${port} is taken. Choose another, or leave PORT out.\n`);
  });

  it('a port that is none', () => {
    const { status, message } = failedStart([], '80a');
    expect(status).to.equal(1);
    expect(message).to.equal('PORT: "80a" is not a port (0 to 65535).\n');
  });

  it('an option that there is not', () => {
    const { status, message } = failedStart(['--poeple', 'a.json']);
    expect(status).to.equal(1);
    expect(message).to.equal('Usage: npm start [-- --people FILE...]\n');
  });

  it('--people without a file', () => {
    expect(failedStart(['--people']).message).to.match(/^--people: name at least one file\.\n$/);
  });

  it('a file that is not there', () => {
    const { status, message } = failedStart(['--people', 'nowhere.json']);
    expect(status).to.equal(1);
    expect(message).to.equal('nowhere.json: there is no such file.\n');
  });

  it('a file that is not JSON', () => {
    const path = file('words.json', 'words');
    expect(failedStart(['--people', path]).message).to.equal(
      `${path}: This is not JSON. Expected FHIR R4 as JSON: a bundle, or the NDJSON of a bulk export.\n`,
    );
  });

  it('a file that is no bundle', () => {
    const path = file('other.json', '{"resourceType":"Patient"}');
    const { status, message } = failedStart(['--people', path]);
    expect(status).to.equal(1);
    expect(message.startsWith(`${path}: `), message).to.be.true;
    expect(message.trim().split('\n').length).to.equal(1);
  });
});
