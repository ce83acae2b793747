import { expect } from 'chai';
import { attachmentLimitsOf } from '../../../mocks/rules/default-lists.js';
import { addBusinessDays } from '../../../src/policy/calendar.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import {
  aMessage,
  openFamily,
  readThread,
  reply,
  search,
  send,
  sentOf,
  signedInAs,
  unread,
} from '../family/family.js';
import { lakeside, policies } from '../../../stories/fixtures/support/policies.js';
import { problemOf, refusalOf } from '../../support/portal.js';
import { rejection } from '../../support/rejection.js';
import {
  makeCareTeamMember,
  makeMessage,
  makePerson,
  makeThread,
} from '../../support/sample-people.js';
import { threadCount, expectSent, writingRules } from './messages.js';
import {
  answerMessage,
  closeThread,
  writeMessage,
} from '../../../stories/fixtures/support/staff.js';

/** What is told before writing to somebody who may only look. */
const mayOnlyLook = {
  allowed: false,
  rule: 'proxy.friends-and-family',
  case: 'view-only',
  next: [{ action: 'ask-patient' }],
};

for (const policy of policies) {
  const { to } = policy.messages.replyBusinessDays;

  describe(`messages.reply-time under ${policy.id}`, () => {
    it('is promised before writing, and with the message', async () => {
      const { browser, clock } = await openFamily(policy);
      const promised = addBusinessDays(clock.now(), to, policy);
      expect((await writingRules(browser)).expectedBy).to.equal(promised);
      const sent = sentOf(await send(browser));
      expect(sent.expectedBy).to.equal(promised);
      const { threads } = await search(browser, { folder: 'sent' });
      expect(threads[0]).to.deep.include({ id: sent.thread, expectedBy: promised });
    });

    it('counts from each message, and is over with the answer', async () => {
      const { backend, browser, clock } = await openFamily(policy);
      const first = sentOf(await send(browser));
      clock.advance({ days: 1 });
      await browser.signIn('ann.example');
      const second = sentOf(await reply(browser, {}, { thread: first.thread }));
      expect(second.expectedBy).to.equal(addBusinessDays(clock.now(), to, policy));
      expect((await readThread(browser, first.thread)).expectedBy).to.equal(first.expectedBy);
      await answerMessage(backend, first.thread, { by: 'Dana Lee, MD', text: 'Come in May.' });
      expect((await readThread(browser, first.thread)).expectedBy).to.equal(null);
    });

    it('is promised nowhere that nobody reads: a closed thread takes no answer', async () => {
      const { backend, browser } = await openFamily(policy);
      expect((await readThread(browser)).reply).to.deep.equal({ allowed: true });
      await closeThread(backend, 'thread');
      const next = [{ action: 'new-message' }, { action: 'call-office' }];
      const { reply: eligibility, closed } = await readThread(browser);
      expect(closed).to.equal(true);
      expect(eligibility).to.deep.equal({ allowed: false, rule: 'messages.reply-time', next });
      const answer = await reply(browser);
      expect(answer.status).to.equal(403);
      expect(problemOf(answer)).to.deep.include({ rule: 'messages.reply-time', next });
      expect((await readThread(browser)).messages).to.have.lengthOf(1);
    });
  });

  describe(`messages.signed-in-only under ${policy.id}`, () => {
    it('has an e-mail about an answer or a new thread that shows none of it', async () => {
      const { backend, browser } = await openFamily(policy);
      const secret = 'Hemoglobin';
      await answerMessage(backend, 'thread', { by: 'Dana Lee, MD', text: secret });
      await writeMessage(backend, 'ann', {
        by: 'dr-lee',
        topic: 'result',
        title: secret,
        text: secret,
      });
      const emails = [...backend.db.tables.emails.values()];
      expect(emails).to.have.lengthOf(policy.notifications.newInformation ? 2 : 0);
      for (const { to: address, subject, text } of emails) {
        expect(address).to.equal('ann@example.org');
        expect(subject + text).not.to.match(/hemoglobin|lee|visit|result/i);
      }
      expect((await search(browser, { folder: 'inbox' })).total).to.equal(2);
    });

    it('has nothing read or written by nobody', async () => {
      const { backend, browser } = await openFamily(policy);
      await browser.send('DELETE', '/session');
      await browser.session();
      for (const answer of [
        await browser.write('POST', '/patients/ann/threads/search', { folder: 'inbox' }),
        await browser.send('GET', '/patients/ann/threads/thread'),
        await browser.send('GET', '/patients/ann/threads/unread'),
        await send(browser),
        await reply(browser),
      ]) {
        expect(answer.status).to.equal(401);
        expect(answer.text).not.to.contain('visit');
      }
      expect(threadCount(backend)).to.equal(2);
    });
  });

  describe(`who may write under ${policy.id}`, () => {
    it('is not somebody who may only look: told before, and refused', async () => {
      const { browser } = await openFamily(policy);
      expect((await writingRules(browser, 'mina')).writing).to.deep.equal({ allowed: true });
      expect((await writingRules(browser, 'otto')).writing).to.deep.equal(mayOnlyLook);
      const thread = await readThread(browser, 'thread-otto', 'otto');
      expect(thread.reply).to.deep.equal(mayOnlyLook);
      expect(thread.filing).to.deep.equal(mayOnlyLook);
      for (const answer of [
        await send(browser, {}, 'otto'),
        await reply(browser, {}, { subject: 'otto', thread: 'thread-otto' }),
      ]) {
        expect(refusalOf(answer).rule).to.equal('proxy.friends-and-family');
      }
    });

    it('is nobody to whom the record is not open', async () => {
      const portal = await openFamily(policy);
      const ben = await signedInAs(portal, 'ben.example');
      for (const answer of [
        await send(ben, {}, 'ann'),
        await send(ben, {}, 'nobody'),
        await reply(ben),
        await ben.send('GET', '/patients/ann/messages/rules'),
      ]) {
        expect(answer.status).to.equal(404);
        expect(answer.text).to.equal((await ben.send('GET', '/nothing')).text);
      }
    });

    it('writes to the care team of that record only', async () => {
      const { browser } = await openFamily(policy);
      for (const recipient of ['dr-lee-mina', 'dr-lee-ben', 'nobody', 'ann']) {
        const answer = await send(browser, { recipient });
        expect(answer.status).to.equal(400);
        expect(refusalOf(answer).pointers).to.deep.equal(['/body/recipient']);
      }
      expectSent(await send(browser, { recipient: 'dr-lee-mina' }, 'mina'));
    });
  });
}

