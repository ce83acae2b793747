import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { StorageError } from '../db/persistence.js';
import { randomToken } from '../tokens.js';

/** Locks and claims that this process has taken and not given back. */
const held = new Set<string>();

/** How often a lock is tried for while others try, too. */
const tries = 100;

/**
 * Makes a file that says that this process uses another one. What a process has left behind that has
 * ended since is taken over, by one of several at once.
 * @returns gives the lock back
 * @throws StorageError while somebody has it
 */
export const takeLock = async (path: string): Promise<() => Promise<void>> => {
  for (let left = tries; left > 0; left -= 1) {
    if (await created(path)) return () => release(path);
    const holder = await holderOf(path);
    if (holder === undefined) continue; // it was given back just now
    if (isAlive(holder, path)) throw inUse(path, holder);
    if (!(await removeAbandoned(path))) await setTimeout(Math.random() * 20);
  }
  throw inUse(path, (await holderOf(path)) ?? 0);
};

/**
 * Removes a lock whose holder has ended. Between looking and removing, another process could have taken it
 * over; so only who is alone removes: each writes down a claim, under a name of its own, and only then looks
 * for others'. Of two at once at least one sees the other, and gives way.
 * @returns whether we were alone
 */
const removeAbandoned = async (path: string): Promise<boolean> => {
  const claim = `${path}.${process.pid}.${randomToken()}`;
  held.add(claim);
  try {
    await writeFile(claim, '', { flag: 'wx', mode: 0o600 });
    if (await hasRivals(path, claim)) return false;
    const holder = await holderOf(path);
    if (holder !== undefined && !isAlive(holder, path)) await rm(path, { force: true });
    return true;
  } finally {
    held.delete(claim);
    await rm(claim, { force: true });
  }
};

/** Whether another living process claims the lock. Claims of dead ones go: no name comes twice. */
const hasRivals = async (path: string, own: string): Promise<boolean> => {
  const folder = dirname(path);
  const start = `${basename(path)}.`;
  let rivals = false;
  for (const name of await readdir(folder)) {
    const claim = join(folder, name);
    if (!name.startsWith(start) || claim === own) continue;
    if (isAlive(Number(name.slice(start.length).split('.')[0]), claim)) rivals = true;
    else await rm(claim, { force: true });
  }
  return rivals;
};

/** Whether it was not there before: the file system lets only one of several processes make it. */
const created = async (path: string): Promise<boolean> => {
  if (held.has(path)) return false;
  held.add(path); // before it is there: others in this process look, too
  try {
    await writeFile(path, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    held.delete(path);
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/** What somebody removed by hand, and another took since, is no longer ours. */
const release = async (path: string): Promise<void> => {
  if ((await holderOf(path)) === process.pid) await rm(path, { force: true });
  held.delete(path);
};

/** The process that a lock names, 0 for none; undefined: there is no lock. */
const holderOf = async (path: string): Promise<number | undefined> => {
  try {
    return Number(await readFile(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** What names our own number, and is not ours, is from an earlier life, as in a container. */
const isAlive = (pid: number, path: string): boolean => {
  if (pid === process.pid) return held.has(path);
  if (!Number.isInteger(pid) || pid < 1) return true; // being written now, or by nobody we know
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const inUse = (path: string, holder: number): StorageError =>
  new StorageError(
    `${path} says that another server (process ${holder || 'unknown'}) keeps its state there: end that one, or choose another file. If it is no such server, remove ${path}.`,
  );
