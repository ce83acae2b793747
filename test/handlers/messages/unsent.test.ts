import { expect } from 'chai';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { problemOf, refusalOf, type Answer, type Browser } from '../../support/portal.js';
import { addFile, openFamily, reply, send, signedInAs } from '../family/family.js';

const fileId = (n: number): string => `a-file-made-up-${n}`;

const saveDraft = (browser: Browser, name: string, parts: object = {}, subject = 'ann') =>
  browser.write('PUT', `/patients/${subject}/drafts/${name}`, {
    form: 'message',
    writer: 'page',
    sequence: 1,
    content: { text: 'It hur' },
    replaces: null,
    ...parts,
  });

const expectLimit = (answer: Answer) => {
  expect(answer.status, answer.text).to.equal(403);
  expect(refusalOf(answer)).to.deep.equal({ rule: 'messages.unsent-limit', next: ['try-again'] });
};

const expectDone = (answer: Answer) => {
  expect(answer.status, answer.text).to.equal(200);
};

for (const policy of policies as readonly PortalPolicy[]) {
  const { files, drafts } = policy.messages.unsent;

  describe(`messages.unsent-limit under ${policy.id}`, () => {
    const open = () => openFamily(policy);
    const fill = async (browser: Browser) => {
      for (let n = 0; n < files; n += 1) expectDone(await addFile(browser, fileId(n)));
    };

    it(`takes ${files} files that are not sent, of all records together, and not one more`, async () => {
      const { backend, browser } = await open();
      await fill(browser);
      expectLimit(await addFile(browser, fileId(files)));
      expectLimit(await addFile(browser, fileId(files), {}, 'mina'));
      expect(backend.db.tables.attachments.by('unsentBy', accountOf(backend)).length).to.equal(
        files,
      );
      expectDone(await addFile(browser, fileId(0))); // the same again
    });

    it('takes one more once another is sent or removed', async () => {
      const { browser } = await open();
      await fill(browser);
      expectDone(await send(browser, { attachmentIds: [fileId(0)] }));
      expectDone(await addFile(browser, fileId(files)));
      expectLimit(await addFile(browser, fileId(files + 1)));
      await browser.send('DELETE', `/patients/ann/attachments/${fileId(1)}`);
      expectDone(await addFile(browser, fileId(files + 1)));
    });

    it('is one account’s own: nobody else is in its way', async () => {
      const portal = await open();
      await fill(portal.browser);
      const ben = await signedInAs(portal, 'ben.example');
      expectDone(await addFile(ben, fileId(files), {}, 'ben'));
    });

    it('drops what no draft has had for an hour, rather than refuse', async () => {
      const { browser, clock } = await open();
      const pass = async () => {
        for (let left = 60; left > 0; left -= policy.session.idleMinutes - 1) {
          clock.advance({ minutes: policy.session.idleMinutes - 1 });
          expectDone(await browser.send('GET', '/account/preferences'));
        }
      };
      expectDone(await saveDraft(browser, 'kept'));
      expectDone(await addFile(browser, fileId(0), { draft: 'kept' }));
      for (let n = 1; n < files; n += 1) await addFile(browser, fileId(n), { draft: 'lost' });
      expectLimit(await addFile(browser, fileId(files)));
      await pass();
      expectDone(await addFile(browser, fileId(files)));
      const there = async (n: number) =>
        (await browser.send('GET', `/patients/ann/attachments/${fileId(n)}`)).status;
      expect([await there(0), await there(1), await there(files)]).to.deep.equal([200, 404, 200]);
    });

    it(`takes ${drafts} drafts of all records and forms together, and not one more`, async () => {
      const portal = await open();
      const { browser } = portal;
      for (let n = 0; n < drafts; n += 1) {
        const form = n % 2 ? 'renewal' : 'message';
        expectDone(await saveDraft(browser, `d${n}`, { form }, n % 3 ? 'ann' : 'mina'));
      }
      expectLimit(await saveDraft(browser, 'more'));
      expectLimit(await saveDraft(browser, 'more', {}, 'mina'));
      expectDone(await saveDraft(browser, 'd1', { sequence: 2, content: { text: 'It hurts' } }));
      const ben = await signedInAs(portal, 'ben.example');
      expectDone(await saveDraft(ben, 'more', {}, 'ben'));
    });

    it('takes one more draft once another is dropped or sent, and what is dropped in any case', async () => {
      const { browser } = await open();
      for (let n = 0; n < drafts; n += 1) expectDone(await saveDraft(browser, `d${n}`));
      expectDone(await saveDraft(browser, 'more', { content: null }));
      expectLimit(await saveDraft(browser, 'more', { sequence: 2 }));
      expectDone(await saveDraft(browser, 'd0', { content: null, sequence: 2 }));
      expectDone(await saveDraft(browser, 'more', { sequence: 3 }));
      expectDone(await reply(browser, { draft: 'd1' }));
      expectDone(await saveDraft(browser, 'yet-more'));
      expectLimit(await saveDraft(browser, 'still-more'));
    });

    it('says nothing of what was typed', async () => {
      const { browser } = await open();
      for (let n = 0; n < drafts; n += 1) await saveDraft(browser, `d${n}`);
      const answer = await saveDraft(browser, 'more', { content: { text: 'hemoglobin' } });
      expect(problemOf(answer).detail).not.to.match(/hemoglobin|more/);
    });
  });
}

const accountOf = ({ db }: Awaited<ReturnType<typeof openFamily>>['backend']): string =>
  db.tables.accounts.by('username', 'ann.example')[0]?.id ?? '';
