import { expect } from 'chai';
import { getResponse } from 'msw';
import type { Person } from '../../mocks/db/records/index.js';
import { createBackend, createFetch, ManualClock } from '../../mocks/index.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { makePerson } from '../support/sample-people.js';
import { rejection } from '../support/rejection.js';

const open = () =>
  createBackend({
    policy: mycooper,
    clock: new ManualClock('2026-03-02T15:00:00Z'),
    people: [],
    passwordIterations: 10,
  });

describe('the simulated backend in Node', () => {
  it('is asked without a network', async () => {
    const fetch = createFetch(await open());
    const response = await fetch('/api/session');
    expect(response.status).to.equal(200);
    expect(await rejection(fetch('https://elsewhere.example/'))).to.be.instanceOf(TypeError);
  });

  it('takes cookies from the headers of requests and sets them in those of answers', async () => {
    const handlers = (await open()).handlers();
    const baseUrl = 'https://portal.example';
    const ask = (cookie?: string) => {
      const headers = cookie === undefined ? {} : { cookie };
      return getResponse(handlers, new Request(`${baseUrl}/api/session`, { headers }), { baseUrl });
    };
    const first = await ask();
    const [setCookie = ''] = first?.headers.getSetCookie() ?? [];
    expect(setCookie).to.match(
      /^portal_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    const [cookie = ''] = setCookie.split(';');
    const second = await ask(`theme=dark; ${cookie}`);
    expect(second?.headers.getSetCookie()).to.deep.equal([]);
    expect(await second?.json()).to.deep.equal(await first?.json());
  });

  it('takes no two people under one id or one username', async () => {
    const start = (...people: readonly Person[]) =>
      createBackend({ policy: mycooper, people, passwordIterations: 10 });
    const ann = makePerson('ann', 'ann.example');
    expect(await rejection(start(ann, makePerson('ann', 'bob.example')))).to.include({
      message: 'Two people have the patient id "ann".',
    });
    expect(await rejection(start(ann, makePerson('bob', 'ANN.example')))).to.include({
      message: 'Two people have the username "ann.example".',
    });
  });
});
