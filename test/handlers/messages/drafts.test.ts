import { expect } from 'chai';
import * as z from 'zod/mini';
import { contract } from '../../../src/contract/index.js';
import { draftLimit } from '../../../src/contract/messages/drafts.js';
import type { OutputOf } from '../../../src/contract/endpoint.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { openFamily, send, signedInAs } from '../family/family.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { problemOf, refusalOf, type Answer, type Browser } from '../../support/portal.js';
import { rejection } from '../../support/rejection.js';

const aSave = {
  form: 'message',
  writer: 'page-1',
  sequence: 1,
  content: { title: 'Knee', text: 'It hur' } as object,
  replaces: null as object | null,
};

const save = (browser: Browser, parts: Partial<typeof aSave> = {}, name = 'd1', subject = 'ann') =>
  browser.write('PUT', `/patients/${subject}/drafts/${name}`, { ...aSave, ...parts });

const savedOf = ({ status, text }: Answer): OutputOf<typeof contract.saveDraft> => {
  expect(status, text).to.equal(200);
  return z.parse(contract.saveDraft.response, JSON.parse(text));
};

const get = (browser: Browser, name = 'd1', subject = 'ann') =>
  browser.send('GET', `/patients/${subject}/drafts/${name}`);
const drop = (browser: Browser, name = 'd1', subject = 'ann') =>
  browser.send('DELETE', `/patients/${subject}/drafts/${name}`);
const find = async (browser: Browser, query: object = {}, subject = 'ann') => {
  const { text } = await browser.write('POST', `/patients/${subject}/drafts/search`, query);
  return z.parse(contract.searchDrafts.response, JSON.parse(text));
};
const contentOf = async (browser: Browser, name = 'd1', subject = 'ann') =>
  z.parse(contract.getDraft.response, JSON.parse((await get(browser, name, subject)).text)).draft
    ?.content;

