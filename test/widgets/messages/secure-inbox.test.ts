import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { PortalMessageStartEvent } from '../../../src/reading/message-start.events.js';
import { SecureInbox } from '../../../src/widgets/secure-inbox/secure-inbox.js';
import {
  actFor,
  begin,
  compose,
  openThread,
  pressIn,
  show,
} from '../../../stories/fixtures/steps/correspondent.js';
import { fillIn, press } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { consoleLines } from '../../support/console-errors.js';
import { mountInbox, sentTo, threadsTitled } from '../support/inbox.js';
import { mount } from '../support/mount.js';
import {
  allByRole,
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { reads } from '../support/reads.js';

const june = { signedInAs: 'june.whitfield' };

describe('<secure-inbox>: folders and the list', () => {
  it('tells of each thread with whom, when, how it begins, and what is new', async () => {
    const { widget } = await mountInbox();
    const [first] = allByRole(widget, 'listitem').filter((item) => item.matches('.thread'));
    expect(textOf(first ?? widget)).to.equal(
      'Thyroid tablets and coffee Elena Marsh, MD, Primary care May 1, 2026 It does, a little. Water is best. 1 new',
    );
  });

  it('shows one folder at a time, and says which', async () => {
    const { widget } = await mountInbox();
    for (const [folder, title] of [
      ['Sent', 'Shoulder pain'],
      ['Archived', 'Parking at the hospital'],
      ['Inbox', 'Your yearly blood test'],
    ] as const) {
      await show(widget, folder);
      await eventually(() => byRole(widget, 'button', title));
      const current = allByRole(widget, 'button').filter((button) =>
        button.matches('.folders [aria-current]'),
      );
      expect(current.map(textOf).join()).to.match(new RegExp(`^${folder}`));
    }
  });

  it('reads on at the first new line, and keeps what is there when that fails', async () => {
    const { widget, backend } = await mountInbox(june);
    const more = byRole(widget, 'button', 'Load more');
    backend.faults.set('searchThreads', { outcome: 'internal' });
    more.focus();
    more.click();
    await reads(widget, 'Something went wrong on our side.');
    await reads(widget, 'Showing 20 of');
    expectFocusOn(more);
    backend.faults.clear();
    more.click();
    await reads(widget, 'Showing 40 of');
    const lines = allByRole(widget, 'button').filter((button) => button.matches('.thread .open'));
    expect(new Set(lines.map((line) => (line as HTMLButtonElement).value)).size).to.equal(40);
    expectFocusOn(lines[20]);
  });

  it('searches by words that stand in no address, and clears the search', async () => {
    const stage = await mountInbox();
    const { widget, requests } = stage;
    await press(widget, 'Search messages');
    fillIn(
      await eventually(() => byLabel(widget, 'Words in messages, subjects or names')),
      'cholesterol',
    );
    await pressIn(widget, 'search', 'Search');
    await reads(widget, 'Showing 1 of 1');
    byRole(widget, 'button', 'Your yearly blood test');
    expect(sentTo(stage, '/threads/search').at(-1)).to.include({
      folder: 'inbox',
      text: 'cholesterol',
    });
    expect(requests.map(({ url }) => url).join()).not.to.contain('cholesterol');
    await pressIn(widget, 'search', 'Clear search');
    await reads(widget, 'Showing 3 of 3');
    expectFocusOn(byLabel(widget, 'Words in messages, subjects or names'));
  });

  it('finds what is unread alone', async () => {
    const { widget } = await mountInbox();
    await press(widget, 'Search messages');
    (await eventually(() => byLabel(widget, 'Unread only'))).click();
    await pressIn(widget, 'search', 'Search');
    await reads(widget, 'Showing 2 of 2');
  });

  for (const wrong of ['0', '101', '2.5', 'many']) {
    it(`page-size="${wrong}" is 20 instead, with one warning`, async () => {
      const lines = await consoleLines(async () => {
        const stage = await mountInbox(
          june,
          html`<secure-inbox page-size=${wrong}></secure-inbox>`,
        );
        expect(sentTo(stage, '/threads/search')).to.deep.equal([{ folder: 'inbox', limit: 20 }]);
      });
      expect(lines).to.have.length(1);
      expect(lines[0]).to.contain('<secure-inbox> page-size').and.contain('1 to 100');
    });
  }

  it('tries again when it fails, and gives the focus to the heading', async () => {
    const { widget, backend } = await mount<SecureInbox>(html`<secure-inbox></secure-inbox>`, {
      signedInAs: 'rosa.delgado',
      prepare: ({ faults }) => faults.set('searchThreads', { outcome: 'internal' }),
    });
    await reads(widget, 'Something went wrong on our side.');
    backend.faults.clear();
    await press(widget, 'Try again');
    await reads(widget, 'Showing 3 of 3');
    expectFocusOn(byRole(widget, 'heading', 'Messages'));
  });
});

describe('<secure-inbox>: a thread', () => {
  it('marks as read what is opened, in the list and in the count', async () => {
    const { widget, backend } = await mountInbox();
    const inbox = await eventually(() => byRole(widget, 'button', 'Inbox 2 unread'));
    await openThread(widget, 'Your yearly blood test');
    await eventually(() => expect(textOf(inbox)).to.equal('Inbox 1 unread'));
    await press(widget, 'Back to messages');
    const unread = () => allByRole(widget, 'listitem').filter((item) => item.matches('.unread'));
    await eventually(() => expect(unread()).to.have.length(1));
    expect(threadsTitled(backend, 'Your yearly blood test')[0]?.readCount).to.equal(1);
  });

  it('takes the focus, tells its id only, and gives the focus back', async () => {
    const { widget, backend } = await mountInbox();
    const opened: unknown[] = [];
    widget.addEventListener('portal-thread-opened', (event) =>
      opened.push(Object.fromEntries(Object.entries(event))),
    );
    byRole(widget, 'button', 'Thyroid tablets and coffee').focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => {
      expectFocusOn(byRole(widget, 'heading', 'Thyroid tablets and coffee'));
    });
    await reads(widget, 'Water is best.');
    const id = threadsTitled(backend, 'Thyroid tablets and coffee')[0]?.id;
    expect(opened).to.deep.equal([{ threadId: id, isTrusted: false }]);
    await eventually(() => byRole(widget, 'button', 'Back to messages'));
    await press(widget, 'Back to messages');
    await eventually(() => {
      expectFocusOn(byRole(widget, 'button', 'Thyroid tablets and coffee'));
    });
  });

  it('shows its messages oldest first, by whom and when', async () => {
    const { widget } = await mountInbox();
    await openThread(widget, 'Thyroid tablets and coffee');
    const list = byRole(widget, 'list', 'Messages, oldest first');
    const senders = [...list.querySelectorAll('.from')].map((sender) => textOf(sender));
    expect(senders).to.deep.equal([
      'Rosa Delgado Apr 29, 2026, 9:30 AM',
      'Elena Marsh, MD Apr 30, 2026, 2:18 PM',
      'Rosa Delgado Apr 30, 2026, 9:30 PM',
      'Elena Marsh, MD May 1, 2026, 7:06 PM',
    ]);
  });

  it('goes into the archive and back out, and says so', async () => {
    const { widget } = await mountInbox();
    const archived: unknown[] = [];
    widget.addEventListener('portal-thread-archived', (event) => archived.push(event.archived));
    await openThread(widget, 'Iron tablets');
    await press(widget, 'Archive message');
    await reads(widget, 'Message archived.');
    await reads(widget, 'Showing 2 of 2');
    expect(textOf(byRole(widget, 'status', 'Message archived.'))).to.equal('Message archived.');
    expectFocusOn(byRole(widget, 'status', 'Message archived.'));
    await show(widget, 'Archive');
    await openThread(widget, 'Iron tablets');
    await press(widget, 'Move out of archive');
    await reads(widget, 'Message moved out of the archive.');
    expect(isThere(widget, 'button', 'Iron tablets')).to.equal(false);
    expect(archived).to.deep.equal([true, false]);
  });

  it('stays where it is when that fails', async () => {
    const { widget, backend } = await mountInbox();
    await openThread(widget, 'Iron tablets');
    backend.faults.set('archiveThread', { outcome: 'internal' });
    await press(widget, 'Archive message');
    await reads(widget, 'Something went wrong on our side.');
    backend.faults.clear();
    await press(widget, 'Archive message');
    await reads(widget, 'Message archived.');
  });

  it('says by when an answer is promised, and whom to call once that day has passed (messages.reply-time)', async () => {
    const { widget, timers } = await mountInbox();
    await show(widget, 'Sent');
    await openThread(widget, 'Shoulder pain');
    await reads(widget, 'We’ll reply by May 5, 2026.');
    await press(widget, 'Back to messages');
    await openThread(widget, 'Scar on my back');
    await reads(widget, /No reply yet\. We promised one by .* Paul Sorensen, MD: 1-555-555-0127/);
    expect(timers.now()).to.be.a('number');
  });

  it('that is closed cannot be answered: another one is begun instead (messages.reply-time)', async () => {
    const { widget } = await mountInbox();
    await openThread(widget, 'Iron tablets');
    await reads(widget, 'You can’t reply here anymore.');
    expect(isThere(widget, 'button', 'Reply')).to.equal(false);
    await press(widget, 'Write a new message');
    await eventually(() => {
      expectFocusOn(byRole(widget, 'heading', 'Write a message'));
    });
  });
});

