import { expect } from 'chai';
import { mycooper } from '../../../src/policy/mycooper.js';
import {
  addFile,
  fileOf,
  openFamily,
  png,
  search,
  send,
  sentOf,
  signedInAs,
} from '../family/family.js';
import type { Browser } from '../../support/portal.js';

const get = (browser: Browser, id: string, subject: string) =>
  browser.send('GET', `/patients/${subject}/attachments/${id}`);

describe('an Idempotency-Key of somebody who is signed in', () => {
  it('is the same in another browser, and another one for anybody else', async () => {
    const portal = await openFamily(mycooper);
    const key = crypto.randomUUID();
    const phone = await signedInAs(portal, 'ann.example');
    const ben = await signedInAs(portal, 'ben.example');
    const first = sentOf(await send(portal.browser, {}, 'mina', key));
    expect(sentOf(await send(phone, {}, 'mina', key))).to.deep.equal(first);
    const other = sentOf(await send(ben, {}, 'mina', key));
    expect(other.thread).not.to.equal(first.thread);
    const { threads } = await search(ben, { folder: 'sent' }, 'mina');
    expect(threads.map(({ id }) => id)).to.have.members([first.thread, other.thread]);
  });
});

describe('the id that a page makes up for a file', () => {
  const id = 'a-file-made-up-1';

  it('is taken for whoever acts in the same record, and the file stays its owner’s', async () => {
    const portal = await openFamily(mycooper);
    const ben = await signedInAs(portal, 'ben.example');
    expect((await addFile(portal.browser, id, {}, 'mina')).status).to.equal(200);
    expect((await addFile(ben, id, {}, 'mina')).status).to.equal(409);
    expect((await get(ben, id, 'mina')).status).to.equal(404);
    expect((await get(portal.browser, id, 'mina')).status).to.equal(200);
  });

  it('is taken for the same file of another draft', async () => {
    const { browser } = await openFamily(mycooper);
    expect((await addFile(browser, id, { draft: 'one-draft' })).status).to.equal(200);
    expect((await addFile(browser, id, { draft: 'another-draft' })).status).to.equal(409);
    const again = await addFile(browser, id, { draft: 'one-draft', data: fileOf(png) });
    expect(again.status).to.equal(200);
  });
});
