import { expect } from '@open-wc/testing';
import { mycooper } from '../../../src/policy/mycooper.js';
import { addFiles, compose, picture } from '../../../stories/fixtures/steps/correspondent.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { isThere, textOf } from '../../../stories/fixtures/support/query.js';
import { press } from '../../../stories/fixtures/steps/user.js';
import { notesOf, open, reads as readsIn, rosa, type } from '../support/draft-controller.js';
import { files, mountInbox } from '../support/inbox.js';
import { reads } from '../support/reads.js';

const policyWith = (unsent: Partial<typeof mycooper.messages.unsent>) => ({
  ...mycooper,
  messages: { ...mycooper.messages, unsent: { ...mycooper.messages.unsent, ...unsent } },
});

describe('too much that is not sent (messages.unsent-limit)', () => {
  it('is told of a file, with what to do, and it can be tried again then', async () => {
    const stage = await mountInbox({ policy: policyWith({ files: 1 }) });
    const { widget } = stage;
    await compose(widget);
    addFiles(widget, picture('left.png'));
    await reads(widget, 'left.png was added.');
    addFiles(widget, picture('right.png'));
    await reads(widget, 'You have too many unsent files. Send or remove some');
    await press(widget, 'Remove left.png');
    await eventually(() => expect(files(stage)).to.have.length(0));
    await press(widget, 'Try again right.png');
    await reads(widget, 'right.png was added.');
    expect(textOf(widget)).not.to.contain('too many');
  });

  it('is told of a draft, which can be sent all the same, and is kept once there is room', async () => {
    const stage = await open({ ...rosa, policy: policyWith({ drafts: 1 }) });
    const { widget, backend, timers } = stage;
    const [account] = backend.db.tables.accounts.by('username', 'rosa.delgado');
    if (!account) throw new Error('Rosa is not there.');
    const other = `${account.id} ${account.patientId} other`;
    await backend.db.transact((tables) => {
      tables.drafts.put({
        id: other,
        name: 'other',
        accountId: account.id,
        patientId: account.patientId,
        form: 'message',
        writer: 'page',
        sequence: 1,
        content: { note: 'x' },
        savedAt: 0,
      });
    });
    await type(widget, 'a');
    timers.advance({ seconds: 1 });
    await readsIn(widget, 'You have too many drafts, so we can’t save this one');
    expect(isThere(widget, 'alert')).to.equal(false);
    await backend.db.transact((tables) => {
      tables.drafts.delete(other);
    });
    await type(widget, 'ab');
    timers.advance({ seconds: 1 });
    await readsIn(widget, 'Draft saved at');
    expect(notesOf(stage).map((content) => content['/body/note'])).to.deep.equal(['ab']);
  });
});
