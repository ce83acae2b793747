import { expect } from 'chai';
import * as z from 'zod/mini';
import type { Person, ProxyRecord, RenewalRecord } from '../../../mocks/db/records/index.js';
import type { OutputOf } from '../../../src/contract/endpoint.js';
import { contract } from '../../../src/contract/index.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { familyOf, subjectsOf } from '../../support/family-portal.js';
import { openPortal, pageOf, successOf, type Browser } from '../../support/portal.js';
import {
  asParentOf,
  makeChild,
  makeMedication,
  makePerson,
  makeReport,
} from '../../support/sample-people.js';
import { openFamily as openWithDrafts } from '../family/family.js';
import { codeAt, startApp } from '../sign-in/with-second-step.js';

const at = (instant: string) => Date.parse(instant);

/** Ann is signed in, and may open the records of these children. */
const openParent = async (children: readonly Person[], policy: PortalPolicy = mychart) => {
  const ann = makePerson('ann', 'ann.example');
  const proxyFor = children.map(({ patient }) => asParentOf(patient.id));
  const portal = await openPortal({ policy, people: [{ ...ann, proxyFor }, ...children] });
  await portal.browser.signIn('ann.example');
  const change = (patientId: string, parts: Partial<ProxyRecord>) =>
    portal.backend.db.transact(({ proxies }) => {
      for (const proxy of proxies.by('patientId', patientId)) proxies.put({ ...proxy, ...parts });
    });
  return { ...portal, change };
};

describe('accesses that have ended', () => {
  it('are listed latest first, whatever the names and the order they are stored in', async () => {
    const { browser, change } = await openParent(
      ['Ada', 'Bea', 'Cleo'].map((name) => makeChild(name)),
    );
    for (const [id, ended] of [
      ['ada', '2026-02-01T10:00:00Z'],
      ['bea', '2026-02-03T10:00:00Z'],
      ['cleo', '2026-02-02T10:00:00Z'],
    ] as const) {
      await change(id, { ended: { at: at(ended), by: 'proxy' } });
    }
    const { open, ended } = await familyOf(browser);
    expect(open).to.deep.equal([]);
    expect(ended.map(({ subject, endedAt }) => [subject, endedAt])).to.deep.equal([
      ['bea', '2026-02-03T10:00:00.000Z'],
      ['cleo', '2026-02-02T10:00:00.000Z'],
      ['ada', '2026-02-01T10:00:00.000Z'],
    ]);
  });

  it('stand at the day they were given where nobody knows their end', async () => {
    const { browser, change } = await openParent(
      ['Ada', 'Bea', 'Cleo'].map((name) => makeChild(name)),
    );
    await change('ada', { ended: { at: at('2026-02-01T10:00:00Z'), by: 'hospital' } });
    // No form gives access in this relationship: since when, nobody has written down.
    await change('bea', { since: at('2026-02-02T10:00:00Z'), relationship: 'other-family' });
    await change('cleo', { ended: { at: at('2026-02-03T10:00:00Z'), by: 'patient' } });
    const { ended } = await familyOf(browser);
    expect(ended.map(({ subject, endedAt, reason }) => [subject, endedAt, reason])).to.deep.equal([
      ['cleo', '2026-02-03T10:00:00.000Z', 'taken-back'],
      ['bea', null, 'ended-by-hospital'],
      ['ada', '2026-02-01T10:00:00.000Z', 'ended-by-hospital'],
    ]);
  });
});

describe('namesakes', () => {
  const namesake = (id: string) => {
    const child = makeChild('Mina');
    return { ...child, patient: { ...child.patient, id } };
  };

  it('always stand in the same order, after those whose names come before', async () => {
    const ids = ['m2', 'm1', 'm3'];
    for (const order of [ids, [...ids].reverse()]) {
      const children = [...order.map(namesake), makeChild('Ada'), makeChild('Zoe')];
      const { browser } = await openParent(children);
      const sorted = ['ada', 'm1', 'm2', 'm3', 'zoe'];
      expect(await subjectsOf(browser)).to.deep.equal(['ann', ...sorted]);
      expect((await familyOf(browser)).open.map(({ subject }) => subject)).to.deep.equal(sorted);
    }
  });

  it('are sorted as people sort names: without regard to letter case and accents', async () => {
    const children = ['Ana', 'Álvaro', 'alba', 'Zoe'].map((name, n) => {
      const child = makeChild(name);
      return { ...child, patient: { ...child.patient, id: `c${n}` } };
    });
    const { browser } = await openParent(children);
    expect((await familyOf(browser)).open.map(({ displayName }) => displayName)).to.deep.equal([
      'alba Example',
      'Álvaro Example',
      'Ana Example',
      'Zoe Example',
    ]);
  });
});

describe('renewals that were asked for at the same time', () => {
  const renewal = (id: string, parts: Partial<RenewalRecord>): RenewalRecord => ({
    id,
    patientId: 'ann',
    medicationId: 'medication',
    requestedAt: at('2026-02-01T10:00:00Z'),
    requestedBy: 'Ann Example',
    supplyDays: 30,
    refills: 0,
    newAllergies: null,
    pharmacy: null,
    note: null,
    expectedBy: '2026-02-04',
    status: 'denied',
    decision: { at: at('2026-02-02T10:00:00Z'), by: 'Dana Lee, MD', note: null },
    ...parts,
  });

  it('count as the one stored last', async () => {
    const ann = makePerson('ann', 'ann.example');
    const { backend, browser } = await openPortal({
      people: [{ ...ann, medications: [makeMedication()] }],
    });
    await backend.db.transact(({ renewals }) => {
      renewals.put(renewal('first', {}));
      renewals.put(renewal('second', { status: 'approved' }));
    });
    await browser.signIn('ann.example');
    const { text } = await browser.send('GET', '/patients/ann/medications/medication');
    const { lastRenewal } = z.parse(contract.getMedication.response, JSON.parse(text));
    expect(lastRenewal).to.include({ id: 'second', status: 'approved' });
  });
});

