import { expect } from 'chai';
import type { DeskClient } from '../../../demo/desk/desk-client.js';
import { deskContract } from '../../../mocks/desk/index.js';
import { contract } from '../../../src/contract/index.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { filled } from '../backend/bad-input.js';
import { deskOf, openDesk, refusal } from './desk-portal.js';
import { openPortal, problemOf, sessionOf, successOf } from '../../support/portal.js';
import { deskSamples } from '../requests/desk.js';
import { makePerson } from '../../support/sample-people.js';
import { patientBundle } from '../../support/patient-bundle.js';

const rows = Object.values(deskContract);

describe('the desk', () => {
  it('is not there unless it is enabled', async () => {
    const { backend, browser } = await openPortal();
    await browser.signIn('ann.example');
    for (const { id, method, path } of rows) {
      const { params = {}, body } = deskSamples[id as keyof typeof deskSamples].right;
      const answer = await browser.send(method, filled(path, params), {
        headers: { 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      expect(answer.status, id).to.equal(404);
      expect(problemOf(answer).detail, id).to.equal('There is nothing at this address.');
    }
    expect((await refusal(deskOf(backend).call('readClock', {}))).status).to.equal(404);
  });

  it('shares neither name nor address with the patients’ contract', () => {
    const names = new Set<string>(Object.keys(contract));
    for (const { id, path } of rows) {
      expect(path).to.match(/^\/desk\//);
      expect(names.has(id), id).to.equal(false);
    }
    for (const { path } of Object.values(contract)) expect(path).not.to.match(/^\/desk\b/);
  });

  it('asks for no session, and gives none', async () => {
    const { backend, desk } = await openDesk();
    await desk.call('searchPatients', { body: {} });
    expect(backend.db.tables.sessions.size).to.equal(0);
  });

  it('takes what changes something as JSON only, which pages of other sites cannot send', async () => {
    const { backend, browser } = await openDesk();
    for (const [method, path] of [
      ['POST', '/desk/patients/ann/account/unlock'],
      ['POST', '/desk/start-over'],
      ['PUT', '/desk/policy'],
      ['DELETE', '/desk/faults'],
    ] as const) {
      for (const type of [undefined, 'text/plain', 'application/x-www-form-urlencoded']) {
        const headers = type === undefined ? {} : { 'Content-Type': type };
        expect((await browser.send(method, path, { headers })).status, path).to.equal(415);
      }
    }
    expect(backend.settings.policy).to.equal(null);
  });

  it('says which methods an address has', async () => {
    const { staff } = await openDesk();
    const answer = await staff.send('PATCH', '/desk/faults');
    expect(answer.status).to.equal(405);
    expect(answer.headers['allow'])
      .to.contain('GET')
      .and.contain('DELETE')
      .and.not.contain('PATCH');
    expect((await staff.send('GET', '/desk')).status).to.equal(404);
  });

  it('is never broken itself', async () => {
    const { backend, desk } = await openDesk();
    backend.faults.set('all', { outcome: 'offline' });
    await desk.call('setFault', { params: { endpoint: 'all' }, body: { outcome: 'internal' } });
    await desk.call('clearFaults', {});
  });
});

describe('the outbox', () => {
  it('has every e-mail in full, latest first, a page at a time', async () => {
    const { clock, browser, desk } = await openDesk();
    await browser.session();
    for (const username of ['ann.example', 'bob.example', 'ann.example']) {
      await browser.create('/account/password-resets', { username });
      clock.advance({ minutes: 1 });
    }
    const first = await desk.call('readOutbox', { body: { limit: 2 } });
    expect(first.total).to.equal(3);
    expect(first.emails.map(({ to }) => to)).to.deep.equal(['ann@example.org', 'bob@example.org']);
    const [, token = ''] = /#new-password=(\S+)/.exec(first.emails[0]?.text ?? '') ?? [];
    const used = await browser.write('POST', '/account/password-resets/read', { token });
    expect(used.status, 'the link in it works').to.equal(200);
    const rest = await desk.call('readOutbox', { body: { cursor: first.nextCursor } });
    expect(rest.emails.map(({ to }) => to)).to.deep.equal(['ann@example.org']);
  });
});

/** Takes one person in. */
const take = async (desk: DeskClient, bundle: Readonly<Record<string, unknown>>) => {
  const { people } = await desk.call('importPeople', { body: { bundles: [{ ...bundle }] } });
  const [person] = people;
  if (!person || people.length > 1) throw new Error('There is not exactly one person.');
  return person;
};

describe('a person from a FHIR bundle', () => {
  /** With something that no record has a place for. */
  const bundle = (id: string, given: string) => {
    const { entry, ...rest } = patientBundle(id, given);
    return { ...rest, entry: [...entry, { resource: { resourceType: 'Claim', id: 'claim' } }] };
  };

  it('signs in at once', async () => {
    const { browser, desk } = await openDesk({ people: [] });
    const taken = await take(desk, bundle('1', 'Cleo'));
    expect(taken).to.deep.include({
      name: 'Cleo Example',
      username: 'cleo.example',
      results: 0,
      skipped: { Claim: 1 },
      notShown: {},
    });
    expect((await browser.signIn(taken.username, taken.password)).status).to.equal(200);
    const found = await desk.call('getPatient', { params: { patient: taken.patient } });
    expect(found.name).to.equal('Cleo Example');
  });

  it('signs in though somebody has guessed at that username before', async () => {
    const { browser, desk } = await openDesk({ people: [] });
    for (let n = 0; n < mycooper.login.maxAttempts; n += 1) {
      await browser.signIn('cleo.example', 'wrong');
    }
    const taken = await take(desk, bundle('1', 'Cleo'));
    expect((await browser.signIn(taken.username, taken.password)).status).to.equal(200);
  });

  it('comes once, and under a username of her own', async () => {
    const { backend, desk } = await openDesk({ people: [makePerson('ann', 'Ann.Example')] });
    await take(desk, bundle('1', 'Cleo'));
    expect((await refusal(take(desk, bundle('1', 'Cleo')))).message).to.equal(
      'This person is here already.',
    );
    expect(await refusal(take(desk, bundle('2', 'Ann')))).to.deep.include({
      status: 409,
      message: 'Somebody here has the username ann.example already.',
    });
    expect(backend.db.tables.patients.size).to.equal(2);
  });

  it('is not taken for somebody whom another file calls by the same id', async () => {
    const { browser, desk } = await openDesk({ people: [] });
    await take(desk, bundle('1', 'Cleo'));
    await take(desk, bundle('1', 'Dora'));
    const session = sessionOf(await browser.signIn('cleo.example', 'Garden-gate-7'));
    expect(session).to.have.nested.property('account.displayName', 'Cleo Example');
  });

  it('is shown whatever dates the file gives', async () => {
    const { browser, desk } = await openDesk({ policy: mychart, people: [] });
    const late = '9999-12-31T23:59:59-12:00';
    const last = '9999-12-31T23:59:59Z';
    const subject = { reference: 'Patient/1' };
    const { entry, ...rest } = bundle('1', 'Cleo');
    const resources = [late, last].flatMap((at, index) => [
      {
        resourceType: 'Encounter',
        id: `v${index}`,
        status: 'planned',
        subject,
        period: { start: at },
      },
      {
        resourceType: 'Observation',
        id: `o${index}`,
        status: 'final',
        category: [{ coding: [{ code: 'laboratory' }] }],
        code: { text: 'Glucose' },
        subject,
        effectiveDateTime: at,
        valueQuantity: { value: 90, unit: 'mg/dL' },
      },
    ]);
    const [patient] = entry;
    const odd = {
      ...rest,
      entry: [
        { resource: { ...patient?.resource, birthDate: '1980-02-30' } },
        ...resources.map((resource) => ({ resource })),
      ],
    };
    const { patient: id } = await take(desk, odd);
    await browser.signIn('cleo.example', 'Garden-gate-7');
    for (const [method, path, body] of [
      ['GET', 'health-summary', undefined],
      ['POST', 'appointments/search', { period: 'upcoming' }],
      ['POST', 'results/search', {}],
      ['POST', 'results/export', {}],
      ['POST', 'observations/search', { analyte: 'Glucose' }],
    ] as const) {
      const address = `/patients/${id}/${path}`;
      const answer =
        body === undefined
          ? await browser.send(method, address)
          : await browser.write(method, address, body);
      expect(answer.status, `${path}: ${answer.text}`).to.equal(200);
    }
    expect((await desk.call('searchPatients', { body: {} })).patients).to.have.lengthOf(1);
  });

  it('may come with others, all of them or none', async () => {
    const { browser, desk } = await openDesk({ people: [] });
    const several = {
      ...bundle('1', 'Cleo'),
      entry: [
        ...['Cleo', 'Dora'].flatMap((given) => patientBundle(given, given).entry),
        { resource: { resourceType: 'Claim', subject: { reference: 'Patient/Dora' } } },
      ],
    };
    const { people } = await desk.call('importPeople', { body: { bundles: [several] } });
    expect(people.map(({ name, username, skipped }) => [name, username, skipped])).to.deep.equal([
      ['Cleo Example', 'cleo.example', {}],
      ['Dora Example', 'dora.example', { Claim: 1 }],
    ]);
    expect((await browser.signIn('dora.example', 'Garden-gate-7')).status).to.equal(200);
    const again = { ...several, entry: [...patientBundle('2', 'Eve').entry, ...several.entry] };
    const no = await refusal(desk.call('importPeople', { body: { bundles: [again] } }));
    expect(no).to.deep.include({ status: 409, message: 'Cleo Example is here already.' });
    const found = await desk.call('searchPatients', { body: { text: '' } });
    expect(found.patients.map(({ name }) => name)).to.deep.equal(['Cleo Example', 'Dora Example']);
  });

  it('is not made of a file that has none', async () => {
    const { desk } = await openDesk();
    const no = await refusal(desk.call('importPeople', { body: { bundles: [{}] } }));
    expect(no.status).to.equal(400);
    expect(no.message).to.contain('FHIR');
  });

  it('has nothing that the policy keeps from patients', async () => {
    const labelled = (code: string) => ({
      ...{ resourceType: 'Condition', meta: { security: [{ code }] } },
      ...{ subject: { reference: 'Patient/1' }, code: { text: code } },
    });
    const conditionsUnder = async (policy: PortalPolicy) => {
      const { browser, desk } = await openDesk({ people: [], policy });
      const { entry, ...rest } = patientBundle('1', 'Cleo');
      const labels = ['R', 'V', 'HIV', 'ETH', 'NOPAT'].map((code) => ({
        resource: labelled(code),
      }));
      const { patient, skipped, notShown } = await take(desk, {
        ...rest,
        entry: [...entry, ...labels],
      });
      expect([skipped, notShown]).to.deep.equal([{}, {}]);
      await browser.signIn('cleo.example', 'Garden-gate-7');
      const answer = await browser.send('GET', `/patients/${patient}/health-summary`);
      return successOf(contract.getHealthSummary, answer).conditions.map(({ name }) => name);
    };
    expect(await conditionsUnder(mychart)).to.have.members(['R', 'ETH']);
    const own = { ...mychart, record: { withheldLabels: ['R', 'ETH'] } };
    expect(await conditionsUnder(own)).to.have.members(['V', 'HIV']);
  });
});
