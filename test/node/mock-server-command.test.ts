import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readCommand, runCommand, type Command } from '../../mocks/server/cli.js';
import { root } from '../../scripts/project.js';
import type { SignedIn } from '../../src/contract/session.js';
import type { DatedObservation } from '../../src/contract/trend.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { HttpBrowser, json } from './support/http-portal.js';

const folder = mkdtempSync(join(tmpdir(), 'mock-server-'));
after(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

/** A FHIR R4 bundle of one patient. */
const bundle = (id: string, given: string) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      resource: {
        resourceType: 'Patient',
        id,
        name: [{ use: 'official', given: [given], family: 'Example' }],
        gender: 'female',
        birthDate: '1980-01-01',
      },
    },
  ],
});

/** Runs a command that cannot work. */
const mistakeOf = async (...args: string[]): Promise<string> => {
  try {
    await runCommand(readCommand(['--port', '0', ...args]), () => undefined);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It started.');
};

describe('the options of mock-server', () => {
  const usual: Command = {
    help: false,
    port: 8787,
    policy: undefined,
    people: [],
    origins: [],
    state: undefined,
    base: '/api',
    desk: false,
  };

  it('can all be left out', () => {
    assert.deepEqual(readCommand([]), usual);
  });

  it('take several people and origins', () => {
    const args = '--people a.json b.json --origin https://a.example --port 0 --people c.json';
    assert.deepEqual(readCommand([...args.split(' '), '--origin', 'https://b.example']), {
      ...usual,
      port: 0,
      people: ['a.json', 'b.json', 'c.json'],
      origins: ['https://a.example', 'https://b.example'],
    });
  });

  for (const [args, message] of [
    [['--prot', '80'], "Unknown option '--prot'. --help lists what there is."],
    [['80'], '"80" belongs to no option. --help lists what there is.'],
    [['--port', '80', '81'], '"81" belongs to no option. --help lists what there is.'],
    [['--people'], "Option '--people <value>' argument missing. --help lists what there is."],
    [['--port', '80a'], '--port: "80a" is not a port (0 to 65535).'],
    [['--port', '65536'], '--port: "65536" is not a port (0 to 65535).'],
    [['--port='], '--port: "" is not a port (0 to 65535).'],
    [['--base', 'api'], '--base: "api" is not a path such as /api.'],
    [['--base', '/'], '--base: "/" is not a path such as /api.'],
    [['--base', '/:id'], '--base: "/:id" is not a path such as /api.'],
  ] as const) {
    it(`${args.join(' ')}: ${message}`, () => {
      assert.throws(() => readCommand(args), { name: 'StartError', message });
    });
  }
});

describe('mock-server says what is wrong', () => {
  it('with a policy: every mistake by its path', async () => {
    const wrong = { ...mycooper, session: { idleMinutes: 0, warnMinutes: 2 }, signup: true };
    const path = file('wrong.json', wrong);
    assert.deepEqual((await mistakeOf('--policy', path)).split('\n').sort(), [
      '  session.idleMinutes: expected a whole number of 1 to 480',
      '  signup: expected an object',
      `The policy "${path}" cannot be used:`,
    ]);
  });

  it('with a file, but not with a mark that an editor has put before it', async () => {
    const marked = file('marked.json', `\uFEFF${JSON.stringify({ ...mycooper, signup: true })}`);
    assert.match(await mistakeOf('--policy', marked), /signup: expected an object/);
  });

  it('with a file: which one', async () => {
    const words = file('words.json', 'words');
    const gone = join(folder, 'gone.json');
    assert.equal(
      await mistakeOf('--policy', words),
      `${words}: this is not JSON, so not a policy.`,
    );
    assert.equal(await mistakeOf('--policy', gone), `${gone}: there is no such file.`);
    assert.match(await mistakeOf('--policy', folder), /^.*: EISDIR/);
    assert.equal(
      await mistakeOf('--people', words),
      `${words}: this is not JSON, so not a FHIR bundle.`,
    );
  });

  it('with people', async () => {
    const ann = file('ann.json', bundle('ann', 'Ann'));
    const patient = file('patient.json', { resourceType: 'Patient' });
    assert.ok((await mistakeOf('--people', patient)).startsWith(`${patient}: `));
    const twice = file('ann-again.json', bundle('ann-2', 'ANN'));
    assert.equal(
      await mistakeOf('--people', ann, twice),
      'Two people have the username ann.example: leave one of them out.',
    );
    const one = { fullUrl: 'https://a.example/Patient/1' };
    const bundleAt = (given: string) => {
      const { entry, ...rest } = bundle('1', given);
      return { ...rest, entry: entry.map((each) => ({ ...one, ...each })) };
    };
    assert.equal(
      await mistakeOf(
        '--people',
        file('one-address.json', bundleAt('Cleo')),
        file('same-address.json', bundleAt('Dora')),
      ),
      'Cleo Example and Dora Example have one fullUrl, so would have one record: leave one of them out.',
    );
  });

  it('with the port, and lets go of the state', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const state = join(folder, 'unused.json');
    const message = `Port ${port} is taken: choose another.`;
    assert.equal(await mistakeOf('--port', port, '--state', state), message);
    assert.equal(await mistakeOf('--port', port, '--state', state), message);
    other.close();
  });

  it('with the state, and lets go of it', async () => {
    const state = file('state.json', 'words\n');
    assert.match(await mistakeOf('--state', state), /holds something else/);
    assert.match(await mistakeOf('--state', state), /holds something else/);
  });
});

