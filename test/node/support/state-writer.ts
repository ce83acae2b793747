/**
 * Keeps its state in a file, as a server does, and writes one draft after the other until it is killed. It says
 * what it found, and then the number of each draft once that is stored, which is when a server would answer.
 */
import { Database } from '../../../mocks/db/database.js';
import { FilePersistence } from '../../../mocks/server/file-persistence.js';

const print = (line: string | number) => process.stdout.write(`${line}\n`);

/** So many drafts, each of which is written again and again. */
const drafts = 20;

const [path = ''] = process.argv.slice(2);
const db = await Database.open(await FilePersistence.open(path), () => Promise.resolve([]));

const found = [...db.tables.drafts.values()].map(({ sequence }) => sequence);
print(JSON.stringify(found));

for (let sequence = Math.max(0, ...found) + 1; ; sequence += 1) {
  const name = String(sequence % drafts);
  await db.transact((tables) => {
    tables.drafts.put({
      id: name,
      name,
      accountId: 'ann',
      patientId: 'ann',
      form: 'message',
      writer: 'page',
      sequence,
      content: { text: 'x'.repeat(40_000) },
      savedAt: 0,
    });
  });
  print(sequence);
}
