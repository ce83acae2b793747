import { expect } from 'chai';
import type { ClientEndpoint } from '../../../src/contract/client-endpoint.js';
import { PagedReader } from '../../../src/reading/paged-reader.js';
import { openSession, settled } from '../support/reading.js';

interface Line {
  readonly id: string;
  readonly words?: string;
}

interface Query {
  readonly text?: string;
  readonly limit?: number | undefined;
  readonly cursor?: string | null | undefined;
}

interface Page {
  readonly lines: readonly Line[];
  readonly total: number;
  readonly nextCursor: string | null;
}

const endpoint: ClientEndpoint<{ params: { subject: string }; body: Query }, Page> = {
  id: 'searchLines',
  method: 'POST',
  path: '/patients/{subject}/lines/search',
  safe: true,
  answer: null,
};

const pageWith = (ids: string, nextCursor: string | null = null): Page => ({
  lines: ids === '' ? [] : ids.split(' ').map((id) => ({ id })),
  total: 9,
  nextCursor,
});

const setUp = ({ query }: { query?: Query } = { query: {} }) => {
  const { host, session, openRecord, calls } = openSession();
  const entriesOf = ({ lines }: Page) => lines;
  const reader = new PagedReader(host, session, { endpoint, entriesOf, query, pageSize: 2 });
  const next: unknown[] = [];
  reader.onNext = (first, place) => next.push([first?.id, place]);
  /** Answers the last question. */
  const answer = async (page: Page) => {
    host.update();
    calls.at(-1)?.answer(page);
    await settled();
    host.update();
  };
  const fail = async () => {
    host.update();
    calls.at(-1)?.fail(new Error('offline'));
    await settled();
    host.update();
  };
  const ids = () => reader.entries.map(({ id }) => id).join(' ');
  return { host, reader, openRecord, calls, next, answer, fail, ids };
};

const bodies = (calls: readonly { readonly input: unknown }[]) =>
  calls.map(({ input }) => (input as { body: unknown }).body);

