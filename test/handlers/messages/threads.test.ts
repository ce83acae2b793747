import { expect } from 'chai';
import type { ThreadRecord } from '../../../mocks/db/records/index.js';
import { folders, type ThreadQuery } from '../../../src/contract/messages/threads.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import {
  openFamily,
  readThread,
  reply,
  search,
  send,
  sentOf,
  unread,
  type ThreadPage,
} from '../family/family.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { problemOf, refusalOf, type Browser } from '../../support/portal.js';
import { fc, tries } from '../../support/properties.js';
import {
  makeCareTeamMember,
  makeMessage,
  makePerson,
  makeThread,
} from '../../support/sample-people.js';
import { answerMessage, writeMessage } from '../../../stories/fixtures/support/staff.js';

const patient = { side: 'patient', name: 'Ann Example' } as const;

/** Ann is signed in and has these threads. */
const openWith = (threads: readonly ThreadRecord[], policy = mycooper) =>
  openFamily(policy, [
    { ...makePerson('ann', 'ann.example'), careTeam: [makeCareTeamMember()], threads },
    makePerson('bob', 'bob.example'),
  ]);

const idsOf = ({ threads }: ThreadPage) => threads.map(({ id }) => id);

const find = async (browser: Browser, query: Partial<ThreadQuery> = {}) =>
  idsOf(await search(browser, { folder: 'inbox', ...query }));

const markRead = (browser: Browser, through: string, thread = 'thread', subject = 'ann') =>
  browser.write('PUT', `/patients/${subject}/threads/${thread}/read`, { through });

const archive = (browser: Browser, archived: boolean, thread = 'thread', subject = 'ann') =>
  browser.write('PUT', `/patients/${subject}/threads/${thread}/archived`, { archived });

/** The n-th of many, a minute later than the one before. */
const nth = (n: number, parts: Partial<ThreadRecord> = {}): ThreadRecord =>
  makeThread({
    id: `t${n}`,
    messages: [
      makeMessage({ id: `m${n}`, sentAt: Date.parse('2020-01-01T00:00:00Z') + n * 60_000 }),
    ],
    ...parts,
  });

describe('the list of threads', () => {
  it('tells of each what the contract says, and nothing else', async () => {
    const text = `Your\n\n  numbers ${'look fine, '.repeat(20)}`;
    const { browser } = await openWith([
      makeThread({
        messages: [
          makeMessage({ from: patient, expectedBy: '2026-02-12', attachmentIds: ['a-file'] }),
          makeMessage({ text, sentAt: Date.parse('2026-02-11T15:00:00Z') }),
        ],
        readCount: 1,
      }),
    ]);
    expect((await search(browser, { folder: 'inbox' })).threads).to.deep.equal([
      {
        id: 'thread',
        title: 'About your visit',
        topic: 'question',
        careTeamMember: { id: 'dr-lee', name: 'Dana Lee, MD', role: 'Primary care' },
        lastMessageAt: '2026-02-11T15:00:00.000Z',
        messageCount: 2,
        unreadCount: 1,
        expectedBy: null,
        archived: false,
        closed: false,
        preview: `${`Your numbers ${'look fine, '.repeat(20)}`.slice(0, 139).trimEnd()}…`,
        hasAttachments: true,
      },
    ]);
  });

  it('has in its folders what came, what was sent, and what was put away', async () => {
    const theirs = makeMessage();
    const own = makeMessage({ from: patient });
    const { browser } = await openWith([
      makeThread({ id: 'came', messages: [theirs] }),
      makeThread({ id: 'sent', messages: [own] }),
      makeThread({ id: 'talk', messages: [own, theirs] }),
      makeThread({ id: 'away', messages: [own, theirs], archived: true }),
    ]);
    expect(await find(browser, { folder: 'inbox' })).to.have.members(['came', 'talk']);
    expect(await find(browser, { folder: 'sent' })).to.have.members(['sent', 'talk']);
    expect(await find(browser, { folder: 'archive' })).to.have.members(['away']);
  });

  it('has the one with the latest message first, in pages that miss and repeat nothing', async () => {
    const many = Array.from({ length: 45 }, (_, n) => nth((n * 7) % 45));
    const { browser } = await openWith(many);
    const expected = Array.from({ length: 45 }, (_, n) => `t${44 - n}`);
    expect(await find(browser)).to.deep.equal(expected.slice(0, 20));
    const ids: string[] = [];
    for (let cursor: string | null = null; ;) {
      const page: ThreadPage = await search(browser, { folder: 'inbox', limit: 7, cursor });
      expect(page.total).to.equal(45);
      ids.push(...idsOf(page));
      if ((cursor = page.nextCursor) === null) break;
    }
    expect(ids).to.deep.equal(expected);
  });

  it('has a thread first again once something new stands in it', async () => {
    const { backend, browser } = await openWith([nth(0), nth(1)]);
    expect(await find(browser)).to.deep.equal(['t1', 't0']);
    await answerMessage(backend, 't0', { by: 'Dana Lee, MD', text: 'Something more.' });
    expect(await find(browser)).to.deep.equal(['t0', 't1']);
  });

  it('refuses a cursor that it has not given', async () => {
    const { browser } = await openWith([]);
    const query = { folder: 'inbox', cursor: 'nothing' };
    const answer = await browser.write('POST', '/patients/ann/threads/search', query);
    expect(refusalOf(answer).pointers).to.deep.equal(['/body/cursor']);
  });
});

