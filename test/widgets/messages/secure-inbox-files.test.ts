import { expect } from '@open-wc/testing';
import { mycooper } from '../../../src/policy/mycooper.js';
import {
  addFiles,
  begin,
  compose,
  picture,
} from '../../../stories/fixtures/steps/correspondent.js';
import { press } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { mountInbox, threadsTitled, files, messagesSent } from '../support/inbox.js';
import { byRole, isThere, textOf } from '../../../stories/fixtures/support/query.js';
import { reads } from '../support/reads.js';

describe('<secure-inbox>: files', () => {
  it('go with the message, one after the other as they were chosen', async () => {
    const stage = await mountInbox();
    const { widget, backend } = stage;
    await compose(widget);
    addFiles(widget, picture('left.png'), picture('right.png'));
    await reads(widget, /left\.png.*right\.png/);
    await eventually(() => expect(files(stage)).to.have.length(2));
    await eventually(() => expect(isThere(widget, 'button', /^Cancel/)).to.equal(false));
    await press(widget, 'Remove left.png');
    await reads(widget, 'left.png was removed.');
    await press(widget, 'Send message');
    await reads(widget, 'Download right.png (PNG picture, 1 kB)');
    const [thread] = threadsTitled(backend, 'Shoes');
    await eventually(() =>
      expect(files(stage).map(({ name, threadId }) => ({ name, threadId }))).to.deep.equal([
        { name: 'right.png', threadId: thread?.id },
      ]),
    );
  });

  it('that are pictures show small, others by an icon', async () => {
    const { widget } = await mountInbox();
    await compose(widget);
    const canvas = Object.assign(document.createElement('canvas'), { width: 4, height: 2 });
    const photo = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve);
    });
    addFiles(widget, new File([photo ?? ''], 'foot.png', { type: 'image/png' }), picture('no.png'));
    const drawn = () => [...(widget.shadowRoot?.querySelectorAll('.thumbnail canvas') ?? [])];
    const icons = () => [...(widget.shadowRoot?.querySelectorAll('.thumbnail .pw-icon') ?? [])];
    await eventually(() => {
      expect(drawn()).to.have.length(1);
      expect(icons()).to.have.length(1);
    });
    await press(widget, 'Remove foot.png');
    await eventually(() => expect(drawn()).to.have.length(0));
  });

  it('that is on its way can be canceled; until then nothing is sent', async () => {
    const stage = await mountInbox();
    const { widget, backend, requests } = stage;
    await compose(widget);
    backend.faults.hold('addAttachment');
    addFiles(widget, picture('left.png'));
    const progress = await eventually(() => byRole(widget, 'progressbar', 'Uploading left.png'));
    // How much has arrived nobody knows: it does not pretend to.
    expect((progress as HTMLProgressElement).position).to.equal(-1);
    await press(widget, 'Send message');
    await reads(widget, 'Wait for your files to upload, or cancel them');
    expect(messagesSent(stage)).to.have.length(0);
    const upload = await eventually(() => {
      const found = requests.find(({ url }) => url.includes('/attachments/'));
      if (!found) throw new Error('Nothing is on its way.');
      return found;
    });
    await press(widget, 'Cancel left.png');
    expect(upload.signal.aborted).to.equal(true);
    expect(textOf(widget)).not.to.contain('left.png (');
    await press(widget, 'Send message');
    await reads(widget, 'Message sent.');
  });

  it('that is being read tells how far, and is canceled before anything is sent', async () => {
    const stage = await mountInbox();
    const { widget, requests } = stage;
    await compose(widget);
    const { readAsDataURL } = FileReader.prototype;
    const readers: FileReader[] = [];
    FileReader.prototype.readAsDataURL = function () {
      readers.push(this); // a slow disk
    };
    try {
      addFiles(widget, picture('left.png', 3_000_000));
      const bar = await eventually(() => byRole(widget, 'progressbar', 'Reading left.png'));
      readers[0]?.dispatchEvent(new ProgressEvent('progress', { loaded: 1_500_000 }));
      await eventually(() => expect((bar as HTMLProgressElement).position).to.equal(0.5));
      await press(widget, 'Cancel left.png');
    } finally {
      FileReader.prototype.readAsDataURL = readAsDataURL;
    }
    addFiles(widget, picture('right.png'));
    await reads(widget, 'right.png was added.');
    expect(requests.filter(({ url }) => url.includes('/attachments/'))).to.have.length(1);
  });

  it('that could not be sent is tried again, and is there once', async () => {
    const stage = await mountInbox();
    const { widget, backend } = stage;
    await compose(widget);
    backend.faults.set('addAttachment', { outcome: 'lost' });
    addFiles(widget, picture('left.png'));
    await reads(widget, 'This file wasn’t uploaded.');
    backend.faults.clear();
    await press(widget, 'Try again left.png');
    await reads(widget, 'left.png was added.');
    expect(files(stage)).to.have.length(1);
  });

  it('do not show where the hospital takes none', async () => {
    const attachments = {
      maxFiles: 0,
      maxFileMegabytes: 1,
      maxTotalMegabytes: 1,
      types: ['image/png' as const],
    };
    const policy = { ...mycooper, messages: { ...mycooper.messages, attachments } };
    const { widget } = await mountInbox({ policy });
    await begin(widget);
    expect(textOf(widget)).not.to.contain('Files');
  });
});