describe('drafts', () => {
  const save = (browser: Browser, name: string, parts: object = {}) =>
    browser.write('PUT', `/patients/ann/drafts/${name}`, {
      form: 'message',
      writer: 'page-1',
      sequence: 1,
      content: { text: name },
      replaces: null,
      ...parts,
    });
  const find = async (browser: Browser, query: object = {}) => {
    const answer = await browser.write('POST', '/patients/ann/drafts/search', query);
    return successOf(contract.searchDrafts, answer);
  };

  it('that were saved at the same moment stand in one order, in pages too', async () => {
    const { browser } = await openWithDrafts(mycooper);
    for (const name of ['b', 'c', 'a']) await save(browser, name);
    const { drafts, total } = await find(browser);
    const ids = drafts.map(({ id }) => id);
    expect(total).to.equal(3);
    expect([...ids].sort()).to.deep.equal(['a', 'b', 'c']);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: OutputOf<typeof contract.searchDrafts> = await find(browser, {
        limit: 1,
        cursor,
      });
      paged.push(...page.drafts.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).to.deep.equal(ids);
  });

  it('are latest first, and move up when they are saved again', async () => {
    const { browser, clock } = await openWithDrafts(mycooper);
    for (const name of ['one', 'two', 'three']) {
      await save(browser, name);
      clock.advance({ seconds: 1 });
    }
    const ids = async () => (await find(browser)).drafts.map(({ id }) => id);
    expect(await ids()).to.deep.equal(['three', 'two', 'one']);
    await save(browser, 'one', { sequence: 2 });
    expect(await ids()).to.deep.equal(['one', 'three', 'two']);
  });

  it('keep the time they were saved at when the same save comes again', async () => {
    const { browser, clock } = await openWithDrafts(mycooper);
    const savedAt = new Date(clock.now()).toISOString();
    await save(browser, 'one');
    clock.advance({ minutes: 1 });
    const again = successOf(contract.saveDraft, await save(browser, 'one'));
    expect(again).to.deep.include({ outcome: 'late' });
    expect(again.draft?.savedAt).to.equal(savedAt);
    expect((await find(browser)).drafts.map((draft) => draft.savedAt)).to.deep.equal([savedAt]);
  });

  it('tell the time of a save elsewhere, and take its own once that is replaced', async () => {
    const { browser, clock } = await openWithDrafts(mycooper);
    const elsewhere = new Date(clock.now()).toISOString();
    await save(browser, 'one');
    clock.advance({ minutes: 1 });
    const other = { writer: 'page-2', sequence: 1, content: { text: 'one' } };
    const conflict = successOf(contract.saveDraft, await save(browser, 'one', other));
    expect(conflict).to.deep.include({ outcome: 'conflict' });
    expect(conflict.draft?.savedAt).to.equal(elsewhere);
    clock.advance({ minutes: 1 });
    const replaces = { writer: 'page-1', sequence: 1 };
    const saved = successOf(contract.saveDraft, await save(browser, 'one', { ...other, replaces }));
    expect(saved).to.deep.include({ outcome: 'saved' });
    expect(saved.draft?.savedAt).to.equal(new Date(clock.now()).toISOString());
  });
});

describe('an authenticator app that is set up in several tabs of one browser', () => {
  it('can be finished in the last four that began', async () => {
    const { browser, clock } = await openPortal();
    await browser.signIn('ann.example');
    const secrets: string[] = [];
    for (let tab = 0; tab < 5; tab += 1) secrets.push(await startApp(browser));
    const finished = async (secret = '') => {
      const body = { name: 'My phone', code: codeAt(secret, clock) };
      const answer = await browser.write('POST', '/account/second-step/app', body);
      return answer.status;
    };
    expect(await finished(secrets[0])).to.equal(400);
    expect(await finished(secrets[1])).to.equal(200);
  });
});

describe('a record with one result that waits for its review and one that waits for its day', () => {
  const byDay = makeReport({
    id: 'by-day',
    category: 'pathology', // after 3 days at the lakeside
    reviewed: false,
    reportedAt: '2026-03-01T12:00:00Z',
  });
  const laterDay = { ...byDay, id: 'later-day', reportedAt: '2026-03-02T12:00:00Z' };
  const byReview = makeReport({ id: 'by-review', category: 'imaging', reviewed: false });

  for (const reports of [
    [byReview, byDay, laterDay],
    [byDay, byReview, laterDay],
    [laterDay, byDay, byReview],
  ]) {
    it(`shows each at its time: ${reports.map(({ id }) => id).join(', ')}`, async () => {
      const { browser, clock } = await openPortal({
        policy: lakeside,
        people: [makePerson('ann', 'ann.example', reports)],
      });
      const shown: string[][] = [];
      for (const now of [
        '2026-03-03T12:00:00Z',
        '2026-03-04T11:59:59.999Z',
        '2026-03-04T12:00:00Z',
        '2026-03-05T12:00:00Z',
      ]) {
        clock.set(now);
        await browser.signIn('ann.example');
        shown.push(
          pageOf(await browser.search('ann'))
            .results.map(({ id }) => id)
            .sort(),
        );
      }
      expect(shown).to.deep.equal([[], [], ['by-day'], ['by-day', 'later-day']]);
    });
  }
});
