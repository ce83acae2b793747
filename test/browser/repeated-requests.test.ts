import { expect } from '@open-wc/testing';
import { getResponse } from 'msw';
import * as z from 'zod/mini';
import { browserCookies } from '../../mocks/handlers/http/cookies.js';
import { routesOf } from '../../mocks/handlers/http/handle.js';
import { createHandler } from '../../mocks/handlers/index.js';
import { recordGuard } from '../../mocks/handlers/http/portal-guard.js';
import { allowed } from '../../mocks/rules/decision.js';
import { endpoint } from '../../src/contract/endpoint.js';
import { id } from '../../src/contract/fields.js';
import { idempotencyKey } from '../../src/contract/headers.js';
import { mychart } from '../../src/policy/mychart.js';
import { giveByForm, relatives } from '../support/family-portal.js';
import { Browser, openPortal } from '../support/portal.js';

/** Puts something into a record, and answers with something of that record. */
const write = endpoint({
  id: 'write',
  summary: 'Made up.',
  method: 'POST',
  path: '/patients/{subject}/notes',
  request: {
    params: z.object({ subject: id }),
    headers: idempotencyKey,
    body: z.object({ text: z.string() }),
  },
  response: z.object({ of: z.string() }),
  access: 'session',
  safe: false,
  activity: true,
  audit: 'viewed-result',
  refusals: [],
});

/** Ann is signed in, and is a proxy of Kid and Bob. */
const open = async () => {
  const { backend, clock } = await openPortal({ policy: mychart, people: relatives });
  const browsers = {
    one: new Browser(backend, { browser: 'one' }),
    two: new Browser(backend, { browser: 'two' }),
  };
  const browser = browsers.one;
  await browser.signIn('ann.example');
  for (const patient of ['kid', 'bob']) await giveByForm(backend, patient, 'ann');
  let times = 0;
  const answer = ({ params }: { readonly params: { readonly subject: string } }) => {
    times += 1;
    return allowed({ of: `${params.subject} ${times}` });
  };
  const send = async (
    subject: string,
    text = 'Hello',
    key = 'a-key-made-up-at-random',
    from: keyof typeof browsers = 'one',
  ) => {
    const guard = recordGuard(backend, browserCookies(from));
    const handler = createHandler(backend, routesOf({ write }, { write: answer }, backend, guard));
    const request = new Request(new URL(`/api/patients/${subject}/notes`, location.href), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        'X-CSRF-Token': browsers[from].csrfToken,
      },
      body: JSON.stringify({ text }),
    });
    const response = await getResponse([handler], request, { baseUrl: location.href });
    if (!response) throw new Error('Nothing has answered.');
    return { status: response.status, text: await response.text() };
  };
  return { backend, clock, browsers, send };
};

describe('a request that is repeated with its key', () => {
  it('is done once and answered alike', async () => {
    const { send } = await open();
    const first = await send('kid');
    expect(first).to.deep.equal({ status: 200, text: '{"of":"kid 1"}' });
    expect(await send('kid')).to.deep.equal(first);
    expect((await send('kid', 'Hello', 'another-key-at-random')).text).to.equal('{"of":"kid 2"}');
  });

  it('is done once though its sender has signed in again since, or elsewhere', async () => {
    const { clock, browsers, send } = await open();
    const first = await send('kid');
    await browsers.one.send('DELETE', '/session');
    await browsers.one.signIn('ann.example');
    expect(await send('kid')).to.deep.equal(first);
    clock.advance({ minutes: mychart.session.idleMinutes });
    await browsers.one.session();
    await browsers.one.signIn('ann.example');
    expect(await send('kid')).to.deep.equal(first);
    await browsers.two.signIn('ann.example');
    expect(await send('kid', 'Hello', undefined, 'two')).to.deep.equal(first);
  });

  it("is another one than somebody else's with the same key", async () => {
    const { browsers, send } = await open();
    await send('kid');
    await browsers.two.signIn('bob.example');
    const answer = await send('bob', 'Hello', undefined, 'two');
    expect(answer.text).to.equal('{"of":"bob 2"}');
  });

  it('is forgotten after a day', async () => {
    const { backend, clock, browsers, send } = await open();
    await send('kid');
    expect(backend.db.tables.answeredRequests.size).to.equal(1);
    clock.advance({ days: 1 });
    await browsers.two.session();
    expect(backend.db.tables.answeredRequests.size).to.equal(0);
  });

  it('is written down once', async () => {
    const { backend, send } = await open();
    const events = () =>
      backend.db.tables.auditEvents
        .by('patientId', 'kid')
        .filter(({ actor }) => actor.kind === 'proxy').length;
    await send('kid');
    await send('kid');
    expect(events()).to.equal(1);
  });

  it("never brings one record's answer under another record, or for another body", async () => {
    const { send } = await open();
    await send('kid');
    for (const answer of [await send('bob'), await send('ann'), await send('kid', 'Bye')]) {
      expect(answer.status).to.equal(409);
      expect(answer.text).not.to.contain('kid');
    }
  });

  it('is not answered any more once the record is closed to who asks', async () => {
    const { backend, send } = await open();
    await send('kid');
    await backend.db.transact(({ proxies }) => {
      for (const { id } of proxies.by('patientId', 'kid')) proxies.delete(id);
    });
    const answer = await send('kid');
    expect(answer.status).to.equal(404);
    expect(answer.text).not.to.contain('kid');
  });
});
