import { expect, html } from '@open-wc/testing';
import { SecureInbox } from '../../src/widgets/secure-inbox/secure-inbox.js';
import { eventually } from './support/eventually.js';
import { mount } from './support/mount.js';
import { byRole, isThere, textOf } from './support/query.js';

SecureInbox.define();

describe('<secure-inbox>', () => {
  it('marks as read what is opened, in the list and in the count', async () => {
    const { widget } = await mount<SecureInbox>(html`<secure-inbox></secure-inbox>`, {
      signedInAs: 'rosa.delgado',
    });
    const inbox = await eventually(() => byRole(widget, 'button', 'Inbox 2 unread'));
    byRole(widget, 'button', 'Your yearly blood test').click();
    await eventually(() => expect(textOf(inbox)).to.equal('Inbox 1 unread'));
    expect(isThere(widget, 'heading', 'Your yearly blood test')).to.equal(true);
  });
});
