import { expect } from 'chai';
import { ResultReader } from '../../../src/widgets/test-results/result-reader.js';
import { openSession, settled } from '../support/reading.js';

const pageWith = (id: string) => ({
  results: [{ id, name: id }],
  total: 2,
  nextCursor: null,
});

const setUp = () => {
  const { host, session, openRecord, calls } = openSession();
  const reader = new ResultReader(Object.assign(host, { resultId: null }), session);
  return { host, reader, openRecord, calls };
};

describe('the reader of test results', () => {
  it('forgets what is searched for, and what is open, with the record', async () => {
    const { host, reader, openRecord, calls } = setUp();
    reader.search({ text: 'iron' }, 7);
    host.update();
    calls[0]?.answer(pageWith('a'));
    await settled();
    reader.show({ openId: 'a' });
    expect(reader.opened?.id).to.equal('a');
    openRecord('ada');
    host.update();
    expect([reader.openId, reader.opened, reader.isFiltered]).to.deep.equal([
      undefined,
      undefined,
      false,
    ]);
    expect(calls[1]?.input).to.deep.equal({ params: { subject: 'ada' }, body: { limit: 7 } });
  });

  it('begins anew for another account with the same record', () => {
    const { host, reader, openRecord, calls } = setUp();
    host.update();
    reader.search({ text: 'iron' });
    host.update();
    openRecord('rosa', 'another');
    host.update();
    expect(reader.isFiltered).to.equal(false);
    expect(calls).to.have.lengthOf(3);
  });

  it('begins anew with pages of another size, for the same search', async () => {
    const { host, reader, calls } = setUp();
    reader.search({ text: 'iron' });
    host.update();
    calls[0]?.answer(pageWith('a'));
    await settled();
    reader.search(undefined, 5);
    host.update();
    expect(reader.list.entries).to.deep.equal([]);
    expect(calls.at(-1)?.input).to.deep.equal({
      params: { subject: 'rosa' },
      body: { text: 'iron', limit: 5 },
    });
  });

  it('is filtered by any of the filters, not by the size of a page', () => {
    const { reader } = setUp();
    expect(reader.isFiltered).to.equal(false);
    reader.search({}, 5);
    expect(reader.isFiltered).to.equal(false);
    for (const filters of [
      { text: 'iron' },
      { category: 'imaging' },
      { from: '2026-01-01' },
      { to: '2026-01-01' },
      { abnormalOnly: true },
    ] as const) {
      reader.search(filters);
      expect(reader.isFiltered, JSON.stringify(filters)).to.equal(true);
    }
  });

  it('has one result open, or what of it shows over the years, until another search or the list', async () => {
    const { host, reader, calls } = setUp();
    host.update();
    calls[0]?.answer(pageWith('a'));
    await settled();
    const trend = { key: 'sodium' } as unknown as NonNullable<typeof reader.trend>;
    const shown = () => [reader.openId, reader.opened?.id, reader.trend];
    reader.show({ openId: 'a' });
    expect(shown()).to.deep.equal(['a', 'a', undefined]);
    reader.show({ openId: 'a', trend });
    expect(shown()).to.deep.equal(['a', 'a', trend]);
    reader.show({ openId: 'a' });
    expect(shown()).to.deep.equal(['a', 'a', undefined]);
    reader.show({ openId: 'a', trend });
    reader.show({});
    expect(shown()).to.deep.equal([undefined, undefined, undefined]);
    reader.show({ openId: 'a' });
    reader.show({ openId: 'a', trend });
    reader.search({ text: 'iron' });
    expect(shown()).to.deep.equal([undefined, undefined, undefined]);
    reader.show({ openId: 'elsewhere' });
    expect(shown()).to.deep.equal(['elsewhere', undefined, undefined]);
  });

  it('tells what it is searched for, and no more', () => {
    const { reader } = setUp();
    const filters = {
      text: 'iron',
      category: 'laboratory',
      from: '2026-01-01',
      to: '2026-02-01',
      abnormalOnly: true,
    } as const;
    reader.search(filters, 5);
    expect(reader.filters).to.deep.equal(filters);
  });
});
