/** Opens the state file that each line names, as a server does, and says how that went. */
import { createInterface } from 'node:readline';
import { FilePersistence } from '../../../mocks/server/file-persistence.js';

const print = (line: string) => process.stdout.write(`${line}\n`);

print('ready');
for await (const path of createInterface(process.stdin)) {
  try {
    await FilePersistence.open(path);
    print('has it');
  } catch (error) {
    print((error as Error).name);
  }
}