describe('a draft', () => {
  it('is stored as it was typed, whatever the form has', async () => {
    const { browser, clock } = await openFamily(mycooper);
    const content = {
      text: '“Señor” 😀\n\t ',
      nested: { list: [1, 2.5, null, true, { a: '' }], empty: {} },
      '': 'a member without a name',
    };
    const draft = {
      id: 'd1',
      form: 'renewal',
      writer: 'page-1',
      sequence: 1,
      content,
      savedAt: new Date(clock.now()).toISOString(),
    };
    const saved = savedOf(await save(browser, { form: 'renewal', content }));
    expect(saved).to.deep.equal({ outcome: 'saved', draft });
    expect(JSON.parse((await get(browser)).text)).to.deep.equal({ draft });
  });

  it('has at most 64 KB of JSON in UTF-8, and not a byte more', async () => {
    const { browser } = await openFamily(mycooper);
    const around = JSON.stringify({ text: '' }).length;
    const of = (bytes: number) => ({ text: 'ñ'.repeat((bytes - around - 1) / 2) + 'x' });
    expect(new TextEncoder().encode(JSON.stringify(of(draftLimit)))).to.have.lengthOf(draftLimit);
    expect(savedOf(await save(browser, { content: of(draftLimit) })).outcome).to.equal('saved');
    const text = `${of(draftLimit).text}x`;
    const over = await save(browser, { content: { text }, sequence: 2 });
    expect(problemOf(over)).to.deep.include({ status: 413 });
    expect(refusalOf(over).pointers).to.deep.equal(['/body/content']);
    expect(await contentOf(browser)).to.deep.equal(of(draftLimit));
  });

  it('has at most 32 lists and objects in each other', async () => {
    const { browser } = await openFamily(mycooper);
    const nested = (depth: number): object =>
      JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`) as object;
    expect(savedOf(await save(browser, { content: nested(32) })).outcome).to.equal('saved');
    for (const depth of [33, 2000]) {
      const answer = await save(browser, { content: nested(depth), sequence: 2 });
      expect(answer.status).to.equal(400);
      expect(refusalOf(answer).pointers).to.deep.equal(['/body/content']);
    }
  });

  it('is never of a form that asks for a secret', async () => {
    const { browser } = await openFamily(mycooper);
    for (const form of ['password', 'security-question', 'sign-in', 'sign-up']) {
      expect((await save(browser, { form })).status).to.equal(400);
    }
  });

  it('outlives signing out and the idle limit', async () => {
    const { browser, clock } = await openFamily(mycooper);
    await save(browser);
    await browser.send('DELETE', '/session');
    await browser.session();
    expect((await get(browser)).status).to.equal(401);
    await browser.signIn('ann.example');
    expect(await contentOf(browser)).to.deep.equal(aSave.content);
    clock.advance({ minutes: mycooper.session.idleMinutes });
    expect((await get(browser)).status).to.equal(401);
    await browser.signIn('ann.example');
    expect(await contentOf(browser)).to.deep.equal(aSave.content);
  });

  it('that a page saves by itself keeps no session alive', async () => {
    const { browser, clock } = await openFamily(mycooper);
    clock.advance({ minutes: mycooper.session.idleMinutes, milliseconds: -1 });
    expect((await save(browser)).status).to.equal(200);
    clock.advance({ milliseconds: 1 });
    expect(problemOf(await save(browser, { sequence: 2 })).rule).to.equal('session.idle-logout');
  });

  it('is dropped, once and again', async () => {
    const { browser } = await openFamily(mycooper);
    await save(browser);
    expect((await drop(browser)).status).to.equal(204);
    expect(await contentOf(browser)).to.equal(undefined);
    expect((await drop(browser)).status).to.equal(204);
  });

  it('is gone with its message, and stays where that is refused or lost before', async () => {
    const { backend, browser } = await openFamily(mycooper);
    await save(browser);
    expect((await send(browser, { text: 'chest pain', draft: 'd1' })).status).to.equal(403);
    expect(await contentOf(browser)).not.to.equal(undefined);
    backend.faults.set('sendMessage', { outcome: 'offline' });
    await rejection(send(browser, { draft: 'd1' }));
    backend.faults.clear();
    expect(await contentOf(browser)).not.to.equal(undefined);
    expect((await send(browser, { draft: 'd1' })).status).to.equal(200);
    expect(await contentOf(browser)).to.equal(undefined);
  });
});

describe('saves of a draft', () => {
  it('that come too late are answered with what is stored', async () => {
    const { browser } = await openFamily(mycooper);
    await save(browser, { sequence: 5, content: { text: 'five' } });
    for (const sequence of [4, 5, 0]) {
      const { outcome, draft } = savedOf(await save(browser, { sequence, content: { text: '4' } }));
      expect(outcome).to.equal('late');
      expect(draft).to.deep.include({ sequence: 5, content: { text: 'five' } });
    }
    expect(savedOf(await save(browser, { sequence: 6 })).outcome).to.equal('saved');
  });

  it('of another page lose nothing: both versions are there until one is chosen', async () => {
    const { browser } = await openFamily(mycooper);
    const first = { writer: 'page-1', sequence: 3 };
    const second = { writer: 'page-2', sequence: 1 };
    await save(browser, { ...first, content: { text: 'one' } });

    const unseen = savedOf(await save(browser, { ...second, content: { text: 'two' } }));
    expect(unseen.outcome).to.equal('conflict');
    expect(unseen.draft).to.deep.include({ ...first, content: { text: 'one' } });
    expect(await contentOf(browser)).to.deep.equal({ text: 'one' });

    const older = { ...second, replaces: { ...first, sequence: 2 } };
    expect(savedOf(await save(browser, older)).outcome).to.equal('conflict');
    const chosen = { ...second, content: { text: 'two' }, replaces: first };
    expect(savedOf(await save(browser, chosen)).outcome).to.equal('saved');
    expect(savedOf(await save(browser, chosen)).outcome).to.equal('late'); // its answer was lost

    const back = savedOf(await save(browser, { ...first, sequence: 4 }));
    expect(back.outcome).to.equal('conflict');
    expect(await contentOf(browser)).to.deep.equal({ text: 'two' });
  });
});

describe('the list of drafts', () => {
  it('has the one saved last first, of the forms asked for, in pages', async () => {
    const { browser, clock } = await openFamily(mycooper);
    for (const [n, form] of ['message', 'reply', 'renewal', 'message'].entries()) {
      clock.advance({ seconds: 1 });
      await save(browser, { form }, `d${n}`);
    }
    const idsOf = async (query: object) => (await find(browser, query)).drafts.map(({ id }) => id);
    expect(await idsOf({})).to.deep.equal(['d3', 'd2', 'd1', 'd0']);
    expect(await idsOf({ forms: ['message', 'reply'] })).to.deep.equal(['d3', 'd1', 'd0']);
    expect(await idsOf({ forms: ['sharing'] })).to.deep.equal([]);
    const first = await find(browser, { limit: 3 });
    expect(first.total).to.equal(4);
    const second = await find(browser, { limit: 3, cursor: first.nextCursor });
    expect(second.drafts.map(({ id }) => id)).to.deep.equal(['d0']);
    expect(second.nextCursor).to.equal(null);
  });
});

for (const policy of policies) {
  describe(`whose a draft is, under ${policy.id}`, () => {
    it('is the account’s and the record’s: by the same name it is another one elsewhere', async () => {
      const portal = await openFamily(policy);
      const { browser } = portal;
      const ben = await signedInAs(portal, 'ben.example');
      const typed = (text: string) => ({ content: { text } });
      await save(browser, typed('Ann in her own'));
      await save(browser, typed('Ann for Mina'), 'd1', 'mina');
      await save(ben, typed('Ben for Mina'), 'd1', 'mina');
      expect(await contentOf(browser)).to.deep.equal({ text: 'Ann in her own' });
      expect(await contentOf(browser, 'd1', 'mina')).to.deep.equal({ text: 'Ann for Mina' });
      expect(await contentOf(ben, 'd1', 'mina')).to.deep.equal({ text: 'Ben for Mina' });
      expect((await find(ben, {}, 'mina')).drafts).to.have.lengthOf(1);
      expect(await contentOf(ben, 'd1', 'ben')).to.equal(undefined);
      await drop(ben, 'd1', 'mina');
      expect(await contentOf(browser, 'd1', 'mina')).not.to.equal(undefined);
      await send(ben, { draft: 'd1' }, 'mina');
      expect(await contentOf(browser, 'd1', 'mina')).not.to.equal(undefined);
    });

    it('is no longer read once the access to the record has ended', async () => {
      const { backend, browser, clock } = await openFamily(policy);
      await save(browser, {}, 'd1', 'mina');
      const [proxy] = backend.db.tables.proxies.by('patientId', 'mina');
      if (!proxy) throw new Error('Mina has parents.');
      const end = (ended: typeof proxy.ended) =>
        backend.db.transact(({ proxies }) => {
          proxies.put({ ...proxy, ended });
        });
      await end({ at: clock.now(), by: 'hospital' });
      for (const answer of [
        await get(browser, 'd1', 'mina'),
        await save(browser, { sequence: 2 }, 'd1', 'mina'),
        await drop(browser, 'd1', 'mina'),
        await browser.write('POST', '/patients/mina/drafts/search', {}),
      ]) {
        expect(answer.status).to.equal(404);
      }
      await end(null);
      expect(await contentOf(browser, 'd1', 'mina')).to.deep.equal(aSave.content);
    });

    it('is nobody’s who may only look: what cannot be sent is not begun', async () => {
      const { browser } = await openFamily(policy);
      expect(refusalOf(await save(browser, {}, 'd1', 'otto'))).to.deep.equal({
        rule: 'proxy.friends-and-family',
        next: ['ask-patient'],
      });
    });
  });
}