describe('mock-server', () => {
  it('serves the policy and people that it is told, and prints them', async () => {
    const lines: string[] = [];
    const ann = file('ann.json', bundle('ann', 'Ann'));
    const policy = file('hospital.json', { ...mycooper, id: 'lakeside' });
    const state = join(folder, 'kept.json');
    const server = await runCommand(
      readCommand([
        ...['--port', '0', '--policy', policy, '--people', ann, '--state', state],
        ...['--origin', 'https://a.example', '--base', '/portal/'],
      ]),
      (line) => lines.push(line),
    );
    const answer = await new HttpBrowser(server.address).signIn('ann.example', 'Garden-gate-7');
    const { account } = await json<SignedIn>(answer);
    await server.close();

    assert.equal(account.displayName, 'Ann Example');
    assert.match(server.address, /^http:\/\/localhost:\d+\/portal$/);
    assert.deepEqual(lines, [
      'ann.json: Ann Example, signs in as ann.example with Garden-gate-7',
      '  read:    0 results with 0 values',
      '  skipped: nothing',
      `The portal's backend is at ${server.address} (Ctrl-C ends it)`,
      'policy:  lakeside (myCooper, Cooper University Hospital)',
      `state:   kept in ${state}`,
      'origins: https://a.example',
      "people:  rosa.delgado, henry.okafor, june.whitfield, sam.reyes (locked), mina.park, ann.example; everybody's password is Garden-gate-7",
    ]);
  });
});

describe('mock-server --people', () => {
  it('keeps people apart whose files call them by the same id', async (t) => {
    const withGlucose = (given: string, value: number) => {
      const { entry, ...rest } = bundle('1', given);
      const glucose = {
        resourceType: 'Observation',
        id: 'glucose',
        status: 'final',
        category: [{ coding: [{ code: 'laboratory' }] }],
        code: { text: 'Glucose' },
        subject: { reference: 'Patient/1' },
        effectiveDateTime: '2024-05-06T08:30:00-04:00',
        valueQuantity: { value, unit: 'mg/dL' },
      };
      return { ...rest, entry: [...entry, { resource: glucose }] };
    };
    const alice = file('alice.json', withGlucose('Alice', 90));
    const bertha = file('bertha.json', withGlucose('Bertha', 400));
    const server = await runCommand(
      readCommand(['--port', '0', '--policy', 'mycooper', '--people', alice, bertha]),
      () => undefined,
    );
    t.after(() => server.close());
    const seen = await Promise.all(
      ['Alice', 'Bertha'].map(async (given) => {
        const browser = new HttpBrowser(server.address);
        const answer = await browser.signIn(`${given.toLowerCase()}.example`, 'Garden-gate-7');
        const { account, subjects } = await json<SignedIn>(answer);
        const path = `/patients/${subjects[0]?.id ?? ''}/observations/search`;
        const found = await browser.write('POST', path, { analyte: 'Glucose' });
        const { observations } = await json<{ observations: DatedObservation[] }>(found);
        return [account.displayName, ...observations.map(({ value }) => value)];
      }),
    );
    const glucose = (value: number) => ({
      kind: 'quantity',
      value,
      comparator: null,
      unit: 'mg/dL',
    });
    assert.deepEqual(seen, [
      ['Alice Example', glucose(90)],
      ['Bertha Example', glucose(400)],
    ]);
  });
});

