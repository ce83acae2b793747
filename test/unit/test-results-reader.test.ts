import { expect } from 'chai';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PortalClient } from '../../src/client/portal-client.js';
import type { OpenRecord } from '../../src/session/open-record.js';
import type { ResultPage } from '../../src/widgets/test-results/result-reader.js';
import { ResultReader } from '../../src/widgets/test-results/result-reader.js';
import type { SessionController } from '../../src/session/session-controller.js';

/** A host that updates when it is told to. */
class ManualHost implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers = new Set<ReactiveController>();
  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
  }
  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }
  requestUpdate(): void {
    // Not before `update`.
  }
  update(): void {
    for (const controller of this.#controllers) controller.hostUpdate?.();
  }
}

const pageWith = (id: string, nextCursor: string | null = null): ResultPage => ({
  results: [
    {
      id,
      name: id,
      category: 'laboratory',
      status: 'final',
      collectedAt: null,
      orderedBy: null,
      observationCount: 0,
      abnormalCount: 0,
    },
  ],
  total: 2,
  nextCursor,
});

interface Call {
  readonly input: unknown;
  readonly signal: AbortSignal;
  readonly answer: (page: ResultPage) => void;
  readonly fail: (error: Error) => void;
}

const setUp = () => {
  const calls: Call[] = [];
  const call = (_: unknown, input: unknown, { signal }: { signal: AbortSignal }) =>
    new Promise((answer, fail) => void calls.push({ input, signal, answer, fail }));
  const client = { call } as unknown as PortalClient;
  const openRecord = (subject: string, account = 'account'): OpenRecord => ({
    client,
    subject,
    key: `${account} ${subject}`,
    signal: new AbortController().signal,
  });
  const session: Session = {
    context: { client },
    subject: { id: 'rosa' },
    record: openRecord('rosa'),
  };
  const host = new ManualHost();
  const came: ResultPage[] = [];
  const reader = new ResultReader(host, session as unknown as SessionController, (page) =>
    came.push(page),
  );
  return { host, reader, session, openRecord, calls, came };
};

interface Session {
  readonly context: { readonly client: PortalClient };
  subject: { readonly id: string } | undefined;
  record: OpenRecord | undefined;
}

/** After whatever follows from promises that are settled. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

const idsOf = ({ pages }: ResultReader) =>
  pages.flatMap(({ results }) => results).map(({ id }) => id);

describe('the reader of test results', () => {
  it('reads page after page', async () => {
    const { host, reader, calls, came } = setUp();
    host.update();
    reader.search({ text: 'iron' }, 1);
    host.update();
    calls[1]?.answer(pageWith('a', 'next'));
    await settled();
    reader.readOn();
    host.update();
    expect(calls.slice(1).map(({ input }) => input)).to.deep.equal([
      {
        params: { subject: 'rosa' },
        body: { text: 'iron', limit: 1, cursor: undefined },
      },
      { params: { subject: 'rosa' }, body: { text: 'iron', limit: 1, cursor: 'next' } },
    ]);
    calls[2]?.answer(pageWith('b'));
    await settled();
    expect(idsOf(reader)).to.deep.equal(['a', 'b']);
    expect(came).to.have.lengthOf(2);
    reader.readOn(); // there is no more
    host.update();
    expect(calls).to.have.lengthOf(3);
  });

  it('drops an answer that comes when the search has changed and nothing has been rendered yet', async () => {
    const { host, reader, calls, came } = setUp();
    host.update();
    reader.search({ text: 'iron' });
    calls[0]?.answer(pageWith('of the whole record'));
    await settled();
    expect(idsOf(reader)).to.deep.equal([]);
    expect(came).to.deep.equal([]);
    host.update();
    calls[1]?.answer(pageWith('iron'));
    await settled();
    expect(idsOf(reader)).to.deep.equal(['iron']);
  });

  it('forgets and aborts everything with the record', async () => {
    const { host, reader, session, openRecord, calls } = setUp();
    reader.search({ text: 'iron' }, 7);
    host.update();
    calls[0]?.answer(pageWith('a', 'next'));
    await settled();
    reader.open('a');
    reader.readOn();
    host.update();
    expect(reader.opened?.id).to.equal('a');
    session.subject = { id: 'ada' };
    session.record = openRecord('ada');
    host.update();
    expect(calls[1]?.signal.aborted).to.equal(true);
    expect(reader.opened).to.equal(undefined);
    expect(idsOf(reader)).to.deep.equal([]);
    expect(calls[2]?.input).to.deep.equal({ params: { subject: 'ada' }, body: { limit: 7 } });
  });

  it('begins anew for another account with the same record', () => {
    const { host, reader, session, openRecord, calls } = setUp();
    host.update();
    reader.search({ text: 'iron' });
    host.update();
    session.record = openRecord('rosa', 'another');
    host.update();
    expect(reader.isFiltered).to.equal(false);
    expect(calls).to.have.lengthOf(3);
  });

  it('begins anew with pages of another size, for the same search', async () => {
    const { host, reader, calls } = setUp();
    host.update();
    reader.search({ text: 'iron' });
    host.update();
    calls[1]?.answer(pageWith('a', 'next'));
    await settled();
    reader.readOn();
    reader.search(undefined, 5);
    host.update();
    expect(idsOf(reader)).to.deep.equal([]);
    expect(calls.at(-1)?.input).to.deep.equal({
      params: { subject: 'rosa' },
      body: { text: 'iron', limit: 5, cursor: undefined },
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
    reader.open('a');
    expect(shown()).to.deep.equal(['a', 'a', undefined]);
    reader.openTrend(trend);
    expect(shown()).to.deep.equal(['a', 'a', trend]);
    reader.openTrend();
    expect(shown()).to.deep.equal(['a', 'a', undefined]);
    reader.openTrend(trend);
    reader.open();
    expect(shown()).to.deep.equal([undefined, undefined, undefined]);
    reader.open('a');
    reader.openTrend(trend);
    reader.search({ text: 'iron' });
    expect(shown()).to.deep.equal([undefined, undefined, undefined]);
    reader.open('elsewhere');
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

  it('asks again for the page that failed, and for no page twice at once', async () => {
    const { host, reader, calls } = setUp();
    host.update();
    reader.readOn();
    host.update();
    expect(calls, 'while the first one is under way').to.have.lengthOf(1);
    calls[0]?.answer(pageWith('a', 'next'));
    await settled();
    reader.readOn();
    host.update();
    reader.readOn();
    host.update();
    expect(calls).to.have.lengthOf(2);
    calls[1]?.fail(new Error('offline'));
    await settled();
    expect(reader.error).to.be.an('error');
    expect(idsOf(reader)).to.deep.equal(['a']);
    reader.readOn();
    await settled();
    expect(calls[2]?.input).to.deep.equal(calls[1]?.input);
    calls[2]?.answer(pageWith('b'));
    await settled();
    expect(idsOf(reader)).to.deep.equal(['a', 'b']);
  });

  it('asks for nothing while nobody is signed in', () => {
    const { host, reader, session, calls } = setUp();
    session.subject = session.record = undefined;
    host.update();
    expect(reader.key).to.equal('');
    expect(calls).to.have.lengthOf(0);
  });
});
