import { expect } from 'chai';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readCommand, runCommand, type Command } from '../../../mocks/server/cli.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { patientBundle } from '../../support/patient-bundle.js';
import { scratchFolder } from '../support/scratch-folder.js';

const { folder, file } = scratchFolder('mock-server-');

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
    expect(readCommand([])).to.deep.equal(usual);
  });

  it('take several people and origins', () => {
    const args = '--people a.json b.json --origin https://a.example --port 0 --people c.json';
    expect(readCommand([...args.split(' '), '--origin', 'https://b.example'])).to.deep.equal({
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
      expect(() => readCommand(args))
        .to.throw()
        .and.include({ name: 'StartError', message });
    });
  }
});

describe('mock-server says what is wrong', () => {
  it('with a policy: every mistake by its path', async () => {
    const wrong = { ...mycooper, session: { idleMinutes: 0, warnMinutes: 2 }, signup: true };
    const path = file('wrong.json', wrong);
    expect((await mistakeOf('--policy', path)).split('\n').sort()).to.deep.equal([
      '  session.idleMinutes: expected a whole number of 2 to 480',
      '  signup: expected an object',
      `The policy "${path}" cannot be used:`,
    ]);
  });

  it('with a file, but not with a mark that an editor has put before it', async () => {
    const marked = file('marked.json', `\uFEFF${JSON.stringify({ ...mycooper, signup: true })}`);
    expect(await mistakeOf('--policy', marked)).to.match(/signup: expected an object/);
  });

  it('with a file: which one', async () => {
    const words = file('words.json', 'words');
    const gone = join(folder, 'gone.json');
    expect(await mistakeOf('--policy', words)).to.equal(
      `${words}: this is not JSON, so not a policy.`,
    );
    expect(await mistakeOf('--policy', gone)).to.equal(`${gone}: there is no such file.`);
    expect(await mistakeOf('--policy', folder)).to.match(/^.*: EISDIR/);
    expect(await mistakeOf('--people', words)).to.equal(
      `${words}: This is not JSON. Expected FHIR R4 as JSON: a bundle, or the NDJSON of a bulk export.`,
    );
  });

  it('with people', async () => {
    const ann = file('ann.json', patientBundle('ann', 'Ann'));
    const patient = file('patient.json', { resourceType: 'Patient' });
    const noBundle = await mistakeOf('--people', patient);
    expect(noBundle.startsWith(`${patient}: `), noBundle).to.be.true;
    const twice = file('ann-again.json', patientBundle('ann-2', 'ANN'));
    expect(await mistakeOf('--people', ann, twice)).to.equal(
      'Two people have the username ann.example: leave one of them out.',
    );
    const one = { fullUrl: 'https://a.example/Patient/1' };
    const bundleAt = (given: string) => {
      const { entry, ...rest } = patientBundle('1', given);
      return { ...rest, entry: entry.map((each) => ({ ...one, ...each })) };
    };
    expect(
      await mistakeOf(
        '--people',
        file('one-address.json', bundleAt('Cleo')),
        file('same-address.json', bundleAt('Dora')),
      ),
    ).to.equal(
      'Cleo Example and Dora Example have one fullUrl, so would have one record: leave one of them out.',
    );
  });

  it('with the port, and lets go of the state', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const state = join(folder, 'unused.json');
    const message = `Port ${port} is taken: choose another.`;
    expect(await mistakeOf('--port', port, '--state', state)).to.equal(message);
    expect(await mistakeOf('--port', port, '--state', state)).to.equal(message);
    other.close();
  });

  it('with the state, and lets go of it', async () => {
    const state = file('state.json', 'words\n');
    expect(await mistakeOf('--state', state)).to.match(/holds something else/);
    expect(await mistakeOf('--state', state)).to.match(/holds something else/);
  });
});