describe('the reader of a list', () => {
  it('reads page after page, and tells where each after the first begins', async () => {
    const { reader, calls, next, answer, ids } = setUp({ query: { text: 'iron' } });
    expect(reader.total).to.equal(undefined);
    await answer(pageWith('a b', 'after b'));
    expect([ids(), reader.total, reader.hasMore]).to.deep.equal(['a b', 9, true]);
    expect(next).to.deep.equal([]);
    reader.readOn();
    await answer(pageWith('c'));
    expect([ids(), reader.hasMore]).to.deep.equal(['a b c', false]);
    expect(reader.pages.map(({ length }) => length)).to.deep.equal([2, 1]);
    expect(next).to.deep.equal([['c', 3]]);
    expect(bodies(calls)).to.deep.equal([
      { text: 'iron', limit: 2 },
      { text: 'iron', limit: 2, cursor: 'after b' },
    ]);
    expect(calls[0]?.input).to.have.deep.property('params', { subject: 'rosa' });
    reader.readOn(); // there is no more
    await answer(pageWith(''));
    expect(calls).to.have.lengthOf(2);
  });

  it('tells of a page in which nothing has come', async () => {
    const { reader, next, answer } = setUp();
    await answer(pageWith('a b', 'after b'));
    reader.readOn();
    await answer(pageWith(''));
    expect(next).to.deep.equal([[undefined, 3]]);
  });

  it('reads nothing before something is searched for, and nothing any more in the next record', async () => {
    const { host, reader, openRecord, calls, answer, ids } = setUp({});
    host.update();
    expect(calls).to.have.lengthOf(0);
    reader.read({ text: 'iron' });
    await answer(pageWith('a'));
    expect(ids()).to.equal('a');
    openRecord('ada');
    host.update();
    expect([ids(), reader.query, calls.length]).to.deep.equal(['', undefined, 1]);
  });

  it('asks for nothing while nobody is signed in', () => {
    const { host, reader, openRecord, calls } = setUp();
    openRecord(undefined);
    host.update();
    expect(reader.key).to.equal('');
    expect(calls).to.have.lengthOf(0);
  });

  it('drops an answer that comes when the search has changed and nothing has been rendered yet', async () => {
    const { host, reader, calls, answer, ids } = setUp();
    host.update();
    reader.read({ text: 'iron' });
    calls[0]?.answer(pageWith('of the whole record'));
    await settled();
    expect(ids()).to.equal('');
    await answer(pageWith('iron'));
    expect(ids()).to.equal('iron');
  });

  it('aborts what is under way at once when the record is closed, and begins anew in the next', async () => {
    const { host, reader, openRecord, calls, answer, ids } = setUp({ query: { text: 'first' } });
    reader.read({ text: 'iron' }, 7);
    await answer(pageWith('a', 'after a'));
    reader.readOn();
    host.update();
    expect(calls[1]?.signal.aborted).to.equal(false);
    openRecord('ada');
    expect(calls[1]?.signal.aborted, 'before anything is rendered').to.equal(true);
    host.update();
    expect([ids(), reader.key, reader.total]).to.deep.equal(['', 'account ada', undefined]);
    expect(calls[2]?.input).to.deep.equal({
      params: { subject: 'ada' },
      body: { text: 'first', limit: 7 },
    });
  });

  it('begins anew for another account with the same record, and for the same account once more', () => {
    const { host, openRecord, calls } = setUp();
    host.update();
    openRecord('rosa', 'another');
    host.update();
    openRecord('rosa', 'another');
    host.update();
    expect(calls).to.have.lengthOf(3);
  });

  it('aborts what is under way when something else is searched for', () => {
    const { host, reader, calls } = setUp();
    host.update();
    reader.read({ text: 'iron' });
    host.update();
    expect(calls.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
  });

  it('asks again for the page that failed, and for no page twice at once', async () => {
    const { host, reader, calls, answer, fail, ids } = setUp();
    host.update();
    reader.readOn();
    host.update();
    expect(calls, 'while the first one is under way').to.have.lengthOf(1);
    expect(reader.isPending).to.equal(true);
    await answer(pageWith('a b', 'after b'));
    reader.readOn();
    host.update();
    reader.readOn();
    await fail();
    expect(calls).to.have.lengthOf(2);
    expect(reader.error).to.be.an('error');
    expect([ids(), reader.isPending]).to.deep.equal(['a b', false]);
    reader.readOn();
    expect(reader.error).to.equal(undefined);
    await answer(pageWith('c'));
    expect(calls[2]?.input).to.deep.equal(calls[1]?.input);
    expect(ids()).to.equal('a b c');
  });

  it('reads as many again as have come, and keeps what is there until then', async () => {
    const { reader, calls, next, answer, ids } = setUp();
    await answer(pageWith('a b', 'after b'));
    reader.readOn();
    await answer(pageWith('c d', 'after d'));
    reader.refresh();
    expect(ids()).to.equal('a b c d');
    await answer(pageWith('new a b c', 'after c'));
    expect(ids()).to.equal('new a b c');
    expect(bodies(calls)[2]).to.deep.equal({ limit: 4 });
    expect(next, 'nobody has asked for more').to.have.lengthOf(1);
    reader.readOn();
    await answer(pageWith('d e'));
    expect(bodies(calls)[3]).to.deep.equal({ limit: 2, cursor: 'after c' });
    reader.refresh();
    await answer(pageWith('a'));
    expect(bodies(calls)[4]).to.deep.equal({ limit: 6 });
  });

  it('reads no more again than the backend gives at a time', async () => {
    const { reader, calls, answer } = setUp();
    reader.read({}, 60);
    await answer(pageWith('a', 'after a'));
    reader.readOn();
    await answer(pageWith('b'));
    reader.refresh();
    await answer(pageWith('a b'));
    expect(bodies(calls).at(-1)).to.deep.equal({ limit: 100 });
  });

  it('is stale until the first page has come anew', async () => {
    const { reader, answer, fail } = setUp();
    reader.becomeStale();
    expect(reader.isStale, 'nothing has come yet').to.equal(false);
    await answer(pageWith('a b', 'after b'));
    reader.becomeStale();
    reader.readOn();
    await answer(pageWith('c'));
    expect(reader.isStale, 'after the next page').to.equal(true);
    reader.refresh();
    await fail();
    expect(reader.isStale, 'after a failure').to.equal(true);
    reader.readOn();
    await answer(pageWith('a b c'));
    expect(reader.isStale).to.equal(false);
  });

  it('puts an entry as it is now in its place, and takes out one that is gone', async () => {
    const { reader, answer, ids } = setUp();
    await answer(pageWith('a b', 'after b'));
    reader.readOn();
    await answer(pageWith('c d'));
    reader.replace({ id: 'c', words: 'now' });
    reader.replace({ id: 'elsewhere' });
    expect(reader.entries[2]).to.deep.equal({ id: 'c', words: 'now' });
    expect([ids(), reader.total]).to.deep.equal(['a b c d', 9]);
    reader.remove('b');
    expect([ids(), reader.total]).to.deep.equal(['a c d', 8]);
    reader.remove('elsewhere');
    expect([ids(), reader.total]).to.deep.equal(['a c d', 8]);
  });
});
