import { readFile, rm, writeFile } from 'node:fs/promises';
import { StorageError } from '../db/persistence.js';

/** Locks that this process has taken and not given back. */
const held = new Set<string>();

/**
 * Makes a file that says that this process uses another one. What a process has left behind that has
 * ended since is taken over.
 * @returns gives the lock back
 * @throws StorageError while somebody has it
 */
export const takeLock = async (path: string): Promise<() => Promise<void>> => {
  if (!(await created(path))) {
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (held.has(path) || isAlive(holder)) throw inUse(path, holder);
    await rm(path, { force: true });
    if (!(await created(path))) throw inUse(path, holder); // somebody was quicker
  }
  held.add(path);
  return async () => {
    held.delete(path);
    await rm(path, { force: true });
  };
};

/** Whether it was not there before: the file system lets only one of several processes make it. */
const created = async (path: string): Promise<boolean> => {
  try {
    await writeFile(path, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/** A lock of our own number that we do not hold is from an earlier life, as in a container. */
const isAlive = (pid: number): boolean => {
  if (pid === process.pid) return false;
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