describe('what is told before writing', () => {
  it('are the limits that the policy sets, or the usual ones', async () => {
    const { browser } = await openFamily(mycooper);
    expect((await writingRules(browser)).attachments).to.deep.equal({
      maxFiles: 4,
      maxFileBytes: 6 * 1024 * 1024,
      maxTotalBytes: 10 * 1024 * 1024,
      types: attachmentLimitsOf(mycooper).types,
    });
    const other = await openFamily(lakeside);
    expect(await writingRules(other.browser)).to.deep.include({
      attachments: {
        maxFiles: 2,
        maxFileBytes: 1024 * 1024,
        maxTotalBytes: 1024 * 1024,
        types: ['image/png'],
      },
      replyBusinessDays: { from: 2, to: 4 },
      topics: ['question', 'result', 'medication', 'appointment', 'other'],
    });
  });
});

describe('a message that is sent', () => {
  it('is in the thread as it was written, with whom, and by whom', async () => {
    const { browser, clock } = await openFamily(mycooper);
    const text = '  First line\n\nsecond “line” 😀 ';
    const { thread, message, sentAt } = sentOf(await send(browser, { text, topic: 'result' }));
    expect(sentAt).to.equal(new Date(clock.now()).toISOString());
    expect(await readThread(browser, thread)).to.deep.include({
      id: thread,
      title: aMessage.title,
      topic: 'result',
      careTeamMember: { id: 'dr-lee', name: 'Dana Lee, MD', role: 'Primary care' },
      lastMessageAt: sentAt,
      messageCount: 1,
      unreadCount: 0,
      messages: [
        {
          id: message,
          sentAt,
          from: { side: 'patient', name: 'Ann Example' },
          text,
          attachments: [],
        },
      ],
      reply: { allowed: true },
      filing: { allowed: true },
    });
  });

  it('is one, however often and however much at once it is sent with one key', async () => {
    const { backend, browser } = await openFamily(mycooper);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => send(browser, {}, 'ann', 'a-key-made-up-at-random')),
    );
    answers.push(await send(browser, {}, 'ann', 'a-key-made-up-at-random'));
    expect(new Set(answers.map(({ text }) => text)).size).to.equal(1);
    expect(threadCount(backend)).to.equal(3);
    const changed = await send(browser, { text: 'else' }, 'ann', 'a-key-made-up-at-random');
    expect(changed.status).to.equal(409);
  });

  it('is one where its answer was lost', async () => {
    const { backend, browser } = await openFamily(mycooper);
    backend.faults.set('replyToThread', { outcome: 'lost' });
    const key = 'a-key-made-up-at-random';
    await rejection(reply(browser, {}, { key }));
    backend.faults.clear();
    expectSent(await reply(browser, {}, { key }));
    expect((await readThread(browser)).messages).to.have.lengthOf(2);
  });

  it('stands in the list of who did what', async () => {
    const { backend, browser } = await openFamily(mycooper);
    await send(browser, {}, 'mina');
    await answerMessage(backend, 'thread', { by: 'Dana Lee, MD', text: 'Yes.' });
    await closeThread(backend, 'thread');
    const events = [...backend.db.tables.auditEvents.values()].map(
      ({ patientId, action, actor }) => `${patientId}: ${action} by ${actor.kind} ${actor.name}`,
    );
    expect(events).to.deep.equal([
      'mina: sent-message by proxy Ann Example',
      'ann: sent-message by staff Dana Lee, MD',
      `ann: closed-message by staff ${mycooper.portal.organization}`,
    ]);
  });
});

