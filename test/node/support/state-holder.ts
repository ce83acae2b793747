/** Opens the state file that each line names, as a server does, and says how that went. */
import { createInterface } from 'node:readline';
import { FilePersistence } from '../../../mocks/server/file-persistence.js';

console.log('ready');
for await (const path of createInterface(process.stdin)) {
  await FilePersistence.open(path).then(
    () => console.log('has it'),
    ({ name }: Error) => console.log(name),
  );
}
