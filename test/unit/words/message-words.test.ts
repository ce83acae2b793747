import { expect } from 'chai';
import {
  messageFields,
  textField,
} from '../../../src/widgets/secure-inbox/writing/message-fields.js';
import {
  limitsWords,
  tooLargeWords,
  tooManyWords,
  tooMuchWords,
  typeWords,
  wrongTypeWords,
  type FileLimits,
  type WritingRules,
} from '../../../src/widgets/secure-inbox/writing/files-words.js';
import { sizeWords } from '../../../src/ui/words/size-words.js';
import {
  forgetWriting,
  keepWriting,
  keptWriting,
} from '../../../src/widgets/secure-inbox/writing/interrupted-writing.js';
import {
  dayWords,
  momentWords,
  promiseOf,
  topicWords,
} from '../../../src/widgets/secure-inbox/message-words.js';
import { draftIn, openedBy } from '../../../src/widgets/secure-inbox/writing/reply-draft.js';
import type { TabStorage } from '../../../src/session/remembered-record.js';
import type { SessionStore } from '../../../src/session/session-store.js';
import { newTabStorage } from '../../../stories/fixtures/support/tab-storage.js';
import { contextWith, standIn } from '../support/context.js';
import { markupOf, wordsOf } from '../support/template.js';

const limits: FileLimits = {
  maxFiles: 3,
  maxFileBytes: 5 * 1024 * 1024,
  maxTotalBytes: 10 * 1024 * 1024,
  types: ['image/png', 'application/pdf'],
};

describe('the words of files', () => {
  it('give a size in kilobytes, rounded up, and from a megabyte on in megabytes', () => {
    const words = (bytes: number) => sizeWords(bytes, 'en');
    expect(words(1)).to.equal('1 kB');
    expect(words(1025)).to.equal('2 kB');
    expect(words(1024 * 1024 - 1)).to.equal('1,024 kB');
    expect(words(1024 * 1024)).to.equal('1 MB');
    expect(words(5.55 * 1024 * 1024)).to.equal('5.6 MB');
    expect(sizeWords(1.5 * 1024 * 1024, 'es')).to.equal('1.5 MB');
  });

  it('name each kind of file', () => {
    expect(
      (['image/jpeg', 'image/png', 'application/pdf', 'text/plain'] as const).map(typeWords),
    ).to.deep.equal(['JPEG photo', 'PNG picture', 'PDF', 'plain text']);
  });

  it('say what may go with a message', () => {
    expect(limitsWords(limits, 'en')).to.equal(
      'Up to 3 files, 5 MB each, 10 MB in total: PNG picture or PDF.',
    );
    expect(limitsWords({ ...limits, maxFiles: 1 }, 'en')).to.equal(
      '1 file, up to 5 MB: PNG picture or PDF.',
    );
  });

  it('say what is wrong with a file', () => {
    expect(tooManyWords(limits)).to.equal('You can attach up to 3 files.');
    expect(tooManyWords({ ...limits, maxFiles: 1 })).to.equal('You can attach only 1 file.');
    expect(tooLargeWords(6 * 1024 * 1024, limits, 'en')).to.equal(
      'This file is too large (6 MB). The limit is 5 MB.',
    );
    expect(tooMuchWords(limits, 'en')).to.equal('Attachments can be up to 10 MB in total.');
    expect(wrongTypeWords(limits, 'en')).to.contain('PNG picture or PDF.');
  });
});

describe('the words of messages', () => {
  it('name what a message can be about', () => {
    expect(topicWords()).to.deep.equal({
      question: 'A health question',
      result: 'A test result',
      medication: 'A medication',
      appointment: 'An appointment',
      other: 'Something else',
    });
  });

  it('give day and time in the portal’s time zone', () => {
    const context = contextWith();
    expect(dayWords('2026-05-04T02:00:00Z', context)).to.equal('May 3, 2026');
    expect(momentWords('2026-05-04T02:00:00Z', context)).to.match(/^May 3, 2026, 10:00\sPM$/);
  });

  it('promise an answer up to the end of the day in the portal’s time zone (messages.reply-time)', () => {
    const promise = (now: string, expectedBy: string | null = '2026-05-05') =>
      promiseOf({ expectedBy }, contextWith({ now: () => Date.parse(now) }));
    expect(promise('2026-05-06T03:59:00Z')).to.deep.equal({
      words: 'We’ll reply by May 5, 2026.',
      isBroken: false,
    });
    expect(promise('2026-05-06T04:00:00Z')).to.deep.equal({
      words: 'No reply yet. We promised one by May 5, 2026.',
      isBroken: true,
    });
    expect(promise('2026-05-06T04:00:00Z', null)).to.equal(undefined);
  });
});

