import { expect, html } from '@open-wc/testing';
import { nothing } from 'lit';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole, isThere } from '../../../stories/fixtures/support/query.js';
import type {
  PortalThreadClosedEvent,
  PortalThreadOpenedEvent,
} from '../../../src/widgets/secure-inbox/secure-inbox.events.js';
import '../../../src/widgets/secure-inbox/define.js';
import type { SecureInbox } from '../../../src/widgets/secure-inbox/secure-inbox.js';
import { mount } from '../support/mount.js';
import { press, reads } from '../support/reads.js';

/** Rosa's inbox on a page with a router, and what the router hears. */
const mountRouted = async (threadId?: string) => {
  const told: string[] = [];
  const onOpened = ({ threadId }: PortalThreadOpenedEvent) => told.push(`opened ${threadId}`);
  const onClosed = ({ threadId }: PortalThreadClosedEvent) => told.push(`closed ${threadId}`);
  const stage = await mount<SecureInbox>(
    html`<secure-inbox
      history="off"
      style="width: 700px"
      thread-id=${threadId ?? nothing}
      @portal-thread-opened=${onOpened}
      @portal-thread-closed=${onClosed}
    ></secure-inbox>`,
    { signedInAs: 'rosa.delgado' },
  );
  if (threadId === undefined) await reads(stage.widget, /Showing \d+ of/);
  return { ...stage, told };
};

/** The first thread in Rosa's inbox. */
const firstThread = (widget: HTMLElement) => {
  const line = widget.shadowRoot?.querySelector<HTMLButtonElement>('[part=threads] button');
  return { id: line?.value ?? '', line };
};

describe('<secure-inbox>: a thread that the page opens by its id', () => {
  it('shows, closes with the attribute, and nothing is told that the page knows', async () => {
    const { id } = firstThread((await mountRouted()).widget);
    const { widget, told } = await mountRouted(id);
    await eventually(() => byRole(widget, 'button', 'Reply'));
    widget.removeAttribute('thread-id');
    await eventually(() => {
      expect(isThere(widget, 'button', 'Reply')).to.equal(false);
    });
    widget.setAttribute('thread-id', id);
    await eventually(() => byRole(widget, 'button', 'Reply'));
    expect(told).to.deep.equal([]);
  });

  it('follows what somebody opens and closes, and says each once', async () => {
    const { widget, told } = await mountRouted();
    const { id, line } = firstThread(widget);
    line?.click();
    await eventually(() => byRole(widget, 'button', 'Reply'));
    widget.setAttribute('thread-id', id);
    await widget.updateComplete;
    byRole(widget, 'button', 'Reply');
    press(widget, 'Back to messages');
    await eventually(() => {
      expect(told).to.deep.equal([`opened ${id}`, `closed ${id}`]);
    });
  });

  it('that is not there gives way to the list, with a note', async () => {
    const { widget, told } = await mountRouted('gone');
    await reads(widget, 'We can’t find that conversation.');
    await reads(widget, /Showing \d+ of/);
    expect(told).to.deep.equal(['closed gone']);
  });

  it('closes with its record', async () => {
    const { id } = firstThread((await mountRouted()).widget);
    const { widget, session, told } = await mountRouted(id);
    await eventually(() => byRole(widget, 'button', 'Reply'));
    await session.signOut();
    await eventually(() => {
      expect(told).to.deep.equal([`closed ${id}`]);
    });
  });
});
