import { expect } from 'chai';
import { MemoryPersistence } from '../../../mocks/db/memory-persistence.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { openDesk, openTab, refusal } from './desk-portal.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { problemOf, sessionOf } from '../../support/portal.js';
import { rejection } from '../../support/rejection.js';
import { makeNewPatient, makePerson, makeReport } from '../../support/sample-people.js';

const reported = (...parts: Parameters<typeof makeReport>[0][]) => ({
  people: [
    makePerson('ann', 'ann.example', parts.map(makeReport)),
    makePerson('bob', 'bob.example'),
  ],
});

describe('the clock', () => {
  const minutes = (count: number) => ({ body: { milliseconds: count * 60_000 } });

  it('moves forward, and what is due happens', async () => {
    const { browser, desk } = await openDesk();
    await browser.signIn('ann.example');
    expect(await desk.call('readClock', {})).to.deep.equal({
      now: '2026-03-02T15:00:00.000Z',
      ahead: 0,
    });
    await desk.call('moveClock', minutes(14));
    expect((await browser.session()).status).to.equal('signed-in');
    expect(await desk.call('moveClock', minutes(15))).to.deep.equal({
      now: '2026-03-02T15:29:00.000Z',
      ahead: 29 * 60_000,
    });
    expect((await browser.search('ann')).status).to.equal(401);
  });

  it('never goes back, nor out of what dates can say', async () => {
    const { backend, staff } = await openDesk();
    for (const milliseconds of [0, -1, -60_000]) {
      const answer = await staff.write('POST', '/desk/clock/moves', { milliseconds });
      expect(answer.status).to.equal(400);
    }
    const century = { milliseconds: 100 * 365 * 86_400_000 };
    let before = backend.clock.now();
    let answers = 0;
    while ((await staff.write('POST', '/desk/clock/moves', century)).status === 200) {
      expect(backend.clock.now()).to.be.greaterThan(before);
      before = backend.clock.now();
      answers += 1;
    }
    expect(answers).to.equal(78);
    expect(backend.clock.now()).to.equal(before);
    expect((await staff.write('POST', '/desk/clock/moves', century)).status).to.equal(409);
  });

  it('stops where days can still be promised', async () => {
    const people = [makeNewPatient('eve', { code: 'ABCDE-FGHJK', issuedAt: 0 })];
    const { clock, desk } = await openDesk({ people });
    clock.set('9899-12-31T23:59:00Z');
    await desk.call('moveClock', minutes(1));
    await desk.call('issueCode', { params: { patient: 'eve' } });
    const { activationCode } = await desk.call('getPatient', { params: { patient: 'eve' } });
    expect(activationCode?.worksThrough).to.match(/^99\d\d-/);
    expect((await refusal(desk.call('moveClock', minutes(1)))).status).to.equal(409);
  });

  it('agrees in every tab and after a restart, and goes right again once all starts over', async () => {
    const persistence = new MemoryPersistence();
    const one = await openTab(persistence);
    const two = await openTab(persistence);
    await one.desk.call('moveClock', minutes(5));
    await two.desk.call('moveClock', minutes(5));
    const later = { now: '2026-03-02T15:10:00.000Z', ahead: 600_000 };
    expect(await one.desk.call('readClock', {})).to.deep.equal(later);
    const restarted = await openTab(persistence);
    expect(await restarted.desk.call('readClock', {})).to.deep.equal(later);
    await two.desk.call('startOver', {});
    expect((await restarted.desk.call('readClock', {})).ahead).to.equal(0);
  });
});

