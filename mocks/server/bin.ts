#!/usr/bin/env node
import { StorageError } from '../db/persistence.js';
import { PolicyError } from '../../src/policy/policy-error.js';
import { readCommand, runCommand, options, synopsis } from './cli.js';
import { StartError } from './start-error.js';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const main = async ([name, ...args]: readonly string[]): Promise<void> => {
  if (name !== 'mock-server' && name !== '--help') throw new StartError(`Usage: ${synopsis}`);
  const command = readCommand(name === '--help' ? [name] : args);
  if (command.help) {
    print(`Usage: ${synopsis}\n\n${options}`);
    return;
  }
  const server = await runCommand(command, print);

  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) return; // npm hands on a Ctrl-C that the terminal has sent already
      ending = true;
      print('Ending, once what is under way is answered.');
      void server.close();
    });
  }
};

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isUsers = [StartError, PolicyError, StorageError].some((kind) => error instanceof kind);
  if (!isUsers) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
