import { expect } from '@open-wc/testing';
import {
  actFor,
  addFiles,
  begin,
  compose,
  picture,
  reply,
  show,
} from '../../../stories/fixtures/steps/correspondent.js';
import { fillIn, press } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import {
  mountInbox,
  sentTo,
  threadsTitled,
  drafts,
  files,
  messagesSent,
} from '../support/inbox.js';
import {
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { reads } from '../support/reads.js';

describe('<secure-inbox>: a new message', () => {
  it('is sent, and told by ids only; its thread shows, with the promised day', async () => {
    const stage = await mountInbox();
    const { widget, backend } = stage;
    const sent: unknown[] = [];
    widget.addEventListener('portal-message-sent', (event) =>
      sent.push(Object.fromEntries(Object.entries(event))),
    );
    await compose(widget);
    await reads(widget, 'We’ll reply by May 6, 2026.');
    await press(widget, 'Send message');
    await reads(widget, 'Message sent.');
    const [thread] = threadsTitled(backend, 'Shoes');
    expect(thread?.messages.map(({ text }) => text)).to.deep.equal([
      'Which shoes are good for my feet?',
    ]);
    expect(sent).to.deep.equal([
      { threadId: thread?.id, messageId: thread?.messages[0].id, isTrusted: false },
    ]);
    byRole(widget, 'heading', 'Shoes');
    expect(textOf(widget.shadowRoot?.activeElement ?? widget)).to.contain('Message sent.');
    await eventually(() => expect(drafts(stage)).to.deep.equal([]));
    await press(widget, 'Back to messages');
    await show(widget, 'Sent');
    await eventually(() => byRole(widget, 'button', 'Shoes'));
  });

  it('tells what is missing, and sends nothing', async () => {
    const stage = await mountInbox();
    const { widget } = stage;
    await begin(widget);
    await press(widget, 'Send message');
    const summary = await eventually(() => byRole(widget, 'alert'));
    expectFocusOn(summary);
    expect(textOf(summary)).to.contain('Choose who to write to');
    byRole(summary, 'link', 'Write your message').click();
    expectFocusOn(byLabel(widget, 'Your message'));
    expect(messagesSent(stage)).to.have.length(0);
  });

  it('says before anything is written that nobody waits here in an emergency (messages.not-urgent)', async () => {
    const { widget } = await mountInbox({ faqHref: 'help.html' });
    await begin(widget);
    await reads(
      widget,
      /Messages aren’t for emergencies\. In an emergency, call 911\. If it’s urgent but not an emergency, call your physician's office: 1-555-555-0118/,
    );
    const faq = byRole(widget, 'link', 'Why is this so?');
    expect(faq.getAttribute('href')).to.equal('help.html#faq-messages-not-urgent');
  });

  it('with urgent words goes out when its writer says that it is no emergency (messages.not-urgent)', async () => {
    const stage = await mountInbox();
    const { widget, backend } = stage;
    await compose(widget, { text: 'Last year I had chest pain. May I run again?' });
    await press(widget, 'Send message');
    await reads(widget, 'Is this an emergency?');
    expect(threadsTitled(backend, 'Shoes')).to.have.length(0);
    expect(textOf(widget.shadowRoot?.activeElement ?? widget)).to.contain('Is this an emergency?');
    await press(widget, 'Not an emergency. Send message');
    await reads(widget, 'Message sent.');
    expect(messagesSent(stage).at(-1)?.['confirmed']).to.deep.equal(['not-urgent']);
    expect(threadsTitled(backend, 'Shoes')).to.have.length(1);
  });

  it('counts the characters when few are left', async () => {
    const { widget } = await mountInbox();
    await begin(widget);
    fillIn(byLabel(widget, 'Your message'), 'x'.repeat(7_900));
    await reads(widget, '100 characters left.');
  });
});

describe('<secure-inbox>: about somebody else of the family (messages.own-record)', () => {
  const henry = { signedInAs: 'henry.okafor' };

  it('a message is stopped, and goes on in their record with all that was typed', async () => {
    const stage = await mountInbox(henry);
    const { widget, backend } = stage;
    await compose(widget, { title: 'Ada coughs', text: 'Since Sunday.' });
    await press(widget, 'Send message');
    await reads(widget, 'This is about someone else.');
    expect(isThere(widget, 'button', /Send message$/)).to.equal(false);
    await press(widget, 'Write in Ada Okafor’s record');

    await reads(widget, 'You’re viewing Ada Okafor’s record.');
    const text = await eventually(() => byLabel(widget, 'Your message'));
    expect(text.value).to.equal('Since Sunday.');
    expect(byLabel(widget, 'Subject').value).to.equal('Ada coughs');
    // Ada has one physician only.
    expect(byLabel(widget, 'To').value).not.to.equal('');
    await press(widget, 'Send message');
    await reads(widget, 'Message sent.');
    const [thread, ...others] = threadsTitled(backend, 'Ada coughs');
    expect(others).to.have.length(0);
    expect(backend.db.tables.patients.get(thread?.patientId ?? '')?.givenName).to.equal('Ada');
    await eventually(() => expect(drafts(stage)).to.deep.equal([]));
  });

  it('its text may name them: the writer says that it is meant so', async () => {
    const { widget, backend } = await mountInbox(henry);
    await compose(widget, { text: 'May I visit Ada in school with my gout?' });
    await press(widget, 'Send message');
    await press(widget, 'It’s about Henry Okafor. Send message');
    await reads(widget, 'Message sent.');
    expect(threadsTitled(backend, 'Shoes')).to.have.length(1);
  });

  it('files stay with the draft in the record that they were brought to', async () => {
    const stage = await mountInbox(henry);
    const { widget } = stage;
    await compose(widget, { title: 'Ada coughs' });
    addFiles(widget, picture('throat.png'));
    await reads(widget, 'throat.png was added.');
    await press(widget, 'Send message');
    await press(widget, 'Write in Ada Okafor’s record');
    await reads(widget, 'You’re viewing Ada Okafor’s record.');
    await eventually(() => byLabel(widget, 'Your message'));
    expect(textOf(widget)).not.to.contain('throat.png');
    await eventually(() => {
      expect(drafts(stage)).to.have.length(2);
    });
    expect(files(stage)).to.have.length(1);
  });
});

describe('<secure-inbox>: one message, whatever the network does', () => {
  it('a double click sends it once', async () => {
    const stage = await mountInbox();
    const { widget, backend } = stage;
    await compose(widget);
    const send = byRole(widget, 'button', 'Send message');
    send.click();
    send.click();
    await reads(widget, 'Message sent.');
    expect(messagesSent(stage)).to.have.length(1);
    expect(threadsTitled(backend, 'Shoes')).to.have.length(1);
  });

  it('whose answer is lost is asked for again by the same name, and cannot be changed until it is known', async () => {
    const stage = await mountInbox();
    const { widget, backend, requests } = stage;
    await compose(widget);
    backend.faults.set('sendMessage', { outcome: 'lost' });
    await press(widget, 'Send message');
    await reads(widget, 'we’ll send it only once');
    expect(byLabel(widget, 'Your message').matches(':disabled')).to.equal(true);
    backend.faults.clear();
    byRole(widget, 'form').querySelector<HTMLButtonElement>('[type=submit]')?.click();
    await reads(widget, 'Message sent.');
    expect(threadsTitled(backend, 'Shoes')).to.have.length(1);
    const keys = requests
      .filter(({ method, url }) => method === 'POST' && url.endsWith('/threads'))
      .map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).to.have.length(3);
    expect(new Set(keys).size).to.equal(1);
  });

  it('goes out by itself once the page is online again', async () => {
    const { widget, backend } = await mountInbox();
    await compose(widget);
    backend.faults.set('sendMessage', { outcome: 'offline' });
    await press(widget, 'Send message');
    await reads(widget, 'We cannot reach the portal.');
    expect(threadsTitled(backend, 'Shoes')).to.have.length(0);
    backend.faults.clear();
    window.dispatchEvent(new Event('online'));
    await reads(widget, 'Message sent.');
    expect(threadsTitled(backend, 'Shoes')).to.have.length(1);
  });

  it('a reply, too', async () => {
    const { widget, backend } = await mountInbox();
    await reply(widget, 'Thyroid tablets and coffee', 'And juice?');
    backend.faults.set('replyToThread', { outcome: 'lost' });
    await press(widget, 'Send message');
    await reads(widget, 'we’ll send it only once');
    backend.faults.clear();
    window.dispatchEvent(new Event('online'));
    await reads(widget, 'Message sent.');
    const [thread] = threadsTitled(backend, 'Thyroid tablets and coffee');
    expect(
      thread?.messages.map(({ text }) => text).filter((text) => text === 'And juice?'),
    ).to.have.length(1);
  });
});

describe('<secure-inbox>: in a record that one may only look at (proxy.friends-and-family)', () => {
  it('nothing can be written, answered or put away, and reading leaves no mark', async () => {
    const stage = await mountInbox();
    const { widget } = stage;
    await actFor(widget.parentElement ?? widget, 'June Whitfield');
    await reads(widget, 'Messages for June Whitfield');
    const [line] = await eventually(() => {
      const lines = [...(widget.shadowRoot?.querySelectorAll<HTMLElement>('.unread .open') ?? [])];
      if (lines.length === 0) throw new Error('Nothing is unread.');
      return lines;
    });
    line?.click();
    await reads(widget, 'You can only read these messages.');
    expect(isThere(widget, 'button', 'Reply')).to.equal(false);
    expect(isThere(widget, 'button', 'Archive message')).to.equal(false);
    expect(sentTo(stage, '/read')).to.have.length(0);
  });
});
