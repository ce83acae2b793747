import { expect } from 'chai';
import { openDesk, refusal } from './desk-portal.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { pageOf, resultOf } from '../../support/portal.js';
import { makeObservation, makePerson, makeReport } from '../../support/sample-people.js';

/** Of the one value that sample results have. */
const correction = {
  observation: 'observation',
  value: { kind: 'quantity', value: 120, comparator: null, unit: 'mg/dL' },
  text: 'The specimens were mixed up.',
} as const;

const reported = (...parts: Parameters<typeof makeReport>[0][]) => ({
  people: [
    makePerson('ann', 'ann.example', parts.map(makeReport)),
    makePerson('bob', 'bob.example'),
  ],
});

describe('results at the desk', () => {
  const ann = { params: { patient: 'ann' } };
  const result = { params: { result: 'report' } };

  it('are listed, released or not, with the rule that holds them back', async () => {
    const { desk } = await openDesk({
      policy: lakeside,
      ...reported(
        { id: 'seen' },
        { id: 'sensitive', code: { system: 'http://loinc.org', code: '1111-1', display: 'x' } },
        { id: 'image', category: 'imaging', reviewed: false, collectedAt: '2026-02-20T00:00:00Z' },
        { id: 'tissue', category: 'pathology', reportedAt: '2026-03-01T15:00:00Z' },
        { id: 'undated', collectedAt: null },
      ),
    });
    const { results, total } = await desk.call('searchPatientResults', { ...ann, body: {} });
    expect(total).to.equal(5);
    expect(results[0]).to.deep.include({ id: 'image', patient: 'ann', reviewed: false });
    expect(results.at(-1)?.id).to.equal('undated');
    const releases = Object.fromEntries(results.map(({ id, release }) => [id, release]));
    expect(releases).to.deep.equal({
      seen: { allowed: true },
      undated: { allowed: true },
      image: { allowed: false, rule: 'results.after-review', next: [] },
      sensitive: { allowed: false, rule: 'results.sensitive-withheld', next: [] },
      tissue: {
        allowed: false,
        rule: 'results.after-review',
        next: [{ action: 'wait', at: '2026-03-04T15:00:00.000Z' }],
      },
    });
    const idsOf = async (reviewed: boolean) => {
      const page = await desk.call('searchPatientResults', { ...ann, body: { reviewed } });
      return page.results.map(({ id }) => id);
    };
    expect(await idsOf(false)).to.deep.equal(['image']);
    expect(await idsOf(true)).to.deep.equal(['seen', 'sensitive', 'tissue', 'undated']);
  });

  it('are reviewed once, and not before they are complete', async () => {
    const { backend, desk } = await openDesk(
      reported(
        { id: 'new', reviewed: false },
        { id: 'early', status: 'preliminary', reviewed: false },
      ),
    );
    await desk.call('reviewResult', { params: { result: 'new' } });
    for (const result of ['new', 'early']) {
      const refused = await refusal(desk.call('reviewResult', { params: { result } }));
      expect(refused.status, result).to.equal(409);
    }
    expect(backend.db.tables.reports.get('early')?.reviewed).to.equal(false);
    expect(backend.db.tables.auditEvents.size).to.equal(1);
  });

  it('show to the patient once they are reviewed, with an e-mail that says nothing of them', async () => {
    const { browser, desk } = await openDesk(reported({ reviewed: false }));
    await browser.signIn('ann.example');
    expect(pageOf(await browser.search('ann')).total).to.equal(0);
    await desk.call('reviewResult', result);
    expect(pageOf(await browser.search('ann')).total).to.equal(1);
    const { emails, total } = await desk.call('readOutbox', { body: {} });
    expect(total).to.equal(1);
    expect(emails[0]).to.deep.include({
      to: 'ann@example.org',
      sentAt: '2026-03-02T15:00:00.000Z',
    });
    expect(emails[0]?.text).not.to.contain('panel');
  });

  it('that are corrected keep the value before', async () => {
    const { backend, browser, desk } = await openDesk(reported({}));
    await browser.signIn('ann.example');
    await desk.call('correctResult', {
      ...result,
      body: correction,
    });
    const corrected = resultOf(await browser.send('GET', '/patients/ann/results/report'));
    expect(corrected).to.deep.include({
      status: 'corrected',
      abnormalCount: 1,
      correction: {
        text: 'The specimens were mixed up.',
        correctedAt: '2026-03-02T15:00:00.000Z',
      },
    });
    expect(corrected.observations[0]).to.deep.include({
      value: { kind: 'quantity', value: 120, comparator: null, unit: 'mg/dL' },
      previousValue: { kind: 'quantity', value: 90, comparator: null, unit: 'mg/dL' },
      interpretation: 'high',
    });
    expect((await desk.call('readOutbox', { body: {} })).total).to.equal(1);
    const [event] = [...backend.db.tables.auditEvents.values()].filter(
      ({ actor }) => actor.kind === 'staff',
    );
    expect(event).to.deep.include({ patientId: 'ann', action: 'corrected-result' });
    const seen = await desk.call('getDeskResult', result);
    expect(seen.correctable).to.equal(true);
    expect(seen.observations).to.deep.equal(corrected.observations);
  });

  it('are flagged as the laboratory says, or as can be told from the range', async () => {
    const { desk } = await openDesk(
      reported({
        observations: [
          makeObservation(),
          makeObservation({ id: 'words', referenceRange: null, interpretation: 'normal' }),
        ],
      }),
    );
    const flagAfter = async (body: object) => {
      await desk.call('correctResult', {
        ...result,
        body: {
          observation: 'observation',
          value: { kind: 'quantity', value: 90, comparator: null, unit: 'mg/dL' },
          text: 'Once more.',
          ...body,
        },
      });
      const { observations } = await desk.call('getDeskResult', result);
      return observations.map(({ interpretation }) => interpretation);
    };
    expect(await flagAfter({})).to.deep.equal(['normal', 'normal']);
    expect(await flagAfter({ interpretation: 'critical-high' })).to.deep.equal([
      'critical-high',
      'normal',
    ]);
    expect(await flagAfter({ interpretation: null })).to.deep.equal([null, 'normal']);
    const words = { observation: 'words', value: { kind: 'text', text: 'Positive' } };
    expect(await flagAfter(words)).to.deep.equal([null, null]);
  });

  it('that a patient does not see are corrected without a trace', async () => {
    const { backend, desk } = await openDesk(reported({ reviewed: false }));
    await desk.call('correctResult', {
      ...result,
      body: { observation: 'observation', value: { kind: 'text', text: '9' }, text: 'Wrong.' },
    });
    expect((await desk.call('getDeskResult', result)).status).to.equal('corrected');
    expect(backend.db.tables.emails.size).to.equal(0);
    expect(backend.db.tables.auditEvents.size).to.equal(0);
  });

  for (const status of ['registered', 'preliminary', 'cancelled'] as const) {
    it(`that are ${status} cannot be corrected`, async () => {
      const { desk } = await openDesk(reported({ status }));
      const before = await desk.call('getDeskResult', result);
      expect(before.correctable).to.equal(false);
      const no = await refusal(desk.call('correctResult', { ...result, body: correction }));
      expect(no.status).to.equal(409);
      expect(await desk.call('getDeskResult', result)).to.deep.equal(before);
    });
  }

  it('and values that are not there are not found', async () => {
    const { desk } = await openDesk(reported({}));
    const nothing = { params: { result: 'nothing' } };
    for (const work of [
      () => desk.call('getDeskResult', nothing),
      () => desk.call('reviewResult', nothing),
      () => desk.call('correctResult', { ...nothing, body: correction }),
      () =>
        desk.call('correctResult', { ...result, body: { ...correction, observation: 'other' } }),
    ]) {
      expect((await refusal(work())).status).to.equal(404);
    }
  });
});