describe('a thread of many messages', () => {
  const full = makeThread({
    messages: [
      makeMessage({ id: 'm0' }),
      ...Array.from({ length: 498 }, (_, n) => makeMessage({ id: `m${n + 1}` })),
    ],
  });

  it('takes 500, and no more: the next one begins a new thread', async () => {
    const people = [
      {
        ...makePerson('ann', 'ann.example'),
        careTeam: [makeCareTeamMember({ phone: '1-555-555-0177' })],
        threads: [full],
      },
    ];
    const { browser } = await openFamily(mycooper, people);
    expectSent(await reply(browser));
    const read = await readThread(browser);
    expect(read.messages).to.have.lengthOf(500);
    const contact = { name: 'Dana Lee, MD', phone: '1-555-555-0177' };
    const next = [{ action: 'new-message' }, { action: 'call-office', contact }];
    expect(read.reply).to.deep.equal({ allowed: false, rule: 'messages.reply-time', next });
    expect(problemOf(await reply(browser))).to.deep.include({ rule: 'messages.reply-time', next });
  });
});

describe('the care team', () => {
  it('begins a thread that is unread', async () => {
    const { backend, browser } = await openFamily(mycooper);
    const by = 'dr-lee';
    const id = await writeMessage(backend, 'ann', { by, topic: 'other', title: 'Hi', text: 'Yes' });
    expect(await readThread(browser, id)).to.deep.include({ title: 'Hi', unreadCount: 1 });
    expect(await unread(browser)).to.deep.equal({ threads: 2, messages: 2 });
  });

  it('answers nothing that is not there or is closed, and begins nothing for another one’s patient', async () => {
    const { backend } = await openFamily(mycooper);
    const answer = { by: 'Dana Lee, MD', text: 'Yes.' };
    const letter = { by: 'dr-lee-mina', topic: 'other', title: 'Hi', text: 'Yes' } as const;
    await closeThread(backend, 'thread');
    for (const promise of [
      answerMessage(backend, 'none', answer),
      answerMessage(backend, 'thread', answer),
      closeThread(backend, 'none'),
      writeMessage(backend, 'ann', letter),
    ]) {
      expect(await rejection(promise)).to.be.an('error');
    }
    expect(backend.db.tables.emails.size).to.equal(0);
  });
});
