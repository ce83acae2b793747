import { expect } from 'chai';
import * as z from 'zod/mini';
import type { AttachmentLimits, PortalPolicy } from '../../../src/policy/portal-policy.js';
import { contract } from '../../../src/contract/index.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import {
  addFile,
  fileOf,
  openFamily,
  png,
  readThread,
  reply,
  send,
  sentFile,
  sentOf,
  signedInAs,
} from '../family/family.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { problemOf, type Answer, type Browser } from '../../support/portal.js';

const megabyte = 1024 * 1024;

/** The presets with limits that a test can fill quickly, and a policy with limits of its own. */
const small = (policy: PortalPolicy, parts: Partial<AttachmentLimits>): PortalPolicy => ({
  ...policy,
  messages: {
    ...policy.messages,
    attachments: {
      maxFiles: 4,
      maxFileMegabytes: 1,
      maxTotalMegabytes: 1,
      types: ['image/jpeg', 'image/png', 'application/pdf', 'text/plain'],
      ...parts,
    },
  },
});
const policies = [
  small(mychart, {}),
  small(mycooper, { maxFiles: 3, maxFileMegabytes: 2, maxTotalMegabytes: 2 }),
  lakeside,
];

const fileId = (n: number): string => `a-file-made-up-${n}`;

const added = (answer: Answer) => {
  expect(answer.status, answer.text).to.equal(200);
  return z.parse(contract.addAttachment.response, JSON.parse(answer.text));
};

const get = (browser: Browser, id: string, subject = 'ann') =>
  browser.send('GET', `/patients/${subject}/attachments/${id}`);
const remove = (browser: Browser, id: string, subject = 'ann') =>
  browser.send('DELETE', `/patients/${subject}/attachments/${id}`);

const expectRefused = (answer: Answer, status: number, pointer: string) => {
  expect(answer.status, answer.text).to.equal(status);
  const { rule, next, errors } = problemOf(answer);
  expect(rule).to.equal(undefined);
  expect(next).to.deep.equal([{ action: 'try-again' }]);
  expect(errors?.map((error) => error.pointer)).to.deep.equal([pointer]);
};

for (const policy of policies) {
  const limits = policy.messages.attachments;
  if (!limits) throw new Error('Each of these policies has limits of its own.');
  const { maxFiles, maxFileMegabytes, maxTotalMegabytes, types } = limits;

  describe(`files under ${policy.id}`, () => {
    it('have as many bytes as one may have, and not one more', async () => {
      const { browser } = await openFamily(policy);
      const most = maxFileMegabytes * megabyte;
      const full = added(await addFile(browser, fileId(1), { data: fileOf(png, most) }));
      expect(full.size).to.equal(most);
      const over = await addFile(browser, fileId(2), { data: fileOf(png, most + 1) });
      expectRefused(over, 413, '/body/data');
    });

    it('have as many bytes in all as a message may have, and not one more', async () => {
      const { browser } = await openFamily(policy);
      const half = (maxTotalMegabytes * megabyte) / 2;
      for (const [n, size] of [half, half, half + 1].entries()) {
        added(await addFile(browser, fileId(n), { data: fileOf(png, size) }));
      }
      const over = await send(browser, { attachmentIds: [fileId(0), fileId(2)] });
      expectRefused(over, 413, '/body/attachmentIds');
      const full = await send(browser, { attachmentIds: [fileId(0), fileId(1)] });
      expect(full.status, full.text).to.equal(200);
    });

    it('are as many as a message may have, and not one more', async () => {
      const { browser } = await openFamily(policy);
      const ids = Array.from({ length: maxFiles + 1 }, (_, n) => fileId(n));
      for (const id of ids) added(await addFile(browser, id));
      expectRefused(await send(browser, { attachmentIds: ids }), 413, '/body/attachmentIds');
      expectRefused(await reply(browser, { attachmentIds: ids }), 413, '/body/attachmentIds');
      const sent = sentOf(await send(browser, { attachmentIds: ids.slice(1) }));
      const [message] = (await readThread(browser, sent.thread)).messages;
      expect(message?.attachments.map(({ id }) => id)).to.deep.equal(ids.slice(1));
    });

    it('are of the types that the policy lists, by content and not by name', async () => {
      const { browser } = await openFamily(policy);
      for (const [n, [type, data]] of [
        ['image/png', fileOf(png)],
        ['image/jpeg', fileOf('\xff\xd8\xff\xe0')],
        ['application/pdf', fileOf('%PDF-1.7')],
        ['text/plain', fileOf('my diary')],
        ['none', fileOf('GIF89a\x01\0')],
        ['none', fileOf('MZ\x90\0')],
      ].entries()) {
        const answer = await addFile(browser, fileId(n), { data: data ?? '', name: 'scan.pdf' });
        if (types.some((each) => each === type)) expect(added(answer).type).to.equal(type);
        else expectRefused(answer, 415, '/body/data');
      }
    });
  });
}

