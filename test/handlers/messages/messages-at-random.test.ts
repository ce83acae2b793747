import { expect } from 'chai';
import type { Backend } from '../../../mocks/backend.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { addFile, openFamily, reply, send, signedInAs } from '../family/family.js';
import type { Answer, Browser } from '../../support/portal.js';
import { rejection } from '../../support/rejection.js';
import { fc, tries } from '../../support/properties.js';
import { makeThread } from '../../support/sample-people.js';

/** Nothing is written yet, but for a thread in Ann's record. */
const startOver = ({ db }: Backend): Promise<void> =>
  db.transact((tables) => {
    const { threads, drafts, attachments } = tables;
    for (const table of [threads, drafts, attachments]) {
      for (const { id } of [...table.values()]) table.delete(id);
    }
    threads.put(makeThread());
  });

describe('sending at random', () => {
  it('makes one message of each key, however often, at once or with its answer lost', async () => {
    const { backend, browser } = await openFamily(mycooper);
    const call = fc.record({ key: fc.nat(2), isReply: fc.boolean() });
    const batch = fc.record({
      calls: fc.array(call, { minLength: 1, maxLength: 4 }),
      lost: fc.boolean(),
    });
    let run = 0;
    const property = fc.asyncProperty(fc.array(batch, { maxLength: 2 }), async (batches) => {
      await startOver(backend);
      run += 1;
      for (const { calls, lost } of batches) {
        if (lost) backend.faults.set('all', { outcome: 'lost' });
        const sent = calls.map(({ key: n, isReply }) => {
          const key = `a-key-made-up-${run}-${n}`;
          return isReply ? reply(browser, {}, { key }) : send(browser, {}, 'ann', key);
        });
        await Promise.all(lost ? sent.map(rejection) : sent);
        backend.faults.clear();
      }
      const all = batches.flatMap(({ calls }) => calls);
      const keys = (wanted: boolean) =>
        new Set(all.filter(({ isReply }) => isReply === wanted).map(({ key }) => key)).size;
      const { threads } = backend.db.tables;
      expect(threads.size).to.equal(1 + keys(false));
      expect(threads.get('thread')?.messages).to.have.lengthOf(1 + keys(true));
    });
    await fc.assert(property, { numRuns: tries(1000) });
  });
});

const subjects = ['ann', 'ben', 'mina'] as const;

/** What stands in everything that is written: `of-ann-in-mina`, without the name of a patient. */
const mark = (writer: number, subject: number) => `of${writer}in${subject}`;

/** One call of somebody in some record, theirs or not. */
const anyCall = fc.record({
  actor: fc.nat(1), // ann or ben
  subject: fc.nat(2),
  what: fc.constantFrom(
    ...(['save', 'drafts', 'draft', 'drop', 'add', 'file', 'remove'] as const),
    ...(['send', 'reply', 'threads', 'thread', 'unread'] as const),
  ),
  n: fc.nat(1),
  thread: fc.nat(),
});
type AnyCall = typeof anyCall extends fc.Arbitrary<infer T> ? T : never;

const made = (backend: Backend, browser: Browser, call: AnyCall): Promise<Answer> => {
  const subject = subjects[call.subject] ?? '';
  const text = mark(call.actor, call.subject);
  const path = `/patients/${subject}`;
  const draft = `d${call.n}`;
  const file = `a-file-made-up-${call.n}`;
  const threads = [...backend.db.tables.threads.values()];
  const thread = threads[call.thread % threads.length]?.id ?? '';
  const save = { form: 'message', writer: 'p', sequence: call.thread, content: { text } };
  switch (call.what) {
    case 'save':
      return browser.write('PUT', `${path}/drafts/${draft}`, { ...save, replaces: null });
    case 'drafts':
      return browser.write('POST', `${path}/drafts/search`, {});
    case 'draft':
      return browser.send('GET', `${path}/drafts/${draft}`);
    case 'drop':
      return browser.send('DELETE', `${path}/drafts/${draft}`);
    case 'add':
      return addFile(browser, file, { name: `${text}.png`, draft }, subject);
    case 'file':
      return browser.send('GET', `${path}/attachments/${file}`);
    case 'remove':
      return browser.send('DELETE', `${path}/attachments/${file}`);
    case 'send':
      return send(browser, { text, attachmentIds: call.thread % 2 ? [file] : [], draft }, subject);
    case 'reply':
      return reply(browser, { text, draft }, { subject, thread });
    case 'threads': {
      const folder = call.n === 0 ? 'inbox' : 'sent';
      return browser.write('POST', `${path}/threads/search`, { folder });
    }
    case 'thread':
      return browser.send('GET', `${path}/threads/${thread}`);
    case 'unread':
      return browser.send('GET', `${path}/threads/unread`);
  }
};

/** What only its writer may see, by what was asked. */
const isPrivate = (backend: Backend, { what, n }: AnyCall): boolean =>
  what === 'save' ||
  what === 'draft' ||
  what === 'drafts' ||
  (what === 'file' && backend.db.tables.attachments.get(`a-file-made-up-${n}`)?.threadId === null);

describe('two accounts at random, with a record that both open', () => {
  it('never get anything of a record under another one, nor what the other has not sent', async () => {
    const portal = await openFamily(mycooper);
    const { backend } = portal;
    const browsers = [portal.browser, await signedInAs(portal, 'ben.example')] as const;
    let seen = 0;
    const property = fc.asyncProperty(
      fc.array(fc.array(anyCall, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
      async (rounds) => {
        await startOver(backend);
        for (const calls of rounds) {
          const answers = await Promise.all(
            calls.map(async (call) => {
              const browser = call.actor === 0 ? browsers[0] : browsers[1];
              return { call, ...(await made(backend, browser, call)) };
            }),
          );
          for (const { call, status, text } of answers) {
            const mayOpen = call.subject === 2 || call.subject === call.actor;
            if (!mayOpen) expect(status).to.equal(404);
            if (status === 404) expect(text).not.to.match(/of\din\d/);
            for (const [, writer, subject] of text.matchAll(/of(\d)in(\d)/g)) {
              seen += 1;
              expect(Number(subject), JSON.stringify(call)).to.equal(call.subject);
              if (isPrivate(backend, call)) expect(Number(writer)).to.equal(call.actor);
            }
          }
        }
      },
    );
    await fc.assert(property, { numRuns: tries(1000) });
    expect(seen).to.be.greaterThan(tries(100));
  });
});