describe('searching in threads', () => {
  const open = () =>
    openWith([
      nth(0, { title: 'Presión arterial' }),
      nth(1, { careTeamMember: { id: 'dr-x', name: 'José Peña, RN', role: 'Cardiology' } }),
      nth(2, {
        messages: [
          makeMessage({ text: 'Please take the LISINOPRIL in the evening.' }),
          makeMessage({ from: { side: 'patient', name: 'Rosa Ruiz' }, text: 'I will.' }),
        ],
        readCount: 2,
      }),
    ]);

  it('finds words of titles, names and all messages, without accents and letter case', async () => {
    const { browser } = await open();
    for (const [text, found] of [
      ['presion', ['t0']],
      ['PRESIÓN arterial', ['t0']],
      ['arterial presión', ['t0']],
      ['pena', ['t1']],
      ['cardio', ['t1']],
      ['lisinopril evening', ['t2']],
      ['rosa', ['t2']],
      ['rosa pena', []],
      ['t2', []],
      ['  ', ['t2', 't1', 't0']],
      ['', ['t2', 't1', 't0']],
    ] as const) {
      expect(await find(browser, { text }), text).to.have.members(found);
    }
  });

  it('finds what is unread only, where that is asked for', async () => {
    const { browser } = await open();
    expect(await find(browser, { unreadOnly: true })).to.deep.equal(['t1', 't0']);
    expect(await find(browser, { unreadOnly: true, text: 'lisinopril' })).to.deep.equal([]);
    expect(await find(browser, { unreadOnly: false, text: 'lisinopril' })).to.deep.equal(['t2']);
  });

  it('finds what was written just now', async () => {
    const { browser } = await open();
    await reply(browser, { text: 'It was a beekeeper.' }, { thread: 't1' });
    expect(await find(browser, { text: 'beekeeper' })).to.deep.equal(['t1']);
  });

  it('finds nothing of another folder', async () => {
    const { browser } = await open();
    await archive(browser, true, 't0');
    expect(await find(browser, { text: 'presion' })).to.deep.equal([]);
    expect(await find(browser, { folder: 'archive', text: 'presion' })).to.deep.equal(['t0']);
  });
});

describe('reading', () => {
  const open = () =>
    openWith([makeThread({ messages: [makeMessage({ id: 'm1' }), makeMessage({ id: 'm2' })] })]);

  it('marks nothing as read by itself', async () => {
    const { browser } = await open();
    expect((await readThread(browser)).unreadCount).to.equal(2);
    expect(await unread(browser)).to.deep.equal({ threads: 1, messages: 2 });
  });

  it('is marked up to a message, and never taken back', async () => {
    const { browser } = await open();
    for (const [through, left] of [
      ['m1', 1],
      ['m2', 0],
      ['m1', 0],
    ] as const) {
      const { text } = await markRead(browser, through);
      expect(JSON.parse(text)).to.deep.include({ id: 'thread', unreadCount: left });
      expect((await unread(browser)).messages).to.equal(left);
    }
  });

  it('is marked up to no message of another thread', async () => {
    const { browser } = await openWith([makeThread(), nth(1)]);
    const answer = await markRead(browser, 'm1');
    expect(answer.status).to.equal(400);
    expect(refusalOf(answer)).to.deep.include({ next: ['reload'], pointers: ['/body/through'] });
    expect((await unread(browser)).messages).to.equal(2);
  });

  it('is not done by answering: what came meanwhile stays unread', async () => {
    const { browser } = await open();
    await markRead(browser, 'm1');
    await reply(browser);
    expect((await readThread(browser)).unreadCount).to.equal(1);
    await markRead(browser, 'm2');
    await reply(browser);
    expect((await readThread(browser)).unreadCount).to.equal(0);
  });

  it('of how much is unread keeps no session alive', async () => {
    const { browser, clock } = await openFamily(mycooper);
    const { idleMinutes } = mycooper.session;
    for (let minute = 1; minute < idleMinutes; minute += 1) {
      clock.advance({ minutes: 1 });
      expect((await unread(browser)).threads).to.equal(1);
    }
    clock.advance({ minutes: 1, milliseconds: -1 });
    expect((await unread(browser)).threads).to.equal(1);
    clock.advance({ milliseconds: 1 });
    const answer = await browser.send('GET', '/patients/ann/threads/unread');
    expect(problemOf(answer)).to.deep.include({ status: 401, rule: 'session.idle-logout' });
  });
});

