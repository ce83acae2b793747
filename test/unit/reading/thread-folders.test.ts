import { expect } from 'chai';
import type { ThreadRecord } from '../../../mocks/db/records/index.js';
import { foldersOf, hasWords } from '../../../mocks/handlers/queries/thread-folders.js';
import { makeMessage, makeThread } from '../../support/sample-people.js';

/** Many threads of one record that count how often their messages are read. */
const countedThreads = (count: number) => {
  const counter = { reads: 0 };
  const threads = Array.from({ length: count }, (_, n) => {
    const messages: ThreadRecord['messages'] = [makeMessage({ text: `number${n}`, sentAt: n })];
    return Object.defineProperty(makeThread({ id: `t${n}` }), 'messages', {
      get: () => {
        counter.reads += 1;
        return messages;
      },
      enumerable: true,
    });
  });
  return { counter, threads };
};

describe('the folders of a record', () => {
  it('are made once of threads that have not changed, however many', () => {
    const { counter, threads } = countedThreads(1000);
    const folders = foldersOf(threads);
    expect(folders.inbox.all).to.have.lengthOf(1000);
    const { reads } = counter;
    expect(foldersOf(threads)).to.equal(folders);
    expect(counter.reads).to.equal(reads);
  });

  it('are searched in texts that are made once', () => {
    const { counter, threads } = countedThreads(1000);
    const find = (word: string) => threads.filter((thread) => hasWords(thread, [word]));
    expect(find('number999')).to.have.lengthOf(1);
    const { reads } = counter;
    expect(find('number1')).to.have.lengthOf(111);
    expect(counter.reads).to.equal(reads);
  });
});
