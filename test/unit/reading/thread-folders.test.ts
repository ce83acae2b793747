import { expect } from 'chai';
import type { ThreadRecord } from '../../../mocks/db/records/index.js';
import { foldersOf } from '../../../mocks/handlers/queries/thread-folders.js';
import { withText } from '../../../mocks/handlers/queries/thread-search.js';
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

  it('are searched in words that are read once, also after another thread has changed', () => {
    const { counter, threads } = countedThreads(1000);
    const find = (word: string, listed = threads) => withText(foldersOf(listed).inbox.all, word);
    expect(find('number999')).to.have.lengthOf(1);
    const { reads } = counter;
    expect(find('number1')).to.have.lengthOf(111);
    expect(counter.reads).to.equal(reads);
    const changed = [...threads.slice(1), makeThread({ id: 'new' })];
    foldersOf(changed);
    const readAnew = counter.reads;
    expect(find('number1', changed)).to.have.lengthOf(111);
    expect(counter.reads).to.equal(readAnew);
  });

  it('find what has all words, in the order of the list', () => {
    const threads = ['refill of aspirin', 'aspirin', 'Refills', 'ASPÍRIN: a refill?'].map(
      (text, n) => makeThread({ id: `t${n}`, messages: [makeMessage({ text, sentAt: n })] }),
    );
    const { all } = foldersOf(threads).inbox;
    const find = (text: string) => withText(all, text).map(({ id }) => id);
    expect(find('spiri FILL')).to.deep.equal(['t3', 't0']);
    expect(find('refill')).to.deep.equal(['t3', 't2', 't0']);
    expect(find('refill nothing')).to.deep.equal([]);
    expect(withText(all, '  ')).to.equal(all);
  });
});
