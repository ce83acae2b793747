import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import {
  appendFile,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schemaVersion } from '../../../mocks/db/tables.js';
import { createBackend, ManualClock } from '../../../mocks/index.js';
import { FilePersistence } from '../../../mocks/server/index.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { makePerson, makeReport } from '../../support/sample-people.js';
import { rejection } from '../../support/rejection.js';
import { openServer } from '../support/http-portal.js';

describe('a state kept in a file', () => {
  let folder: string;
  let path: string;
  let number = 0;

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'state-')));
  });
  beforeEach(() => {
    path = join(folder, `${(number += 1)}.json`);
  });
  after(() => rm(folder, { recursive: true }));

  /** A backend that keeps its state there. */
  const open = async (ids = ['ann']) => {
    const persistence = await FilePersistence.open(path);
    const people = ids.map((id) => makePerson(id, `${id}.example`, [makeReport()]));
    const clock = new ManualClock('2026-03-02T15:00:00Z');
    return createBackend({ policy: mycooper, people, clock, passwordIterations: 10, persistence });
  };

  const usernames = ({ db }: Awaited<ReturnType<typeof open>>) =>
    [...db.tables.accounts.values()].map(({ username }) => username);

  const files = async () => (await readdir(folder)).filter((name) => name.startsWith(`${number}.`));

  it('is there again after a restart: people, sessions, wrong passwords, policy', async () => {
    const persistence = await FilePersistence.open(path);
    const first = await openServer({ persistence });
    await first.browser.signIn('ann.example', 'wrong');
    await first.browser.signIn();
    await first.browser.signIn('no.body', 'wrong');
    await first.backend.setPolicy(mychart);
    await first.server.close();
    await first.backend.close();

    const again = await FilePersistence.open(path);
    const second = await openServer({ persistence: again, people: [] });
    second.browser.cookie = first.browser.cookie;
    expect((await second.browser.session()).status).to.equal('signed-in');
    expect((await second.browser.send('GET', '/patients/ann/results/report')).status).to.equal(200);
    expect([...second.backend.db.tables.signInAttempts.values()]).to.deep.equal([
      ...first.backend.db.tables.signInAttempts.values(),
    ]);
    expect(second.backend.policy.id).to.equal('mychart');
  });

  it('is readable for its owner only, and leaves nothing else behind', async () => {
    const backend = await open();
    expect(await files()).to.deep.equal([`${number}.json`, `${number}.json.lock`]);
    await backend.close();
    expect(await files()).to.deep.equal([`${number}.json`]);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).to.equal(0o600);
  });

  it('is as at first after a reset', async () => {
    const backend = await open();
    await backend.setPolicy(mychart);
    await backend.reset();
    await backend.close();
    const again = await open([]);
    expect(again.policy.id).to.equal('mycooper');
    expect(usernames(again)).to.deep.equal(['ann.example']);
    await again.close();
  });

  it('keeps nothing of a transaction that failed', async () => {
    const backend = await open();
    const before = await readFile(path);
    const failure = new Error('No.');
    const failed = backend.db.transact((tables) => {
      tables.accounts.delete([...tables.accounts.values()][0]?.id ?? '');
      throw failure;
    });
    expect(await rejection(failed)).to.equal(failure);
    expect(await readFile(path)).to.deep.equal(before);
    expect(usernames(backend)).to.deep.equal(['ann.example']);
    await backend.close();
  });

  it('survives an end in the middle of a line: that transaction never was', async () => {
    const backend = await open();
    await backend.setPolicy(mychart);
    await backend.close();
    await appendFile(path, '{"position":{"epoch":"x","se');

    const second = await open([]);
    expect(second.policy.id).to.equal('mychart');
    await second.setPolicy(mycooper);
    await second.close();
    const third = await open([]);
    expect(third.policy.id).to.equal('mycooper');
    await third.close();
  });

  it('does not grow without end', async () => {
    const backend = await open(['ann', 'bob']);
    const [first] = [...backend.db.tables.patients.values()];
    if (!first) throw new Error('Nobody is stored.');
    const sizes: number[] = [];
    for (let n = 0; n < 60; n += 1) {
      const familyName = `${n} `.padEnd(50_000, 'x');
      await backend.db.transact((tables) => tables.patients.put({ ...first, familyName }));
      sizes.push((await stat(path)).size);
    }
    expect(Math.max(...sizes)).to.be.lessThan(1.5 * 2 ** 20);
    await backend.close();
    const again = await open([]);
    expect(again.db.tables.patients.get('ann')?.familyName ?? '').to.match(/^59 x+$/);
    expect(usernames(again)).to.deep.equal(['ann.example', 'bob.example']);
    await again.close();
  });

  it('costs a transaction no more when much is stored', async () => {
    const persistence = await FilePersistence.open(path);
    const reports = Array.from({ length: 500 }, (_, n) => makeReport({ id: `report-${n}` }));
    const backend = await createBackend({
      policy: mycooper,
      people: [makePerson('ann', 'ann.example', reports)],
      passwordIterations: 10,
      persistence,
    });
    const before = (await stat(path)).size;
    await backend.db.transact((tables) => {
      tables.signInAttempts.put({ id: 'ann.example', failures: 1, locked: false });
    });
    expect((await stat(path)).size - before).to.be.lessThan(300);
    await backend.close();
  });

  it('of another version is refused, and stays', async () => {
    const backend = await open();
    await backend.close();
    const text = (await readFile(path, 'utf8')).replace(/"version":\d+/, '"version":0');
    await writeFile(path, text);
    expect(await rejection(open(['bob']))).to.include({
      name: 'StorageError',
      message: `${path} holds a state of version 0, and only version ${schemaVersion} can be read: move it away, or choose another.`,
    });
    expect(await readFile(path, 'utf8')).to.equal(text);
    expect(await files()).to.deep.equal([`${number}.json`]);
  });

  it('starts in an empty file', async () => {
    await writeFile(path, '');
    const backend = await open();
    expect(usernames(backend)).to.deep.equal(['ann.example']);
    await backend.close();
  });

  it('is never written over something else', async () => {
    for (const text of ['{"name":"package"}\n', 'words', '[]\n', '\n']) {
      await writeFile(path, text);
      expect(await rejection(FilePersistence.open(path))).to.include({
        name: 'StorageError',
        message: `${path} holds something else than a server's state: choose another.`,
      });
      expect(await readFile(path, 'utf8')).to.equal(text);
      expect(await files()).to.deep.equal([`${number}.json`]);
    }
  });

  it('that is damaged is named, with its line', async () => {
    const backend = await open();
    await backend.close();
    await appendFile(path, '{"writes":5}\n');
    expect(await rejection(FilePersistence.open(path))).to.include({
      message: `${path} is damaged in line 2: remove it.`,
    });
  });

  it('needs a folder', async () => {
    const error = await rejection(FilePersistence.open(join(folder, 'nowhere', 'state.json')));
    expect(error).to.include({ name: 'StorageError' });
    expect(error)
      .to.have.property('message')
      .that.matches(/^The state cannot be kept in .*state\.json: ENOENT/);
  });

  describe('by one process at a time', () => {
    const inUse = (holder: number) => ({
      name: 'StorageError',
      message: `${path}.lock says that another server (process ${holder}) keeps its state there: end that one, or choose another file. If it is no such server, remove ${path}.lock.`,
    });

    it('refuses a second one', async () => {
      const backend = await open();
      expect(await rejection(FilePersistence.open(path))).to.include(inUse(process.pid));
      await backend.close();
      await (await open()).close();
    });

    it('refuses while a process of another number lives', async () => {
      await writeFile(`${path}.lock`, `${process.ppid}\n`);
      expect(await rejection(FilePersistence.open(path))).to.include(inUse(process.ppid));
    });

    it('takes over from one that ended without giving back', async () => {
      const { pid } = spawnSync(process.execPath, ['--eval', '']);
      for (const holder of [pid, process.pid]) {
        await writeFile(`${path}.lock`, `${holder}\n`);
        await (await open()).close();
      }
    });
  });
});
