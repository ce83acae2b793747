import { expect } from 'chai';
import type { ThreadRecord } from '../../../mocks/db/records/index.js';
import { openDesk, refusal } from './desk-portal.js';
import { readThread, reply, sentFile, unread } from '../family/family.js';
import {
  makeCareTeamMember,
  makeMessage,
  makePerson,
  makeThread,
} from '../../support/sample-people.js';

const openWith = async (...threads: readonly ThreadRecord[]) => {
  const portal = await openDesk({
    people: [
      { ...makePerson('ann', 'ann.example'), careTeam: [makeCareTeamMember()], threads },
      makePerson('bob', 'bob.example'),
    ],
  });
  await portal.browser.signIn('ann.example');
  return portal;
};

const ann = { params: { patient: 'ann' } };
const thread = { params: { thread: 'thread' } };
const answer = { by: 'Dana Lee, MD', text: 'Come in tomorrow.' };

/** Of the patient, who waits for an answer. */
const question = (parts: Parameters<typeof makeMessage>[0] = {}) =>
  makeMessage({
    from: { side: 'patient', name: 'Ann Example' },
    text: 'May I run again?',
    expectedBy: '2026-03-04',
    ...parts,
  });

describe('messages at the desk', () => {
  it('are listed by thread, those that wait for an answer apart', async () => {
    const { desk } = await openWith(
      makeThread(),
      makeThread({ id: 'asked', messages: [question()] }),
      makeThread({
        id: 'asked-later',
        messages: [makeMessage(), question({ id: 'q', sentAt: Date.UTC(2026, 2, 1) })],
      }),
      makeThread({ id: 'closed', messages: [question()], closed: true }),
    );
    const list = async (body: object) => {
      const { threads, total } = await desk.call('searchPatientThreads', { ...ann, body });
      expect(total).to.be.at.least(threads.length);
      return threads;
    };
    const idsOf = async (body: object) => (await list(body)).map(({ id }) => id);
    expect(await idsOf({})).to.deep.equal(['asked-later', 'asked', 'closed', 'thread']);
    expect(await idsOf({ awaiting: true })).to.deep.equal(['asked-later', 'asked']);
    expect(await idsOf({ awaiting: false })).to.deep.equal(['closed', 'thread']);
    expect((await list({ limit: 1 }))[0]).to.deep.include({
      lastFrom: 'Ann Example',
      preview: 'May I run again?',
      lastMessageAt: '2026-03-01T00:00:00.000Z',
      messageCount: 2,
      unreadCount: 1,
      expectedBy: '2026-03-04',
    });
  });

  it('are read whole with the names of their files, and stay unread for the patient', async () => {
    const { backend, browser, desk } = await openWith(
      makeThread({ messages: [makeMessage({ attachmentIds: [sentFile.id] })] }),
    );
    await backend.db.transact(({ attachments }) => {
      attachments.put(sentFile);
    });
    const read = await desk.call('getDeskThread', thread);
    expect(read.messages).to.deep.equal((await readThread(browser)).messages);
    expect(read.messages[0]?.attachments.map(({ name }) => name)).to.deep.equal([sentFile.name]);
    expect((await unread(browser)).messages).to.equal(1);
  });

  it('are answered, and the patient has one that is unread', async () => {
    const { browser, desk } = await openWith(makeThread({ messages: [question()] }));
    expect((await unread(browser)).messages).to.equal(0);
    await desk.call('answerMessage', { ...thread, body: answer });
    expect(await unread(browser)).to.deep.equal({ threads: 1, messages: 1 });
    expect((await readThread(browser)).messages.at(-1)).to.deep.include({
      text: 'Come in tomorrow.',
      from: { side: 'care-team', name: 'Dana Lee, MD' },
    });
    const { total } = await desk.call('searchPatientThreads', { ...ann, body: { awaiting: true } });
    expect(total).to.equal(0);
    const [email] = (await desk.call('readOutbox', { body: {} })).emails;
    expect(email?.text).not.to.contain('tomorrow');
  });

  it('begin with the care team, which is told by name', async () => {
    const { browser, desk } = await openWith();
    const { members } = await desk.call('listCareTeam', ann);
    expect(members).to.deep.equal([
      { id: 'dr-lee', name: 'Dana Lee, MD', role: 'Primary care', phone: null },
    ]);
    const body = { by: 'dr-lee', topic: 'result', title: 'Your results', text: 'Fine.' } as const;
    const { thread: id } = await desk.call('writeMessage', { ...ann, body });
    const seen = await readThread(browser, id);
    expect(seen).to.deep.include({ title: 'Your results', topic: 'result', unreadCount: 1 });
    expect(seen.careTeamMember.name).to.equal('Dana Lee, MD');
  });

  it('of a thread that is closed are answered by nobody', async () => {
    const { browser, desk } = await openWith(makeThread());
    await desk.call('closeThread', thread);
    expect((await desk.call('getDeskThread', thread)).closed).to.equal(true);
    const no = await refusal(desk.call('answerMessage', { ...thread, body: answer }));
    expect(no.status).to.equal(409);
    expect((await reply(browser, {})).status).to.equal(403);
  });

  it('of whoever is not there are not found', async () => {
    const { desk } = await openWith(makeThread());
    const nobody = { params: { patient: 'nobody' } };
    const nothing = { params: { thread: 'nothing' } };
    const body = { by: 'dr-lee', topic: 'other', title: 'Hello', text: 'Fine.' } as const;
    for (const work of [
      () => desk.call('listCareTeam', nobody),
      () => desk.call('searchPatientThreads', { ...nobody, body: {} }),
      () => desk.call('writeMessage', { ...nobody, body }),
      () => desk.call('writeMessage', { params: { patient: 'bob' }, body }),
      () => desk.call('getDeskThread', nothing),
      () => desk.call('answerMessage', { ...nothing, body: answer }),
      () => desk.call('closeThread', nothing),
    ]) {
      expect((await refusal(work())).status).to.equal(404);
    }
  });
});
