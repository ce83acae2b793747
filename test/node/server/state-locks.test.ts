import { expect } from 'chai';
import { spawn, spawnSync } from 'node:child_process';
import { link, mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../../scripts/project.js';
import { FilePersistence } from '../../../mocks/server/index.js';
import { rejection } from '../../support/rejection.js';
import { finallyDo } from '../support/cleanup.js';
import { scratchFolder } from '../support/scratch-folder.js';

const { folder } = scratchFolder('state-locks-');
let path: string;
let number = 0;

beforeEach(() => {
  path = join(folder, `${(number += 1)}.json`);
});

const openFile = async (at: string): Promise<FilePersistence> => {
  const persistence = await FilePersistence.open(at);
  finallyDo(() => persistence.close());
  return persistence;
};

const position = { epoch: 'x', seq: 0 };

/** A process that opens the files that it is told to, and keeps them. */
const contender = async () => {
  const script = ['--import', 'tsx', 'test/node/support/state-holder.ts'];
  const child = spawn(process.execPath, script, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  finallyDo(() => child.kill('SIGKILL'));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  await lines.next();
  return async (state: string): Promise<string> => {
    child.stdin.write(`${state}\n`);
    return (await lines.next()).value as string;
  };
};

/** The number of a process that has ended. */
const dead = () => spawnSync(process.execPath, ['--version']).pid;

describe('the lock of a state that a dead server left behind', () => {
  it('is taken over by one of several processes at once, in each of many rounds', async () => {
    const all = await Promise.all([contender(), contender(), contender()]);
    const gone = dead();
    for (let round = 0; round < 12; round += 1) {
      const state = `${path}.${round}`;
      await writeFile(`${state}.lock`, `${gone}\n`);
      const answers = await Promise.all(all.map((open) => open(state)));
      expect(answers.sort()).to.deep.equal(['StorageError', 'StorageError', 'has it']);
    }
  });

  it('is taken over by one of several in one process', async () => {
    const gone = dead();
    for (let round = 0; round < 20; round += 1) {
      path = join(folder, `round-${round}.json`);
      await writeFile(`${path}.lock`, `${round % 2 ? gone : process.pid}\n`);
      const opened = await Promise.allSettled(
        Array.from({ length: 4 }, () => FilePersistence.open(path)),
      );
      const won = opened.filter((each) => each.status === 'fulfilled');
      expect(won).to.have.length(1);
      for (const { value } of won) await value.close();
      expect((await readdir(folder)).filter((name) => name.startsWith('round-'))).to.deep.equal([]);
    }
  });

  it('goes together with the claims of those who died while they took it over', async () => {
    const gone = dead();
    await writeFile(`${path}.lock`, `${gone}\n`);
    await writeFile(`${path}.lock.${gone}.abc`, '');
    await (await FilePersistence.open(path)).close();
    expect((await readdir(folder)).filter((name) => name.startsWith(`${number}.`))).to.be.empty;
  });
});

describe('a lock that somebody else has by now', () => {
  it('is not given back', async () => {
    const persistence = await FilePersistence.open(path);
    await writeFile(`${path}.lock`, `${process.ppid}\n`);
    await persistence.close();
    expect(await readFile(`${path}.lock`, 'utf8')).to.equal(`${process.ppid}\n`);
  });
});

describe('a state by another name', () => {
  it('has one lock: through symbolic links to the file, or to its folder', async () => {
    await symlink(path, `${path}.link`);
    await mkdir(`${path}.d`);
    await symlink(folder, join(`${path}.d`, 'folder'));
    const persistence = await openFile(`${path}.link`); // the file itself is not there yet
    await persistence.replace({ position, documents: [] });
    const inFolder = join(`${path}.d`, 'folder', `${number}.json`);
    for (const name of [path, `${path}.link`, inFolder]) {
      const message = new RegExp(`^${path}\\.lock says that another server`);
      expect(await rejection(FilePersistence.open(name)), name)
        .to.have.property('message')
        .that.matches(message);
    }
  });

  it('stays a symbolic link when the file is written anew', async () => {
    await symlink(path, `${path}.link`);
    const persistence = await FilePersistence.open(`${path}.link`);
    await persistence.replace({ position, documents: [] });
    await persistence.close();
    expect(await readFile(path, 'utf8')).to.contain('portal-widgets state');
    expect(await (await openFile(path)).load()).to.deep.equal({ position, documents: [] });
  });

  it('is refused as a hard link, by either name', async () => {
    const persistence = await FilePersistence.open(path);
    await persistence.replace({ position, documents: [] });
    await link(path, `${path}.link`);
    const refused = async (name: string) =>
      expect(await rejection(FilePersistence.open(name))).to.include({
        name: 'StorageError',
        message: `${name} has another name, too (a hard link), by which another server could use it: remove that name, or choose another file.`,
      });
    await refused(`${path}.link`);
    await persistence.close();
    await refused(path);
  });
});

describe('a state file of a wrong shape', () => {
  const lineOf = (table: string, document: unknown, id = 'x') =>
    JSON.stringify({ position, writes: [{ table, id, document }] });

  for (const [what, line] of [
    ['a table that there is not', lineOf('nothing', { id: 'x' })],
    ['a document under another id', lineOf('patients', { id: 'y' })],
    ['an account without a username', lineOf('accounts', { id: 'x', patientId: 'p', email: null })],
    ['an email to nobody', lineOf('emails', { id: 'x', to: 5, accountId: null })],
    ['settings without a policy', lineOf('settings', { id: 'current' }, 'current')],
    [
      'a policy that is none',
      lineOf('settings', { id: 'current', policy: {}, clockOffset: 0, faults: {} }, 'current'),
    ],
    ['words', 'words'],
    ['null', 'null'],
  ] as const) {
    it(`is named, with its line: ${what}`, async () => {
      const persistence = await FilePersistence.open(path);
      await persistence.replace({ position, documents: [] });
      await persistence.close();
      await writeFile(path, `${line}\n`, { flag: 'a' });
      expect(await rejection(FilePersistence.open(path))).to.include({
        name: 'StorageError',
        message: `${path} is damaged in line 2: remove it.`,
      });
    });
  }
});