describe('<secure-inbox>: asking about a result', () => {
  it('begins a message about it, of this record only', async () => {
    const { widget, session, backend } = await mountInbox();
    const subject = [...backend.db.tables.patients.values()].find(
      ({ givenName }) => givenName === 'Rosa',
    );
    const result = [...backend.db.tables.reports.values()].find(
      ({ name, patientId }) => name === 'Vitamin D' && patientId === subject?.id,
    );
    const ask = (subjectId = '') =>
      document.dispatchEvent(new PortalMessageStartEvent(subjectId, result?.id ?? ''));
    expect(ask('somebody-else'), 'not handled').to.equal(true);
    expect(ask(subject?.id), 'handled').to.equal(false);
    const title = await eventually(() => byLabel(widget, 'Subject'));
    await eventually(() => expect(title.value).to.equal('My result: Vitamin D'));
    expect(byLabel(widget, 'What’s it about?').value).to.equal('result');
    expectFocusOn(byRole(widget, 'heading', 'Write a message'));

    session.remove();
    expect(ask(subject?.id), 'no longer there').to.equal(true);
  });
});

describe('<secure-inbox>: Back and Forward', () => {
  const isOpen = (widget: HTMLElement, title: string) =>
    isThere(widget, 'heading', title) && isThere(widget, 'button', 'Back to messages');

  it('close and open a thread, with the focus where one reads on', async () => {
    const { widget } = await mountInbox();
    const title = 'Thyroid tablets and coffee';
    await openThread(widget, title);
    history.back();
    await eventually(() => {
      expectFocusOn(byRole(widget, 'button', title));
    });
    expect(isOpen(widget, title)).to.equal(false);
    history.forward();
    await eventually(() => {
      expectFocusOn(byRole(widget, 'heading', title));
    });
    await press(widget, 'Back to messages');
    await eventually(() => expect(isOpen(widget, title)).to.equal(false));
  });

  it('bring back what was being written, but not once it is sent', async () => {
    const { widget } = await mountInbox();
    await compose(widget);
    history.back();
    await eventually(() => expect(isOpen(widget, 'Write a message')).to.equal(false));
    await reads(widget, 'Drafts 1 not sent');
    history.forward();
    await eventually(() => expect(byLabel(widget, 'Subject').value).to.equal('Shoes'));
    await press(widget, 'Send message');
    await reads(widget, 'Message sent.');
    history.back();
    await eventually(() => expect(isThere(widget, 'button', 'Back to messages')).to.equal(false));
    expect(isThere(widget, 'textbox')).to.equal(false);
  });

  it('open nothing of a record that is closed', async () => {
    const { widget } = await mountInbox({ signedInAs: 'henry.okafor' });
    await begin(widget);
    await actFor(widget.parentElement ?? widget, 'Ada Okafor');
    await reads(widget, 'Messages for Ada Okafor');
    history.back();
    history.forward();
    await eventually(() => expect(isThere(widget, 'button', 'Inbox')).to.equal(true));
    expect(isOpen(widget, 'Write a message')).to.equal(false);
  });

  it('are left to a host that says history="off"', async () => {
    const { widget } = await mountInbox({}, html`<secure-inbox history="off"></secure-inbox>`);
    const { length } = history;
    await openThread(widget, 'Thyroid tablets and coffee');
    expect(history.length).to.equal(length);
    await press(widget, 'Back to messages');
    await eventually(() => {
      expectFocusOn(byRole(widget, 'button', 'Thyroid tablets and coffee'));
    });
  });
});