describe('mock-server --desk', () => {
  const startWith = async (...args: string[]) => {
    const lines: string[] = [];
    const server = await runCommand(readCommand(['--port', '0', ...args]), (line) =>
      lines.push(line),
    );
    const ask = (method: string, path: string, body?: object) =>
      fetch(`${server.address}/desk${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
    return { server, lines, ask };
  };

  it('serves the hospital’s side too, and says so; without it there is none', async () => {
    const open = await startWith('--desk');
    assert.equal((await open.ask('GET', '/clock')).status, 200);
    const line = `desk:    ${open.server.address}/desk, for anyone on this machine`;
    assert.ok(open.lines.includes(line));
    await open.server.close();

    const closed = await startWith();
    assert.equal((await closed.ask('GET', '/clock')).status, 404);
    assert.ok(!closed.lines.some((one) => one.startsWith('desk:')));
    await closed.server.close();
  });

  it('keeps the clock and the faults with the state', async () => {
    const state = join(folder, 'desk.json');
    const before = await startWith('--desk', '--state', state);
    await before.ask('POST', '/clock/moves', { milliseconds: 86_400_000 });
    await before.ask('PUT', '/faults/signIn', { outcome: 'unavailable' });
    await before.server.close();

    const after = await startWith('--desk', '--state', state);
    const { ahead } = await json<{ ahead: number }>(await after.ask('GET', '/clock'));
    const answer = await new HttpBrowser(after.server.address).signIn('rosa.delgado');
    await after.server.close();
    assert.equal(ahead, 86_400_000);
    assert.equal(answer.status, 503);
  });
});

describe('mock-server --state', () => {
  const start = async (t: TestContext, ...args: string[]) => {
    const lines: string[] = [];
    const command = readCommand(['--port', '0', '--desk', ...args]);
    const server = await runCommand(command, (line) => lines.push(line));
    t.after(() => server.close());
    const ask = (method: string, path: string, body: object) =>
      fetch(`${server.address}/desk${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const policy = lines.find((line) => line.startsWith('policy:'))?.split(/ +/)[1];
    return { server, lines, ask, policy };
  };

  it('that is kept takes in who is missing, and says who is there already', async (t) => {
    const state = join(folder, 'people.json');
    const ann = file('ann.json', bundle('ann', 'Ann'));
    const carla = file('carla.json', bundle('carla', 'Carla'));
    const first = await start(t, '--state', state, '--people', ann);
    await first.server.close();
    const second = await start(t, '--state', state, '--people', ann, carla);
    const browser = new HttpBrowser(second.server.address);
    assert.equal((await browser.signIn('carla.example', 'Garden-gate-7')).status, 200);
    assert.deepEqual(
      second.lines.filter((line) => line.includes('is not read again')),
      ['Ann Example is not read again. This person is here already.'],
    );
  });

  it('has a policy of its own only where the desk has chosen one', async (t) => {
    const state = join(folder, 'policy.json');
    const first = await start(t, '--state', state);
    assert.equal((await first.ask('POST', '/start-over', {})).status, 204);
    await first.server.close();
    const second = await start(t, '--state', state, '--policy', 'mycooper');
    assert.equal(second.policy, 'mycooper');
    await second.ask('PUT', '/policy', { policy: 'mychart' });
    await second.ask('POST', '/start-over', {});
    await second.server.close();

    const third = await start(t, '--state', state);
    assert.equal(third.policy, 'mychart');
    const stays = 'The policy mychart was chosen at the desk, and stays. --policy chooses another.';
    assert.ok(third.lines.includes(stays));
    await third.server.close();
    const fourth = await start(t, '--state', state, '--policy', 'mycooper');
    assert.equal(fourth.policy, 'mycooper');
    const gives = 'The policy mychart, chosen at the desk, gives way to --policy mycooper.';
    assert.ok(fourth.lines.includes(gives));
  });
});

describe('npm run mock-server', () => {
  const command = (...args: string[]) => ['--import', 'tsx', 'scripts/mock-server.js', ...args];

  it('ends with 1 and one line where it cannot start', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const { status, stdout, stderr } = await ended(command('mock-server', '--port', port));
    other.close();
    assert.deepEqual(
      { status, stdout, stderr },
      { status: 1, stdout: '', stderr: `Port ${port} is taken: choose another.\n` },
    );
  });

  it('looks for files where npm was called', async () => {
    file('wrong-here.json', 'words');
    const { stderr } = await ended(command('mock-server', '--policy', 'wrong-here.json'), folder);
    assert.equal(stderr, 'wrong-here.json: this is not JSON, so not a policy.\n');
  });

  it('shows its options', () => {
    const { status, stdout } = spawnSync(process.execPath, command('mock-server', '--help'), {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0);
    for (const option of ['port', 'policy', 'people', 'origin', 'state', 'base', 'desk', 'help']) {
      assert.match(stdout, new RegExp(`^  --${option}\\b`, 'm'));
    }
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`ends on ${signal} once the request under way is answered`, async (t) => {
      const child = spawn(process.execPath, command('mock-server', '--port', '0'), { cwd: root });
      t.after(() => child.kill('SIGKILL'));
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
      assert.equal(response.resume().statusCode, 400);
      assert.deepEqual(await once(child, 'exit'), [0, null]);
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
