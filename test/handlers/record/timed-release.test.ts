import { expect } from 'chai';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { Browser, openPortal } from '../../support/portal.js';
import { makePerson, makeReport } from '../../support/sample-people.js';
import { addPerson, moveClock, reviewResult } from '../../../stories/fixtures/support/staff.js';

const timed: PortalPolicy = {
  ...mycooper,
  results: {
    ...mycooper.results,
    release: { when: 'after-review' },
    releaseByCategory: { laboratory: { when: 'after-days', days: 3 } },
  },
};

/** Reported at the moment at which the portal opens, two days ago, or long ago. */
const reports = [
  makeReport({
    id: 'now',
    reportedAt: '2026-03-02T15:00:00Z',
    name: 'Hemoglobin',
    reviewed: false,
  }),
  makeReport({ id: 'with-it', reportedAt: '2026-03-02T15:00:00Z', reviewed: false }),
  makeReport({ id: 'earlier', reportedAt: '2026-02-28T15:00:00Z', reviewed: false }),
  makeReport({ id: 'long-ago', reportedAt: '2026-01-02T15:00:00Z', reviewed: false }),
  makeReport({ id: 'by-review', category: 'imaging', reviewed: false }),
];

const open = async (policy = timed) => {
  const portal = await openPortal({
    policy,
    people: [makePerson('ann', 'ann.example', reports), makePerson('bob', 'bob.example')],
    desk: true,
  });
  const told = () =>
    [...portal.backend.db.tables.emails.values()].map(({ to, kind }) => [to, kind]);
  const ask = () => new Browser(portal.backend).session();
  return { ...portal, told, ask };
};

const letter = ['ann@example.org', 'new-information'];

describe('a result that becomes visible by time (notifications.new-information)', () => {
  it('is told by e-mail once, at the first request from that moment on', async () => {
    const { clock, told, ask } = await open();
    clock.advance({ days: 1, milliseconds: -1 });
    await ask();
    expect(told()).to.deep.equal([]);
    clock.advance({ milliseconds: 1 });
    await Promise.all([ask(), ask(), ask()]);
    expect(told()).to.deep.equal([letter]);
    clock.advance({ days: 1 });
    await ask();
    expect(told()).to.deep.equal([letter]);
    clock.advance({ days: 1 });
    await ask();
    expect(told(), 'two at a time').to.deep.equal([letter, letter]);
    clock.advance({ days: 100 });
    await ask();
    expect(told()).to.have.length(2);
  });

  it('is told once though nobody has asked for days, and whatever is hashed then', async () => {
    const { clock, browser, told } = await open();
    clock.advance({ days: 10 });
    expect((await browser.signIn('ann.example')).status).to.equal(200);
    expect(told()).to.deep.equal([letter]);
  });

  it('is told as staff move the clock', async () => {
    const { backend, told } = await open();
    await moveClock(backend, 86_400_000);
    expect(told()).to.deep.equal([letter]);
  });

  it('is not told again as it is reviewed, nor what is seen by its review only', async () => {
    const { backend, clock, ask, told } = await open();
    await reviewResult(backend, 'earlier');
    expect(told()).to.deep.equal([]);
    clock.advance({ days: 1 });
    await ask();
    await reviewResult(backend, 'long-ago');
    expect(told()).to.deep.equal([letter]);
  });

  it('says nothing of health', async () => {
    const { backend, clock, ask } = await open();
    clock.advance({ days: 1 });
    await ask();
    const [email] = backend.db.tables.emails.values();
    expect(`${email?.subject ?? ''} ${email?.text ?? ''}`)
      .to.contain('myCooper')
      .and.not.match(/result|test|hemoglobin|lab|doctor|ann/i);
  });

  it('is not told where the hospital sends no such e-mails, nor of what is never shown', async () => {
    for (const policy of [
      { ...timed, notifications: { newInformation: false } },
      {
        ...timed,
        results: {
          ...timed.results,
          sensitiveCodes: reports.flatMap(({ code }) => code?.code ?? []),
        },
      },
    ]) {
      const { clock, ask, told } = await open(policy);
      clock.advance({ days: 30 });
      await ask();
      expect(told()).to.deep.equal([]);
    }
  });

  it('is not told of what another policy shows at once', async () => {
    const { backend, clock, ask, told } = await open(mycooper);
    clock.advance({ days: 30 });
    await ask();
    await backend.setPolicy(timed);
    await ask();
    expect(told()).to.deep.equal([]);
  });

  it('is not told of the past of somebody who is brought along', async () => {
    const { backend, clock, ask, told } = await open();
    clock.advance({ hours: 23 });
    await ask();
    const past = makeReport({ id: 'past', patientId: 'eve', reportedAt: '2026-02-27T20:00:00Z' });
    await addPerson(backend, makePerson('eve', 'eve.example', [past]));
    await ask();
    expect(told()).to.deep.equal([]);
    clock.advance({ hours: 1 });
    await ask();
    expect(told()).to.deep.equal([letter]);
  });

  it('is known by another tab, and after a restart', async () => {
    const { clock, ask, told, backend } = await open();
    clock.advance({ days: 1 });
    await ask();
    const kept = await backend.db.documents();
    const again = await open();
    await again.backend.db.replace(kept);
    again.clock.advance({ days: 1, hours: 1 });
    await again.ask();
    expect(again.told()).to.deep.equal(told());
  });
});