describe('faults set at the desk', () => {
  const target = (endpoint: string) => ({ params: { endpoint } });

  it('hold in every tab at once, for one endpoint or all', async () => {
    const persistence = new MemoryPersistence();
    const staff = await openTab(persistence);
    const { browser } = await openTab(persistence);
    const status = async () => (await browser.send('GET', '/session')).status;
    for (const [outcome, expected] of [
      ['internal', 500],
      ['unavailable', 503],
    ] as const) {
      await staff.desk.call('setFault', { ...target('getSession'), body: { outcome } });
      expect(await status()).to.equal(expected);
    }
    await staff.desk.call('setFault', { ...target('all'), body: { outcome: 'offline' } });
    expect(await status(), 'its own goes before that of all').to.equal(503);
    expect((await staff.desk.call('listFaults', {})).faults).to.deep.equal([
      { endpoint: 'getSession', outcome: 'unavailable' },
      { endpoint: 'all', outcome: 'offline' },
    ]);
    await staff.desk.call('clearFault', target('getSession'));
    expect(await rejection(status())).to.be.instanceOf(TypeError);
    await staff.desk.call('setFault', { ...target('getSession'), body: {} });
    expect(await status(), 'exempt').to.equal(200);
    await staff.desk.call('clearFaults', {});
    expect((await staff.desk.call('listFaults', {})).faults).to.deep.equal([]);
    expect((await browser.search('ann')).status).to.equal(401);
  });

  it('lost and wrong come after all is done', async () => {
    const { browser, desk } = await openDesk();
    await browser.signIn('ann.example');
    await desk.call('setFault', { ...target('signOut'), body: { outcome: 'lost' } });
    expect(await rejection(browser.send('DELETE', '/session'))).to.be.instanceOf(TypeError);
    await desk.call('setFault', { ...target('getSession'), body: { outcome: 'wrong' } });
    const answer = await browser.send('GET', '/session');
    expect(answer.status).to.equal(200);
    expect(() => sessionOf(answer)).to.throw();
  });

  it('slow: by the backend’s own timer', async () => {
    const waits: number[] = [];
    const wait = (milliseconds: number) => {
      waits.push(milliseconds);
      return Promise.resolve();
    };
    const { browser, desk } = await openDesk({ wait });
    await desk.call('setFault', { ...target('getSession'), body: { delay: 3000 } });
    expect((await browser.session()).status).to.equal('signed-out');
    expect(waits).to.deep.equal([3000]);
  });

  it('are of endpoints that there are', async () => {
    const { staff } = await openDesk();
    for (const name of ['searchPatients', 'nothing', 'ALL']) {
      expect((await staff.write('PUT', `/desk/faults/${name}`, {})).status).to.equal(400);
    }
  });
});

describe('the policy at the desk', () => {
  it('is a preset, by its name, or a hospital’s own, and holds in every tab', async () => {
    const persistence = new MemoryPersistence();
    const { desk } = await openTab(persistence);
    const other = await openTab(persistence);
    for (const [policy, expected] of [
      ['mychart', mychart],
      [lakeside, lakeside],
      ['mycooper', mycooper],
    ] as const) {
      expect((await desk.call('usePolicy', { body: { policy } })).policy).to.deep.equal(expected);
      expect((await other.desk.call('readPolicy', {})).policy).to.deep.equal(expected);
    }
  });

  it('is refused with every mistake named, and the one before stays', async () => {
    const { desk, staff } = await openDesk();
    const wrong = {
      ...mychart,
      timeZone: 5,
      login: { ...mychart.login, maxAttempts: 0 },
    };
    const answer = await staff.write('PUT', '/desk/policy', { policy: wrong });
    expect(answer.status).to.equal(400);
    const { errors = [] } = problemOf(answer);
    expect(errors.map(({ pointer }) => pointer)).to.have.members([
      '/body/policy/timeZone',
      '/body/policy/login/maxAttempts',
    ]);
    for (const { detail } of errors) expect(detail).to.contain('expected');
    const contradictory = { ...mychart, calendar: { ...mychart.calendar, closes: '06:00' } };
    const no = await refusal(desk.call('usePolicy', { body: { policy: contradictory } }));
    expect(no.mistakes).to.deep.equal(['calendar.closes: expected a time after calendar.opens']);
    expect((await refusal(desk.call('usePolicy', { body: { policy: 'other' } }))).status).to.equal(
      400,
    );
    expect((await desk.call('readPolicy', {})).policy.id).to.equal('mycooper');
  });

  it('stays while everything else starts over', async () => {
    const { backend, browser, desk } = await openDesk(reported({}));
    await desk.call('usePolicy', { body: { policy: 'mychart' } });
    await desk.call('setFault', { params: { endpoint: 'signOut' }, body: { outcome: 'internal' } });
    await browser.signIn('ann.example');
    await backend.db.transact(({ reports }) => {
      reports.delete('report');
    });
    await desk.call('startOver', {});
    expect(backend.db.tables.sessions.size).to.equal(0);
    expect(backend.db.tables.reports.size).to.equal(1);
    expect(backend.settings).to.deep.include({ clockOffset: 0, faults: {}, policy: mychart });
  });
});