describe('<secure-inbox>: on narrow and wide pages', () => {
  it('shows list and thread beside each other, or one at a time', async () => {
    const { widget } = await mountInbox();
    await openThread(widget, 'Thyroid tablets and coffee');
    widget.style.width = '1000px';
    await eventually(() => byRole(widget, 'button', 'Your yearly blood test'));
    // Beside each other there is no way back to press.
    expect(isThere(widget, 'button', 'Back to messages')).to.equal(false);
    widget.style.width = '320px';
    widget.style.fontSize = '200%';
    await eventually(() =>
      expect(isThere(widget, 'button', 'Your yearly blood test')).to.equal(false),
    );
    await press(widget, 'Reply');
    await eventually(() => byLabel(widget, 'Your message'));
    expect(widget.scrollWidth).to.be.at.most(320);
  });
});

describe('<secure-inbox>: print', () => {
  class PrintingInbox extends SecureInbox {
    printed = 0;
    protected override printPage(): void {
      this.printed += 1;
    }
  }
  PrintingInbox.define('printing-inbox');

  it('prints the thread, with whose it is and the day', async () => {
    const { widget } = await mount<PrintingInbox>(html`<printing-inbox></printing-inbox>`, {
      signedInAs: 'rosa.delgado',
    });
    await openThread(widget, 'Thyroid tablets and coffee');
    await press(widget, 'Print');
    expect(widget.printed).to.equal(1);
    const printed = widget.shadowRoot?.querySelector('.printed');
    expect(printed?.textContent.trim()).to.equal('Rosa Delgado. Printed May 4, 2026.');
  });
});