describe('the fields of a message', () => {
  const rules = {
    longestText: 5000,
    longestTitle: 100,
    topics: ['question', 'result'],
  } as unknown as WritingRules;
  const facts = { rules, content: undefined, locale: 'en', typedLength: 0 };
  const [roth, wong] = [
    { id: 'roth', name: 'Ines Roth, MD', role: 'Primary care', phone: null },
    { id: 'wong', name: 'Ada Wong, MD', role: 'Cardiology', phone: null },
  ] as const;
  const values = (...of: Parameters<typeof messageFields>) =>
    Object.fromEntries(
      Object.entries(messageFields(...of)).map(([pointer, { value }]) => [pointer, value]),
    );
  const empty = { '/body/recipient': '', '/body/topic': '', '/body/title': '', '/body/text': '' };

  it('count the characters that are left once there are 500', () => {
    const view = (typedLength: number) => {
      const field = textField({ ...facts, typedLength })['/body/text'];
      return field?.view?.(field, []);
    };
    expect(wordsOf(view(4499))).to.equal('Your message');
    expect(markupOf(view(4499))).not.to.contain('message-text-status');
    expect(wordsOf(view(4500))).to.equal('Your message 500 characters left.');
    expect(wordsOf(view(4999))).to.equal('Your message 1 characters left.');
    // Below the control, which stays where it is, and read out with it.
    expect(markupOf(view(4500))).to.match(
      /aria-describedby=message-text-status[^]*<\/textarea>[^]*id="message-text-status"/,
    );
  });

  it('have chosen to whom it goes where there is nobody else', () => {
    expect(values(facts, [roth, wong], undefined)).to.deep.equal(empty);
    expect(values(facts, [], undefined)).to.deep.equal(empty);
    expect(values(facts, [roth], undefined)).to.deep.equal({ ...empty, '/body/recipient': 'roth' });
  });

  it('begin with the result that is asked about', () => {
    expect(values(facts, [roth, wong], 'Lipids')).to.deep.equal({
      ...empty,
      '/body/topic': 'result',
      '/body/title': 'Lipids',
    });
  });

  it('have what was typed before, and no title where it was taken out', () => {
    const content = {
      '/body/recipient': 'wong',
      '/body/topic': 'question',
      '/body/title': '',
      '/body/text': 'Hello',
    };
    expect(values({ ...facts, content }, [roth], 'Lipids')).to.deep.equal(content);
  });

  it('are named, and offer whom and what one can write to and about', () => {
    const fields = messageFields(facts, [roth, wong], undefined);
    expect(
      Object.values(fields).map(({ id, name, label, hint }) => [id, name, label, hint]),
    ).to.deep.equal([
      ['message-recipient', 'recipient', 'To', undefined],
      ['message-topic', 'topic', 'What’s it about?', undefined],
      ['message-title', 'title', 'Subject', 'A few words, up to 100 characters'],
      ['message-text', 'text', 'Your message', undefined],
    ]);
    const viewOf = (pointer: string) => {
      const field = fields[pointer];
      return markupOf(field?.view?.(field, []));
    };
    const recipients = viewOf('/body/recipient');
    expect(wordsOf(recipients)).to.equal(
      'To Please choose Ines Roth, MD, Primary care Ada Wong, MD, Cardiology',
    );
    expect(recipients).to.contain('value=roth').and.contain('value=wong');
    const topics = viewOf('/body/topic');
    expect(wordsOf(topics)).to.equal(
      'What’s it about? Please choose A health question A test result',
    );
    expect(topics).to.contain('value=question').and.contain('value=result');
    expect(viewOf('/body/text')).to.match(/rows=8\s+maxlength=5000\s/);
  });

  it('are all required, kept as a draft, and never filled in by a browser', () => {
    const fields = Object.values(messageFields(facts, [roth], undefined));
    expect(fields).to.have.lengthOf(4);
    for (const { id, required, drafted, autocomplete } of fields) {
      expect([id, required, drafted, autocomplete]).to.deep.equal([id, true, true, 'off']);
    }
  });
});

describe('a message that was interrupted', () => {
  const storeWith = (tabStorage: TabStorage) => standIn<SessionStore>({ tabStorage });

  it('is gone on with where its draft belongs', () => {
    const reply = openedBy('reply-thread-7');
    expect(reply).to.deep.equal({ view: 'thread', thread: 'thread-7', reply: true });
    expect(draftIn(reply)).to.equal('reply-thread-7');
    const compose = openedBy('message-7');
    expect(compose).to.deep.equal({ view: 'compose', draft: 'message-7' });
    expect(draftIn(compose)).to.equal('message-7');
    expect(draftIn({ view: 'thread', thread: 'thread-7' })).to.equal(undefined);
    expect(draftIn(undefined)).to.equal(undefined);
  });

  it('opens again for whoever wrote it, in that record, until it is closed', () => {
    const store = storeWith(newTabStorage());
    keepWriting(store, 'rosa leo', { view: 'compose', draft: 'message-7' });
    expect(keptWriting(store, 'rosa leo')).to.deep.equal({ view: 'compose', draft: 'message-7' });
    expect(keptWriting(store, 'rosa le')).to.equal(undefined);
    expect(keptWriting(store, 'henry leo')).to.equal(undefined);
    forgetWriting(store, 'henry leo');
    expect(keptWriting(store, 'rosa leo')).not.to.equal(undefined);
    forgetWriting(store, 'rosa leo');
    expect(keptWriting(store, 'rosa leo')).to.equal(undefined);
  });

  it('is nothing where nothing was written', () => {
    const store = storeWith(newTabStorage());
    keepWriting(store, 'rosa leo', { view: 'thread', thread: 'thread-7' });
    keepWriting(store, 'rosa leo', undefined);
    expect(keptWriting(store, 'rosa leo')).to.equal(undefined);
  });
});
