import { expect } from 'chai';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { root } from '../../../scripts/project.js';
import { finallyDo } from '../support/cleanup.js';
import { scratchFolder } from '../support/scratch-folder.js';

const { folder, file } = scratchFolder('mock-server-');

describe('npm run mock-server', () => {
  const command = (...args: string[]) => ['--import', 'tsx', 'scripts/mock-server.js', ...args];

  it('ends with 1 and one line where it cannot start', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const { status, stdout, stderr } = await ended(command('mock-server', '--port', port));
    other.close();
    expect({ status, stdout, stderr }).to.deep.equal({
      status: 1,
      stdout: '',
      stderr: `Port ${port} is taken: choose another.\n`,
    });
  });

  it('looks for files where npm was called', async () => {
    file('wrong-here.json', 'words');
    const { stderr } = await ended(command('mock-server', '--policy', 'wrong-here.json'), folder);
    expect(stderr).to.equal('wrong-here.json: this is not JSON, so not a policy.\n');
  });

  it('shows its options', () => {
    const { status, stdout } = spawnSync(process.execPath, command('mock-server', '--help'), {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).to.equal(0);
    for (const option of ['port', 'policy', 'people', 'origin', 'state', 'base', 'desk', 'help']) {
      expect(stdout).to.match(new RegExp(`^  --${option}\\b`, 'm'));
    }
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`ends on ${signal} once the request under way is answered`, async () => {
      const child = spawn(process.execPath, command('mock-server', '--port', '0'), { cwd: root });
      finallyDo(() => child.kill('SIGKILL'));
      const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
      const first = (await lines.next()).value as string;
      const address = / at (\S+) /.exec(first)?.[1] ?? '';

      const sending = request(`${address}/session`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': 2,
          Expect: '100-continue',
        },
      });
      const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
      sending.flushHeaders();
      await once(sending, 'continue');
      child.kill(signal);
      for await (const line of { [Symbol.asyncIterator]: () => lines }) {
        if (line.startsWith('Ending')) break;
      }
      child.kill(signal); // as npm does
      sending.end('{}');
      const [response] = await answered;
      expect(response.resume().statusCode).to.equal(400);
      expect(await once(child, 'exit')).to.deep.equal([0, null]);
    });
  }
});

/** What a process that ends by itself has said. */
const ended = async (args: readonly string[], calledFrom = root) => {
  const env = { ...process.env, INIT_CWD: calledFrom };
  const child = spawn(process.execPath, args, { cwd: root, env });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => (said.stdout += String(text)));
  child.stderr.on('data', (text) => (said.stderr += String(text)));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...said };
};
