import { expect } from 'chai';
import { MemoryPersistence } from '../../../mocks/db/memory-persistence.js';
import { openDesk, openTab, refusal } from './desk-portal.js';
import { makeMedication, makePerson, makeReport } from '../../support/sample-people.js';

const reported = (...parts: Parameters<typeof makeReport>[0][]) => ({
  people: [
    makePerson('ann', 'ann.example', parts.map(makeReport)),
    makePerson('bob', 'bob.example'),
  ],
});

describe('a snapshot', () => {
  it('brings everything back, in every tab', async () => {
    const persistence = new MemoryPersistence();
    const { backend, browser, desk } = await openTab(persistence);
    const other = await openTab(persistence);
    await browser.signIn('ann.example');
    await desk.call('moveClock', { body: { milliseconds: 60_000 } });
    await desk.call('usePolicy', { body: { policy: 'mychart' } });
    const before = await backend.db.documents();
    const taken = await desk.call('takeSnapshot', {});
    expect(taken.takenAt).to.equal('2026-03-02T15:01:00.000Z');

    await desk.call('startOver', {});
    await desk.call('loadSnapshot', { body: taken });

    expect(await backend.db.documents()).to.have.deep.members([...before]);
    expect(await other.backend.db.documents()).to.have.deep.members([...before]);
    expect((await desk.call('takeSnapshot', {})).documents).to.have.deep.members(taken.documents);
    expect((await other.browser.session()).status).to.equal('signed-in');
    expect(other.backend.policy.id).to.equal('mychart');
  });

  it('is the same in whatever order the members of its documents come', async () => {
    const { backend, desk } = await openDesk();
    await backend.db.transact(({ medications }) => {
      const { id, ...rest } = makeMedication();
      medications.put({ ...rest, id });
    });
    const before = await backend.db.documents();
    await desk.call('loadSnapshot', { body: await desk.call('takeSnapshot', {}) });
    expect(await backend.db.documents()).to.have.deep.members([...before]);
  });

  it('holds no password', async () => {
    const { desk } = await openDesk();
    expect(JSON.stringify(await desk.call('takeSnapshot', {}))).not.to.contain('a right password');
  });

  it('of another kind or version, or changed since, is refused and changes nothing', async () => {
    const { backend, desk } = await openDesk(reported({ reviewed: false }));
    const taken = await desk.call('takeSnapshot', {});
    await desk.call('reviewResult', { params: { result: 'report' } });
    const before = await backend.db.documents();
    const [first, ...rest] = taken.documents;
    if (!first) throw new Error('A snapshot has documents.');
    for (const [wrong, reason] of [
      [{ format: 'portal-widgets state' }, 'This is no snapshot'],
      [{ version: taken.version + 1 }, 'only version'],
      [{ version: taken.version - 1 }, 'only version'],
      [{ documents: rest }, 'damaged'],
      [{ documents: [...rest, first] }, 'damaged'],
      [{ documents: [{ ...first, document: { ...first.document, id: 'x' } }, ...rest] }, 'damaged'],
      [{ digest: '' }, 'damaged'],
    ] as [Partial<typeof taken>, string][]) {
      const no = await refusal(desk.call('loadSnapshot', { body: { ...taken, ...wrong } }));
      expect(no.status).to.equal(400);
      expect(no.message).to.contain(reason);
    }
    const unknown = [{ ...first, table: 'nothing' as typeof first.table }];
    const no = await refusal(desk.call('loadSnapshot', { body: { ...taken, documents: unknown } }));
    expect(no.status).to.equal(400);
    expect(await backend.db.documents()).to.deep.equal(before);
  });
});
