import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFile, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schemaVersion } from '../../mocks/db/tables.js';
import { createBackend, ManualClock } from '../../mocks/index.js';
import { FilePersistence } from '../../mocks/server/index.js';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { makePerson, makeReport } from '../support/sample-people.js';
import { openServer } from './support/http-portal.js';

describe('a state kept in a file', () => {
  let folder: string;
  let path: string;
  let number = 0;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'state-'));
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

  it('is there again after a restart: people, sessions, wrong passwords, policy', async (t) => {
    const persistence = await FilePersistence.open(path);
    const first = await openServer(t, { persistence });
    await first.browser.signIn('ann.example', 'wrong');
    await first.browser.signIn();
    await first.browser.signIn('no.body', 'wrong');
    await first.backend.setPolicy(mychart);
    await first.server.close();
    await first.backend.close();

    const again = await FilePersistence.open(path);
    const second = await openServer(t, { persistence: again, people: [] });
    second.browser.cookie = first.browser.cookie;
    assert.equal((await second.browser.session()).status, 'signed-in');
    assert.equal((await second.browser.send('GET', '/patients/ann/results/report')).status, 200);
    assert.deepEqual(
      [...second.backend.db.tables.signInAttempts.values()],
      [...first.backend.db.tables.signInAttempts.values()],
    );
    assert.equal(second.backend.policy.id, 'mychart');
  });

  it('is readable for its owner only, and leaves nothing else behind', async () => {
    const backend = await open();
    assert.deepEqual(await files(), [`${number}.json`, `${number}.json.lock`]);
    await backend.close();
    assert.deepEqual(await files(), [`${number}.json`]);
    if (process.platform !== 'win32') assert.equal((await stat(path)).mode & 0o777, 0o600);
  });

  it('is as at first after a reset', async () => {
    const backend = await open();
    await backend.setPolicy(mychart);
    await backend.reset();
    await backend.close();
    const again = await open([]);
    assert.equal(again.policy.id, 'mycooper');
    assert.deepEqual(usernames(again), ['ann.example']);
    await again.close();
  });

  it('keeps nothing of a transaction that failed', async () => {
    const backend = await open();
    const before = await readFile(path);
    await assert.rejects(
      backend.db.transact((tables) => {
        tables.accounts.delete([...tables.accounts.values()][0]?.id ?? '');
        throw new Error('No.');
      }),
      { message: 'No.' },
    );
    assert.deepEqual(await readFile(path), before);
    assert.deepEqual(usernames(backend), ['ann.example']);
    await backend.close();
  });

  it('survives an end in the middle of a line: that transaction never was', async () => {
    const backend = await open();
    await backend.setPolicy(mychart);
    await backend.close();
    await appendFile(path, '{"position":{"epoch":"x","se');

    const second = await open([]);
    assert.equal(second.policy.id, 'mychart');
    await second.setPolicy(mycooper);
    await second.close();
    const third = await open([]);
    assert.equal(third.policy.id, 'mycooper');
    await third.close();
  });

  it('does not grow without end', async () => {
    const backend = await open(['ann', 'bob']);
    const [first] = [...backend.db.tables.patients.values()];
    assert.ok(first);
    const sizes: number[] = [];
    for (let n = 0; n < 60; n += 1) {
      const familyName = `${n} `.padEnd(50_000, 'x');
      await backend.db.transact((tables) => tables.patients.put({ ...first, familyName }));
      sizes.push((await stat(path)).size);
    }
    assert.ok(Math.max(...sizes) < 1.5 * 2 ** 20, String(Math.max(...sizes)));
    await backend.close();
    const again = await open([]);
    assert.match(again.db.tables.patients.get('ann')?.familyName ?? '', /^59 x+$/);
    assert.deepEqual(usernames(again), ['ann.example', 'bob.example']);
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
    assert.ok((await stat(path)).size - before < 300);
    await backend.close();
  });

  it('of another version is refused, and stays', async () => {
    const backend = await open();
    await backend.close();
    const text = (await readFile(path, 'utf8')).replace(/"version":\d+/, '"version":0');
    await writeFile(path, text);
    await assert.rejects(open(['bob']), {
      name: 'StorageError',
      message: `${path} holds a state of version 0, and only version ${schemaVersion} can be read: move it away, or choose another.`,
    });
    assert.equal(await readFile(path, 'utf8'), text);
    assert.deepEqual(await files(), [`${number}.json`]);
  });

  it('starts in an empty file', async () => {
    await writeFile(path, '');
    const backend = await open();
    assert.deepEqual(usernames(backend), ['ann.example']);
    await backend.close();
  });

  it('is never written over something else', async () => {
    for (const text of ['{"name":"package"}\n', 'words', '[]\n', '\n']) {
      await writeFile(path, text);
      await assert.rejects(FilePersistence.open(path), {
        name: 'StorageError',
        message: `${path} holds something else than a server's state: choose another.`,
      });
      assert.equal(await readFile(path, 'utf8'), text);
      assert.deepEqual(await files(), [`${number}.json`]);
    }
  });

  it('that is damaged is named, with its line', async () => {
    const backend = await open();
    await backend.close();
    await appendFile(path, '{"writes":5}\n');
    await assert.rejects(FilePersistence.open(path), {
      message: `${path} is damaged in line 2: remove it.`,
    });
  });

  it('needs a folder', async () => {
    await assert.rejects(FilePersistence.open(join(folder, 'nowhere', 'state.json')), {
      name: 'StorageError',
      message: /^The state cannot be kept in .*state\.json: ENOENT/,
    });
  });

  describe('by one process at a time', () => {
    const inUse = (holder: number) => ({
      name: 'StorageError',
      message: `${path}.lock says that another server (process ${holder}) keeps its state there: end that one, or choose another file. If it is no such server, remove ${path}.lock.`,
    });

    it('refuses a second one', async () => {
      const backend = await open();
      await assert.rejects(FilePersistence.open(path), inUse(process.pid));
      await backend.close();
      await (await open()).close();
    });

    it('refuses while a process of another number lives', async () => {
      await writeFile(`${path}.lock`, `${process.ppid}\n`);
      await assert.rejects(FilePersistence.open(path), inUse(process.ppid));
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
