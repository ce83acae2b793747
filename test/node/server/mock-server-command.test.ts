import { expect } from 'chai';
import { join } from 'node:path';
import { readCommand, runCommand } from '../../../mocks/server/cli.js';
import type { SignedIn } from '../../../src/contract/account/session.js';
import type { DatedObservation } from '../../../src/contract/record/results.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { finallyDo } from '../support/cleanup.js';
import { HttpBrowser, json } from '../support/http-portal.js';
import { patientBundle } from '../../support/patient-bundle.js';
import { scratchFolder } from '../support/scratch-folder.js';

const { folder, file } = scratchFolder('mock-server-');

describe('mock-server', () => {
  it('serves the policy and people that it is told, and prints them', async () => {
    const lines: string[] = [];
    const ann = file('ann.json', patientBundle('ann', 'Ann'));
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

    expect(account.displayName).to.equal('Ann Example');
    expect(server.address).to.match(/^http:\/\/localhost:\d+\/portal$/);
    expect(lines).to.deep.equal([
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
  it('keeps people apart whose files call them by the same id', async () => {
    const withGlucose = (given: string, value: number) => {
      const { entry, ...rest } = patientBundle('1', given);
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
    finallyDo(() => server.close());
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
    expect(seen).to.deep.equal([
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
    expect((await open.ask('GET', '/clock')).status).to.equal(200);
    const line = `desk:    ${open.server.address}/desk, for anyone on this machine`;
    expect(open.lines).to.include(line);
    await open.server.close();

    const closed = await startWith();
    expect((await closed.ask('GET', '/clock')).status).to.equal(404);
    expect(closed.lines.filter((one) => one.startsWith('desk:'))).to.deep.equal([]);
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
    expect(ahead).to.equal(86_400_000);
    expect(answer.status).to.equal(503);
  });
});

describe('mock-server --state', () => {
  const start = async (...args: string[]) => {
    const lines: string[] = [];
    const command = readCommand(['--port', '0', '--desk', ...args]);
    const server = await runCommand(command, (line) => lines.push(line));
    finallyDo(() => server.close());
    const ask = (method: string, path: string, body: object) =>
      fetch(`${server.address}/desk${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const policy = lines.find((line) => line.startsWith('policy:'))?.split(/ +/)[1];
    return { server, lines, ask, policy };
  };

  it('that is kept takes in who is missing, and says who is there already', async () => {
    const state = join(folder, 'people.json');
    const ann = file('ann.json', patientBundle('ann', 'Ann'));
    const carla = file('carla.json', patientBundle('carla', 'Carla'));
    const first = await start('--state', state, '--people', ann);
    await first.server.close();
    const second = await start('--state', state, '--people', ann, carla);
    const browser = new HttpBrowser(second.server.address);
    expect((await browser.signIn('carla.example', 'Garden-gate-7')).status).to.equal(200);
    expect(second.lines.filter((line) => line.includes('is not read again'))).to.deep.equal([
      'Ann Example is not read again. This person is here already.',
    ]);
  });

  it('has a policy of its own only where the desk has chosen one', async () => {
    const state = join(folder, 'policy.json');
    const first = await start('--state', state);
    expect((await first.ask('POST', '/start-over', {})).status).to.equal(204);
    await first.server.close();
    const second = await start('--state', state, '--policy', 'mycooper');
    expect(second.policy).to.equal('mycooper');
    await second.ask('PUT', '/policy', { policy: 'mychart' });
    await second.ask('POST', '/start-over', {});
    await second.server.close();

    const third = await start('--state', state);
    expect(third.policy).to.equal('mychart');
    const stays = 'The policy mychart was chosen at the desk, and stays. --policy chooses another.';
    expect(third.lines).to.include(stays);
    await third.server.close();
    const fourth = await start('--state', state, '--policy', 'mycooper');
    expect(fourth.policy).to.equal('mycooper');
    const gives = 'The policy mychart, chosen at the desk, gives way to --policy mycooper.';
    expect(fourth.lines).to.include(gives);
  });
});