describe('the archive', () => {
  it('takes a thread, and gives it back', async () => {
    const { browser } = await openFamily(mycooper);
    for (const archived of [true, true, false, false]) {
      const { text } = await archive(browser, archived);
      expect(JSON.parse(text)).to.deep.include({ id: 'thread', archived });
      expect(await find(browser)).to.deep.equal(archived ? [] : ['thread']);
      expect(await find(browser, { folder: 'archive' })).to.deep.equal(archived ? ['thread'] : []);
    }
  });

  it('gives it back for a new message of either side', async () => {
    const { backend, browser } = await openFamily(mychart);
    await archive(browser, true);
    await answerMessage(backend, 'thread', { by: 'Dana Lee, MD', text: 'One thing more.' });
    expect(await find(browser)).to.deep.equal(['thread']);
    await archive(browser, true);
    await reply(browser);
    expect(await find(browser)).to.deep.equal(['thread']);
  });
});

for (const policy of policies) {
  describe(`threads of another record under ${policy.id}`, () => {
    it('are not found', async () => {
      const { browser } = await openFamily(policy);
      const nothing = (await browser.send('GET', '/nothing')).text;
      for (const answer of [
        await browser.send('GET', '/patients/mina/threads/thread'),
        await browser.send('GET', '/patients/ann/threads/thread-otto'),
        await markRead(browser, 'message', 'thread', 'mina'),
        await archive(browser, true, 'thread', 'mina'),
        await reply(browser, {}, { subject: 'mina', thread: 'thread' }),
        await browser.send('GET', '/patients/ben/threads/unread'),
        await browser.write('POST', '/patients/ben/threads/search', { folder: 'inbox' }),
      ]) {
        expect(answer.status).to.equal(404);
        expect(answer.text).to.equal(nothing);
      }
      expect((await search(browser, { folder: 'inbox' }, 'mina')).total).to.equal(0);
    });

    it('are read, and left as they are, by somebody who may only look', async () => {
      const { browser } = await openFamily(policy);
      expect((await readThread(browser, 'thread-otto', 'otto')).unreadCount).to.equal(1);
      for (const answer of [
        await markRead(browser, 'message', 'thread-otto', 'otto'),
        await archive(browser, true, 'thread-otto', 'otto'),
      ]) {
        expect(refusalOf(answer)).to.deep.equal({
          rule: 'proxy.friends-and-family',
          next: ['ask-patient'],
        });
      }
      expect(await unread(browser, 'otto')).to.deep.equal({ threads: 1, messages: 1 });
    });
  });
}

describe('unread counts', () => {
  it('agree with the threads after any sequence of calls', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constantFrom('read', 'archive', 'back', 'reply', 'answer'),
        at: fc.nat(),
      }),
      fc.record({ do: fc.constantFrom('send', 'write'), at: fc.constant(0) }),
    );
    const { backend, browser } = await openFamily(mycooper);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        await backend.db.transact(({ threads }) => {
          for (const { id } of threads.by('patientId', 'ann')) threads.delete(id);
          threads.put(makeThread());
        });
        const ids = ['thread'];
        for (const { do: what, at } of steps) {
          const id = ids[at % ids.length] ?? '';
          const messages = backend.db.tables.threads.get(id)?.messages ?? [];
          const by = 'Dana Lee, MD';
          if (what === 'read')
            await markRead(browser, messages[at % messages.length]?.id ?? '', id);
          else if (what === 'archive') await archive(browser, true, id);
          else if (what === 'back') await archive(browser, false, id);
          else if (what === 'reply') await reply(browser, {}, { thread: id });
          else if (what === 'answer') await answerMessage(backend, id, { by, text: 'Yes.' });
          else if (what === 'send') ids.push(sentOf(await send(browser)).thread);
          else {
            const letter = { by: 'dr-lee', topic: 'other', title: 'Hi', text: 'Yes' } as const;
            ids.push(await writeMessage(backend, 'ann', letter));
          }
        }
        const [inbox, sent, archived] = await Promise.all(
          folders.map((folder) => search(browser, { folder, limit: 100 })),
        );
        const unreadOnly = await search(browser, { folder: 'inbox', unreadOnly: true });
        const counts = inbox?.threads.map(({ unreadCount }) => unreadCount) ?? [];
        expect(await unread(browser)).to.deep.equal({
          threads: unreadOnly.total,
          messages: counts.reduce((sum, count) => sum + count, 0),
        });
        expect(unreadOnly.total).to.equal(counts.filter(Boolean).length);
        const all = [inbox, sent, archived].flatMap((page) => (page ? idsOf(page) : []));
        expect([...new Set(all)]).to.have.members(ids);
      }),
      { numRuns: tries(1000) },
    );
  });
});
