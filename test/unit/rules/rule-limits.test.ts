import { expect } from 'chai';
import type { AttachmentRecord, DraftRecord } from '../../../mocks/db/records/index.js';
import { endOf, isUpcoming } from '../../../mocks/rules/record/appointments.js';
import {
  bytesOf,
  decideFile,
  decideFiles,
  isForgotten,
  mediaTypeOf,
} from '../../../mocks/rules/messages/attachments.js';
import { isForgotten as isDraftForgotten } from '../../../mocks/rules/messages/drafts.js';
import { cleanFileName } from '../../../mocks/rules/file-names.js';
import { decideReply, unreadCount } from '../../../mocks/rules/messages/messages.js';
import { threadLength } from '../../../src/contract/messages/threads.js';
import { attachmentTypes, type AttachmentLimits } from '../../../src/policy/portal-policy.js';
import {
  makeAppointment,
  makeCareTeamMember,
  makeMessage,
  makeThread,
} from '../../support/sample-people.js';

const now = Date.parse('2026-03-02T15:00:00Z');
const megabyte = 1_048_576;
const limits: AttachmentLimits = {
  maxFiles: 2,
  maxFileMegabytes: 1,
  maxTotalMegabytes: 2,
  types: ['image/png', 'text/plain'],
};

/** What a refusal says, without its sentences for developers. */
const said = (decision: ReturnType<typeof decideFile> | ReturnType<typeof decideFiles>) => {
  if (decision.ok) return null;
  const { kind, next, errors } = decision;
  return [kind, next.map(({ action }) => action), errors?.map(({ pointer }) => pointer)];
};

describe('the limits of a file', () => {
  const tooLarge = ['too-large', ['try-again'], ['/body/data']];

  it('are in bytes of 1,024 times 1,024 a megabyte', () => {
    expect(bytesOf(limits)).to.deep.equal({ maxFileBytes: megabyte, maxTotalBytes: 2 * megabyte });
    const text = (size: number) => btoa('a'.repeat(size));
    expect(decideFile(text(megabyte), limits)).to.deep.equal({ ok: true, value: 'text/plain' });
    expect(said(decideFile(text(megabyte + 1), limits))).to.deep.equal(tooLarge);
  });

  it('are its types, by its content, and whether there are files at all', () => {
    for (const [data, type] of [
      [btoa('\xff\xd8\xff\xe0'), 'image/jpeg'],
      [btoa('\x89PNG\r\n\x1a\n'), 'image/png'],
      [btoa('%PDF-1.7'), 'application/pdf'],
      [btoa('words'), 'text/plain'],
    ] as const) {
      expect(mediaTypeOf(data)).to.equal(type);
      const only = { ...limits, types: [type] };
      expect(decideFile(data, only)).to.deep.equal({ ok: true, value: type });
      const others = { ...limits, types: attachmentTypes.filter((each) => each !== type) };
      expect(said(decideFile(data, others))).to.deep.equal([
        'unsupported-media-type',
        ['try-again'],
        ['/body/data'],
      ]);
      expect(said(decideFile(data, { ...limits, maxFiles: 0 }))).to.deep.equal(tooLarge);
    }
  });

  it('are for all that go together, too', () => {
    const sized = (...sizes: number[]) =>
      decideFiles(
        sizes.map((size) => ({ size })),
        limits,
      );
    expect(said(sized())).to.equal(null);
    expect(said(sized(megabyte, megabyte))).to.equal(null);
    for (const sizes of [
      [megabyte, megabyte + 1],
      [1, 1, 1],
    ]) {
      expect(said(sized(...sizes))).to.deep.equal([
        'too-large',
        ['try-again'],
        ['/body/attachmentIds'],
      ]);
    }
  });
});

describe('what nobody has sent', () => {
  it('is forgotten after thirty days: a file', () => {
    const file = { addedAt: now } as AttachmentRecord;
    expect(isForgotten(file, now + 30 * 86_400_000 - 1)).to.equal(false);
    expect(isForgotten(file, now + 30 * 86_400_000)).to.equal(true);
  });

  it('is forgotten a day after it was dropped: a draft', () => {
    const draft = (content: DraftRecord['content']) => ({ content, savedAt: now }) as DraftRecord;
    expect(isDraftForgotten(draft(null), now + 86_399_999)).to.equal(false);
    expect(isDraftForgotten(draft(null), now + 86_400_000)).to.equal(true);
    expect(isDraftForgotten(draft({}), now + 86_400_000)).to.equal(false);
  });
});

describe('the ending of a file’s name', () => {
  it('tells its type, in each way that is usual', () => {
    for (const [name, type, kept] of [
      ['a.jpg', 'image/jpeg', 'a.jpg'],
      ['a.JPEG', 'image/jpeg', 'a.jpeg'],
      ['a', 'image/jpeg', 'a.jpg'],
      ['a.png', 'image/png', 'a.png'],
      ['a', 'application/pdf', 'a.pdf'],
      ['a.txt', 'text/plain', 'a.txt'],
      ['a', 'text/plain', 'a.txt'],
    ] as const) {
      expect(cleanFileName(name, type)).to.equal(kept);
    }
  });
});

describe('the end of an appointment', () => {
  it('is so many minutes after its beginning, or that where nobody knows', () => {
    const startsAt = new Date(now).toISOString();
    expect(endOf(makeAppointment({ startsAt, minutes: 30 }))).to.equal(now + 1_800_000);
    expect(endOf(makeAppointment({ startsAt, minutes: null }))).to.equal(now);
    const unknown = makeAppointment({ startsAt, minutes: null });
    expect(isUpcoming(unknown, now - 1)).to.equal(true);
    expect(isUpcoming(unknown, now)).to.equal(false);
  });
});

describe('a thread', () => {
  it('takes no more answers once it is closed or full, and says whom to call', () => {
    const later = Array.from({ length: threadLength - 2 }, (_, n) => makeMessage({ id: `m${n}` }));
    const phone = '1-555-555-0123';
    const member = makeCareTeamMember({ phone });
    const again = { action: 'new-message' };
    for (const thread of [
      makeThread({ closed: true }),
      makeThread({ messages: [makeMessage(), makeMessage(), ...later] }),
    ]) {
      expect(decideReply(thread, member)).to.deep.include({
        rule: 'messages.reply-time',
        next: [again, { action: 'call-office', contact: { name: member.name, phone } }],
      });
      for (const unreachable of [undefined, makeCareTeamMember()]) {
        expect(decideReply(thread, unreachable)).to.deep.include({
          next: [again, { action: 'call-office' }],
        });
      }
    }
    const almost = makeThread({ messages: [makeMessage(), ...later] });
    expect(decideReply(almost, member)).to.deep.equal({ ok: true, value: null });
  });

  it('has as many unread messages as the care team has written since', () => {
    const own = makeMessage({ from: { side: 'patient', name: 'Ann Example' } });
    const messages = [makeMessage(), own, makeMessage(), makeMessage()] as const;
    for (const [readCount, unread] of [
      [0, 3],
      [1, 2],
      [2, 2],
      [3, 1],
      [4, 0],
    ] as const) {
      expect(unreadCount(makeThread({ messages, readCount }))).to.equal(unread);
    }
  });
});