describe('a policy without files', () => {
  it('takes none', async () => {
    const { browser } = await openFamily(small(mycooper, { maxFiles: 0 }));
    expectRefused(await addFile(browser, fileId(1)), 413, '/body/data');
    expect((await send(browser)).status).to.equal(200);
  });
});

describe('a file', () => {
  it('is what was brought, by a clean name that tells its type', async () => {
    const { browser } = await openFamily(mycooper);
    const data = fileOf('Fever since\nMonday');
    const name = 'C:\\private\\diary.png';
    const file = added(await addFile(browser, fileId(1), { name, data }));
    expect(file).to.deep.equal({
      id: fileId(1),
      name: 'diary.png.txt',
      type: 'text/plain',
      size: 18,
    });
    expect(JSON.parse((await get(browser, fileId(1))).text)).to.deep.equal({ ...file, data });
  });

  it('is there once, however often it is brought under its id, sent or not', async () => {
    const { backend, browser } = await openFamily(mycooper);
    const first = added(await addFile(browser, fileId(1)));
    expect(added(await addFile(browser, fileId(1)))).to.deep.equal(first);
    await send(browser, { attachmentIds: [fileId(1)] });
    expect(added(await addFile(browser, fileId(1)))).to.deep.equal(first);
    expect(backend.db.tables.attachments.size).to.equal(1);
  });

  it('takes the place of no other one', async () => {
    const portal = await openFamily(mycooper);
    const { browser } = portal;
    const ben = await signedInAs(portal, 'ben.example');
    added(await addFile(browser, fileId(1)));
    const other = { data: fileOf(png, 20) };
    for (const answer of [
      await addFile(browser, fileId(1), other),
      await addFile(browser, fileId(1), { name: 'other.png' }),
      await addFile(browser, fileId(1), {}, 'mina'),
      await addFile(ben, fileId(1), {}, 'ben'),
    ]) {
      expect(answer.status).to.equal(409);
    }
    expect(JSON.parse((await get(browser, fileId(1))).text)).to.include({ data: fileOf(png) });
  });

  it('goes with one message only, and once', async () => {
    const { browser } = await openFamily(mycooper);
    added(await addFile(browser, fileId(1)));
    const sent = await send(browser, { attachmentIds: [fileId(1), fileId(1)] });
    const [message] = (await readThread(browser, sentOf(sent).thread)).messages;
    expect(message?.attachments).to.have.lengthOf(1);
    const again = await reply(browser, { attachmentIds: [fileId(1)] });
    expect(again.status).to.equal(400);
    expectRefused(again, 400, '/body/attachmentIds/0');
  });

  it('stays unsent where the message is refused', async () => {
    const { browser } = await openFamily(mycooper);
    added(await addFile(browser, fileId(1)));
    await send(browser, { attachmentIds: [fileId(1)], text: 'chest pain' });
    await send(browser, { attachmentIds: [fileId(1), 'none'] });
    expect((await send(browser, { attachmentIds: [fileId(1)] })).status).to.equal(200);
  });

  it('that was sent is seen by all to whom the record is open, and stays', async () => {
    const portal = await openFamily(mycooper);
    const ben = await signedInAs(portal, 'ben.example');
    added(await addFile(portal.browser, fileId(1), {}, 'mina'));
    await send(portal.browser, { attachmentIds: [fileId(1)] }, 'mina');
    expect((await get(ben, fileId(1), 'mina')).status).to.equal(200);
    for (const browser of [portal.browser, ben]) {
      const answer = await remove(browser, fileId(1), 'mina');
      expect(problemOf(answer)).to.deep.include({
        status: 403,
        rule: 'record.read-only',
        next: [{ action: 'call-office' }],
      });
    }
    expect((await get(ben, fileId(1), 'mina')).status).to.equal(200);
  });

  it('of the care team is read in the record that it belongs to', async () => {
    const { backend, browser } = await openFamily(mycooper);
    await backend.db.transact(({ attachments }) => {
      attachments.put(sentFile);
    });
    expect(JSON.parse((await get(browser, sentFile.id)).text)).to.include({ name: 'plan.txt' });
    expect((await get(browser, sentFile.id, 'mina')).status).to.equal(404);
    expect((await remove(browser, sentFile.id, 'mina')).status).to.equal(204);
    expect((await get(browser, sentFile.id)).status).to.equal(200);
  });

  it('that is not sent is there for nobody else, and in no other record', async () => {
    const portal = await openFamily(mycooper);
    const { browser } = portal;
    const ben = await signedInAs(portal, 'ben.example');
    added(await addFile(browser, fileId(1), {}, 'mina'));
    const nothing = (await browser.send('GET', '/nothing')).text;
    for (const answer of [await get(ben, fileId(1), 'mina'), await get(browser, fileId(1))]) {
      expect(answer.status).to.equal(404);
      expect(answer.text).to.equal(nothing);
    }
    for (const answer of [
      await send(ben, { attachmentIds: [fileId(1)] }, 'mina'),
      await send(browser, { attachmentIds: [fileId(1)] }),
    ]) {
      expect(problemOf(answer).errors?.[0]?.pointer).to.equal('/body/attachmentIds/0');
    }
    expect((await remove(ben, fileId(1), 'mina')).status).to.equal(204);
    expect((await get(browser, fileId(1), 'mina')).status).to.equal(200);
  });

  it('is brought to no record that may only be looked at, or is not open', async () => {
    const { browser } = await openFamily(mycooper);
    const looked = await addFile(browser, fileId(1), {}, 'otto');
    expect(problemOf(looked).rule).to.equal('proxy.friends-and-family');
    expect((await addFile(browser, fileId(1), {}, 'ben')).status).to.equal(404);
  });

  it('that is not sent is dropped when asked, once and again', async () => {
    const { backend, browser } = await openFamily(mycooper);
    added(await addFile(browser, fileId(1)));
    for (let n = 0; n < 2; n += 1) {
      expect((await remove(browser, fileId(1))).status).to.equal(204);
      expect(backend.db.tables.attachments.size).to.equal(0);
    }
  });

  it('goes with the draft that it was brought for, sent or dropped', async () => {
    const { backend, browser } = await openFamily(mycooper);
    const stored = () => [...backend.db.tables.attachments.values()].map(({ id }) => id);
    added(await addFile(browser, fileId(1)));
    added(await addFile(browser, fileId(2)));
    added(await addFile(browser, fileId(3), { draft: 'another' }));
    added(await addFile(browser, fileId(4), {}, 'mina'));
    await send(browser, { attachmentIds: [fileId(2)], draft: 'a-draft' });
    expect(stored()).to.deep.equal([fileId(2), fileId(3), fileId(4)]);
    await browser.send('DELETE', '/patients/ann/drafts/another');
    expect(stored()).to.deep.equal([fileId(2), fileId(4)]);
  });

  it('that is not sent is dropped after 30 days, when its account brings another one', async () => {
    const { backend, browser, clock } = await openFamily(mycooper);
    const stored = () => [...backend.db.tables.attachments.values()].map(({ id }) => id);
    added(await addFile(browser, fileId(1)));
    added(await addFile(browser, fileId(2)));
    await send(browser, { attachmentIds: [fileId(2)] });
    clock.advance({ days: 30, milliseconds: -1 });
    await browser.signIn('ann.example');
    added(await addFile(browser, fileId(3)));
    expect(stored()).to.deep.equal([fileId(1), fileId(2), fileId(3)]);
    clock.advance({ milliseconds: 1 });
    added(await addFile(browser, fileId(4)));
    expect(stored()).to.deep.equal([fileId(2), fileId(3), fileId(4)]);
  });
});
