import { expect } from 'chai';
import { checkedRefusal } from '../../../mocks/handlers/http/checked-answer.js';
import { refused } from '../../../mocks/rules/decision.js';
import { contract } from '../../../src/contract/index.js';
import { consoleErrors } from '../../support/console-errors.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { Browser, openPortal, type Answer, problemOf } from '../../support/portal.js';
import { rejection } from '../../support/rejection.js';
import { makeObservation, makePerson, makeReport } from '../../support/sample-people.js';

/** One answer of every status there is. */
const oneOfEach = async (): Promise<Answer[]> => {
  const people = [makePerson('ann', 'ann.example', [makeReport()])];
  const { backend, browser } = await openPortal({ policy: lakeside, people });
  const answers = [
    await browser.search('ann'),
    await browser.signIn('ann.example', 'wrong'),
    await browser.signIn('ann.example'),
    await browser.search('ann'),
    await browser.send('GET', '/patients/ann/results/report'),
    await browser.search('bob'),
    await browser.search('ann', { limit: 0 }),
    await browser.send('GET', '/nothing'),
    await browser.send('PATCH', '/session'),
    await browser.send('POST', '/session', { body: 'x' }),
    await browser.write('POST', '/session', 'x'.repeat(2 ** 21)),
    await browser.send('DELETE', '/session', { headers: { 'X-CSRF-Token': 'forged' } }),
  ];
  for (let n = 0; n < 8; n += 1) answers.push(await browser.signIn('no.body', 'wrong'));
  for (const outcome of ['internal', 'unavailable'] as const) {
    backend.faults.set('getSession', { outcome });
    answers.push(await browser.send('GET', '/session'));
  }
  answers.push(await browser.send('DELETE', '/session'));
  return answers;
};

describe('every answer', () => {
  it('is kept by no cache (session.no-cache), and taken for nothing but what it is', async () => {
    const answers = await oneOfEach();
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].sort()).to.deep.equal([
      200, 204, 400, 401, 403, 404, 405, 413, 415, 429, 500, 503,
    ]);
    for (const { status, headers } of answers) {
      expect(headers['cache-control'], String(status)).to.equal('no-store');
      expect(headers['x-content-type-options'], String(status)).to.equal('nosniff');
    }
  });

  it('is JSON, or well-formed problem details where it is no success', async () => {
    for (const answer of await oneOfEach()) {
      const { status, headers } = answer;
      if (status === 204) expect(headers).not.to.include.keys('content-type');
      else if (status === 200) expect(headers['content-type']).to.equal('application/json');
      else {
        expect(headers['content-type']).to.equal('application/problem+json');
        expect(problemOf(answer).status).to.equal(status);
      }
    }
  });

  it('to a request that needs credentials says which (RFC 9110, 15.5.2)', async () => {
    const unauthorized = (await oneOfEach()).filter(({ status }) => status === 401);
    expect(unauthorized).to.have.length.above(2);
    for (const { headers } of unauthorized) {
      expect(headers['www-authenticate']).to.equal('Portal realm="lakeside"');
    }
  });
});

describe('an address that the contract does not have', () => {
  it('is not found', async () => {
    const { browser } = await openPortal();
    for (const path of ['/', '/nothing', '/patients', '/patients/ann/results', '/session/x']) {
      const answer = await browser.send('GET', path);
      expect(answer.status, path).to.equal(404);
      expect(problemOf(answer).type).to.equal('urn:portal-widgets:problem:not-found');
    }
  });

  it('is left alone outside of the base address', async () => {
    const { browser } = await openPortal({ baseUrl: '/portal/api' });
    expect(await rejection(browser.send('GET', '/session'))).to.be.instanceOf(TypeError);
  });
});

describe('a method that an address does not know', () => {
  it('is refused with those it knows', async () => {
    const { browser } = await openPortal();
    const session = await browser.send('PATCH', '/session');
    expect(session.status).to.equal(405);
    expect(session.headers['allow']).to.equal('GET, POST, DELETE');
    const activity = await browser.send('DELETE', '/session/activity');
    expect(activity.headers['allow']).to.equal('PUT');
  });
});

describe('an answer that breaks the contract', () => {
  /** What a GET of the report and the console say when the report holds this. */
  const answerWith = async (report: object) => {
    const { backend, browser, clock } = await openPortal({
      people: [makePerson('ann', 'ann.example', [{ ...makeReport(), ...report }])],
    });
    await browser.signIn('ann.example');
    clock.advance({ minutes: 1 });
    let answer: Answer | undefined;
    const errors = await consoleErrors(async () => {
      answer = await browser.send('GET', '/patients/ann/results/report');
    });
    if (!answer) throw new Error('There was no answer.');
    return { answer, errors, backend };
  };

  it('is a 500 that tells nothing; the console names the field, not its value', async () => {
    for (const [report, path] of [
      [{ collectedAt: 'Secret' }, 'collectedAt'],
      [
        { observations: [{ ...makeObservation(), interpretation: 'Secret' }] },
        'observations.0.interpretation',
      ],
      [{ observations: [{ ...makeObservation(), comment: 'Secret' }] }, 'observations.0.comment'],
      [{ code: { system: 'x', code: 'y', display: 'z', internal: 'Secret' } }, 'code.internal'],
    ] as const) {
      const { answer, errors } = await answerWith(report);
      expect(answer.status).to.equal(500);
      expect(problemOf(answer).type).to.equal('urn:portal-widgets:problem:internal');
      expect(answer.text).not.to.contain('Secret');
      expect(errors).to.contain('getResult').and.to.contain(path).and.not.to.contain('Secret');
    }
  });

  it('changes nothing that is stored: it is no activity either', async () => {
    const { backend } = await answerWith({ collectedAt: 'Secret' });
    const [session] = [...backend.db.tables.sessions.values()];
    expect(session?.lastActivityAt).to.equal(backend.clock.now() - 60_000);
  });
});

describe('a refusal by a rule that the contract does not name', () => {
  it('is a mistake of the backend, and names endpoint and rule', () => {
    const refusal = refused('login.lockout', { detail: '', next: [] });
    expect(checkedRefusal(contract.signIn, refusal)).to.equal(refusal);
    expect(() => checkedRefusal(contract.getSession, refusal)).to.throw(
      /getSession.*login.lockout/,
    );
  });
});

describe('two browsers at once', () => {
  it('each have their own session', async () => {
    const { backend } = await openPortal();
    const [ann, bob] = [new Browser(backend), new Browser(backend)];
    await Promise.all([ann.signIn('ann.example'), bob.signIn('bob.example')]);
    expect((await ann.search('ann')).status).to.equal(200);
    expect((await ann.search('bob')).status).to.equal(404);
    expect((await bob.search('bob')).status).to.equal(200);
  });
});
