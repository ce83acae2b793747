import { expect, fixture, html } from '@open-wc/testing';
import { readEarly } from '../../../src/early-reads.js';
import '../../../src/widgets/health-summary/define.js';
import '../../../src/widgets/med-renewal/define.js';
import '../../../src/widgets/secure-inbox/define.js';
import '../../../src/widgets/test-results/define.js';
import { newTabStorage } from '../../../stories/fixtures/support/tab-storage.js';
import { mount } from '../support/mount.js';
import { reads } from '../support/reads.js';

const baseUrl = `${location.origin}/api`;

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly body: string;
  readonly token: string | null;
}

const byUrl = (a: Asked, b: Asked) => a.url.localeCompare(b.url);

/** What is asked early, where the backend says this about the session. */
const askedEarly = async (session: object, storage = newTabStorage()): Promise<Asked[]> => {
  const { fetch } = globalThis;
  const asked: Promise<Asked>[] = [];
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    const { url, method, headers } = request;
    const token = headers.get('X-CSRF-Token');
    asked.push(request.text().then((body) => ({ url, method, body, token })));
    return Promise.resolve(Response.json({}));
  };
  try {
    const early = await readEarly(Response.json(session), baseUrl, storage);
    expect(early?.size ?? 0).to.equal(asked.length);
    return (await Promise.all(asked)).sort(byUrl);
  } finally {
    globalThis.fetch = fetch;
  }
};

const signedIn = { status: 'signed-in', csrfToken: 'token', subjects: [{ id: 'ann' }] };

describe('What is read of a record early', () => {
  it('is what the elements ask first, word for word', async () => {
    const { widget, session, requests } = await mount(
      html`<div>
        <health-summary></health-summary>
        <med-renewal></med-renewal>
        <secure-inbox></secure-inbox>
        <test-results></test-results>
      </div>`,
      { signedInAs: 'rosa.delgado' },
    );
    const [summary, medications, inbox, results] = [...widget.children] as Element[];
    if (!summary || !medications || !inbox || !results) throw new Error('No elements.');
    await reads(summary, 'Conditions');
    await reads(medications, 'Past medications');
    await reads(inbox, /Showing \d/);
    await reads(results, /Showing \d/);
    const asked = requests.map(({ url, method, body, headers }) => ({
      url,
      method,
      body,
      token: headers.get('X-CSRF-Token'),
    }));
    const early = await askedEarly({
      status: 'signed-in',
      csrfToken: asked.find(({ token }) => token)?.token,
      subjects: [{ id: session.recordId }],
    });
    expect(early).to.have.length(4);
    expect(early).to.deep.equal(
      asked.filter(({ url }) => early.some((each) => each.url === url)).sort(byUrl),
    );
  });

  it('is only what is on the page, as it asks by itself', async () => {
    await fixture(
      html`<div><test-results></test-results><secure-inbox page-size="5"></secure-inbox></div>`,
    );
    const asked = await askedEarly(signedIn);
    expect(asked).to.deep.equal([
      {
        url: `${baseUrl}/patients/ann/results/search`,
        method: 'POST',
        body: '{"limit":20}',
        token: 'token',
      },
    ]);
  });

  it('is nothing while nobody is signed in', async () => {
    await fixture(html`<test-results></test-results>`);
    expect(
      await askedEarly({ status: 'signed-out', csrfToken: 'token', ended: null }),
    ).to.deep.equal([]);
  });

  it('is nothing where the tab has another record open, or a sign-out to bring to its end', async () => {
    await fixture(html`<test-results></test-results>`);
    for (const kept of ['portal-record', 'portal-sign-out']) {
      const storage = newTabStorage();
      storage.setItem(`${kept} ${baseUrl}`, 'account mina');
      expect(await askedEarly(signedIn, storage)).to.deep.equal([]);
    }
  });

  it('is nothing where the elements may belong to another session', async () => {
    await fixture(
      html`<div>
        <portal-session></portal-session><portal-session></portal-session>
        <test-results></test-results>
      </div>`,
    );
    expect(await askedEarly(signedIn)).to.deep.equal([]);
  });

  it('is nothing, and no failure, where what came is no session', async () => {
    expect(await readEarly(new Response('<!doctype html>'), baseUrl)).to.equal(undefined);
  });
});
