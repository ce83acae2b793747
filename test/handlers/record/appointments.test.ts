import { expect } from 'chai';
import type { AppointmentRecord, Person, ProxyRecord } from '../../../mocks/db/records/index.js';
import type { AppointmentQuery } from '../../../src/contract/record/appointments.js';
import type { OutputOf } from '../../../src/contract/endpoint.js';
import { contract } from '../../../src/contract/index.js';
import type { NextStep } from '../../../src/contract/problems.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { lakeside, policies } from '../../../stories/fixtures/support/policies.js';
import {
  Browser,
  openPortal,
  problemOf,
  refusalOf,
  successOf,
  type Answer,
} from '../../support/portal.js';
import {
  booking,
  makeAppointment,
  makeCareTeamMember,
  makePerson,
} from '../../support/sample-people.js';
import {
  bookAppointment,
  cancelAppointment as cancelAtDesk,
} from '../../../stories/fixtures/support/staff.js';

const cardiologist = makeCareTeamMember({
  id: 'dr-mehta',
  name: 'Arjun Mehta, MD',
  role: 'Cardiology',
  phone: '1-555-555-0120',
});

/** Ann is signed in and has these appointments; bob may open her record, if an access is given. */
const openWith = async (
  appointments: readonly AppointmentRecord[] = [makeAppointment()],
  policy: PortalPolicy = mycooper,
  access?: ProxyRecord['access'],
) => {
  const careTeam = [makeCareTeamMember(), cardiologist];
  const ann: Person = { ...makePerson('ann', 'ann.example'), appointments, careTeam };
  const bob: Person = {
    ...makePerson('bob', 'bob.example'),
    proxyFor: access
      ? [{ patientId: 'ann', relationship: 'guardian', access, since: Date.UTC(2025, 5) }]
      : [],
  };
  const portal = await openPortal({ policy, people: [ann, bob] });
  await portal.browser.signIn('ann.example');
  return portal;
};

const search = (browser: Browser, query: AppointmentQuery, subject = 'ann') =>
  browser.write('POST', `/patients/${subject}/appointments/search`, query);

type AppointmentPage = OutputOf<typeof contract.searchAppointments>;

const find = async (browser: Browser, query: AppointmentQuery): Promise<AppointmentPage> =>
  successOf(contract.searchAppointments, await search(browser, query));

const idsOf = ({ appointments }: AppointmentPage) => appointments.map(({ id }) => id);

/** The only appointment there is, in whichever list. */
const only = async (browser: Browser) => {
  const pages = [
    await find(browser, { period: 'upcoming' }),
    await find(browser, { period: 'past' }),
  ];
  const [appointment, ...others] = pages.flatMap(({ appointments }) => appointments);
  if (!appointment || others.length > 0) throw new Error('There is not one appointment.');
  return appointment;
};

const cancel = (
  browser: Browser,
  {
    subject = 'ann',
    appointment = 'appointment',
    key = crypto.randomUUID(),
  }: { readonly subject?: string; readonly appointment?: string; readonly key?: string } = {},
): Promise<Answer> =>
  browser.send('POST', `/patients/${subject}/appointments/${appointment}/cancellation`, {
    headers: { 'Idempotency-Key': key },
  });

const atHarborStreet: NextStep = {
  action: 'call-office',
  contact: { name: 'Harbor Street Family Medicine', phone: '1-555-555-0121' },
};

for (const policy of policies) {
  const { cancelOnline } = policy.appointments;

  describe(`appointments under ${policy.id}`, () => {
    it('tell what the contract says, and nothing else', async () => {
      const record = makeAppointment();
      const { browser } = await openWith([record], policy);
      const shown = Object.entries(record).filter(([name]) => name !== 'patientId');
      expect(await find(browser, { period: 'upcoming' })).to.deep.equal({
        appointments: [
          {
            ...Object.fromEntries(shown),
            cancellable: cancelOnline
              ? { allowed: true }
              : { allowed: false, rule: 'appointments.cancel-by-phone', next: [atHarborStreet] },
          },
        ],
        total: 1,
        nextCursor: null,
      });
    });

    it(`appointments.cancel-by-phone: are ${cancelOnline ? 'cancelled here' : 'not cancelled here'}`, async () => {
      const { backend, browser } = await openWith([makeAppointment()], policy);
      const answer = await cancel(browser);
      if (cancelOnline) {
        const cancelled = successOf(contract.cancelAppointment, answer);
        expect(cancelled).to.deep.include({ status: 'cancelled', cancellable: null });
        expect(await only(browser)).to.deep.equal(cancelled);
        return;
      }
      expect(answer.status).to.equal(403);
      expect(problemOf(answer)).to.deep.include({
        rule: 'appointments.cancel-by-phone',
        next: [atHarborStreet],
      });
      expect(backend.db.tables.appointments.get('appointment')?.status).to.equal('booked');
    });

    it('appointments.cancel-by-phone: are cancelled by staff, for whoever calls', async () => {
      const { backend, browser } = await openWith([makeAppointment()], policy);
      await cancelAtDesk(backend, 'appointment');
      expect(await only(browser)).to.deep.include({ status: 'cancelled', cancellable: null });
      const again = cancelAtDesk(backend, 'appointment');
      expect(await again.catch(String)).to.equal('DeskError: There’s nothing left to cancel.');
      const [event] = backend.db.tables.auditEvents.by('patientId', 'ann');
      expect(event).to.deep.include({
        action: 'cancelled-appointment',
        actor: { kind: 'staff', name: policy.portal.organization },
      });
      const emails = [...backend.db.tables.emails.values()];
      expect(emails).to.have.lengthOf(policy.notifications.newInformation ? 1 : 0);
      expect(JSON.stringify(emails)).not.to.match(/visit|appointment|cancel|harbor|dana/i);
    });

    for (const status of ['fulfilled', 'cancelled', 'no-show'] as const) {
      it(`leave nothing to cancel where they are ${status}`, async () => {
        const { browser } = await openWith([makeAppointment({ status })], policy);
        expect((await only(browser)).cancellable).to.equal(null);
        const answer = await cancel(browser);
        expect(answer.status).to.equal(409);
        expect(refusalOf(answer)).to.deep.equal({ rule: undefined, next: ['reload'] });
      });
    }

    it('are upcoming until their end, and can be cancelled until their beginning', async () => {
      const { browser, clock } = await openWith([makeAppointment({ minutes: 20 })], policy);
      for (const [time, period, status] of [
        ['2026-03-16T14:50:00.001Z', 'past', 409],
        ['2026-03-16T14:49:59.999Z', 'upcoming', 409], // set back
        ['2026-03-16T14:50:00Z', 'past', 409],
        ['2026-03-16T14:29:59.999Z', 'upcoming', cancelOnline ? 200 : 403],
        ['2026-03-16T14:30:00Z', 'upcoming', 409],
      ] as const) {
        clock.set(time);
        await browser.signIn('ann.example');
        const totals = {
          upcoming: (await find(browser, { period: 'upcoming' })).total,
          past: (await find(browser, { period: 'past' })).total,
        };
        expect(totals, time).to.deep.equal({ upcoming: 0, past: 0, [period]: 1 });
        expect((await only(browser)).cancellable === null, time).to.equal(status === 409);
        expect((await cancel(browser)).status, time).to.equal(status);
      }
    });

    it('of which nobody knows how long they take are upcoming until their beginning', async () => {
      const { browser, clock } = await openWith([makeAppointment({ minutes: null })], policy);
      clock.set('2026-03-16T14:30:00Z');
      await browser.signIn('ann.example');
      expect((await find(browser, { period: 'past' })).total).to.equal(1);
    });

    it('proxy.friends-and-family: are seen, and not cancelled, by a proxy who may only look', async () => {
      const { backend } = await openWith([makeAppointment()], policy, 'view');
      const bob = new Browser(backend);
      await bob.signIn('bob.example');
      const next = [{ action: 'ask-patient' }];
      const refusal = { rule: 'proxy.friends-and-family', case: 'view-only', next };
      expect((await only(bob)).cancellable).to.deep.equal({ allowed: false, ...refusal });
      expect(problemOf(await cancel(bob))).to.deep.include(refusal);
      expect(backend.db.tables.appointments.get('appointment')?.status).to.equal('booked');
    });
  });
}

describe('the list of appointments', () => {
  const at = (id: string, startsAt: string) => makeAppointment({ id, startsAt });

  it('loses those that are over, whichever has begun first', async () => {
    const startsAt = '2026-03-16T14:30:00Z';
    const { browser, clock } = await openWith([
      makeAppointment({ id: 'long', startsAt, minutes: 60 }),
      makeAppointment({ id: 'short', startsAt: '2026-03-16T14:40:00Z', minutes: 10 }),
    ]);
    for (const [time, ids] of [
      ['2026-03-16T14:45:00Z', ['long', 'short']],
      ['2026-03-16T14:50:00Z', ['long']],
      ['2026-03-16T15:30:00Z', []],
    ] as const) {
      clock.set(time);
      await browser.signIn('ann.example');
      expect(idsOf(await find(browser, { period: 'upcoming' })), time).to.deep.equal(ids);
    }
  });

  it('has the nearest first: of those to come the earliest, of the others the latest', async () => {
    const { browser } = await openWith([
      at('next-year', '2027-03-02T15:00:00Z'),
      at('tomorrow-b', '2026-03-03T15:00:00Z'),
      at('tomorrow-a', '2026-03-03T15:00:00.000Z'),
      at('last-year', '2025-03-02T15:00:00Z'),
      at('yesterday-b', '2026-03-01T15:00:00Z'),
      at('yesterday-a', '2026-03-01T15:00:00Z'),
      at('today', '2026-03-02T15:00:00.001Z'),
    ]);
    const upcoming = ['today', 'tomorrow-a', 'tomorrow-b', 'next-year'];
    expect(idsOf(await find(browser, { period: 'upcoming' }))).to.deep.equal(upcoming);
    const past = ['yesterday-a', 'yesterday-b', 'last-year'];
    expect(idsOf(await find(browser, { period: 'past' }))).to.deep.equal(past);
  });

  for (const period of ['upcoming', 'past'] as const) {
    it(`has pages of what is ${period} that miss and repeat nothing`, async () => {
      const year = period === 'upcoming' ? 2027 : 2025;
      const { browser } = await openWith(
        Array.from({ length: 45 }, (_, n) => at(`a${n}`, `${year}-01-0${1 + (n % 9)}T08:00:00Z`)),
      );
      const whole = idsOf(await find(browser, { period, limit: 100 }));
      expect(new Set(whole).size).to.equal(45);
      for (const limit of [1, 7, 44, 45]) {
        const ids: string[] = [];
        let cursor: string | null = null;
        do {
          const page: AppointmentPage = await find(browser, { period, limit, cursor });
          expect(page.total).to.equal(45);
          ids.push(...idsOf(page));
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect(ids, `limit ${limit}`).to.deep.equal(whole);
      }
    });
  }

  it('goes on at its place when what stood there has begun, or another one was booked', async () => {
    const { backend, browser, clock } = await openWith([
      at('first', '2026-03-02T15:05:00Z'),
      at('second', '2026-03-03T15:00:00Z'),
      at('third', '2026-03-04T15:00:00Z'),
    ]);
    const { nextCursor } = await find(browser, { period: 'upcoming', limit: 1 });
    clock.advance({ minutes: 5 });
    await backend.db.transact(({ appointments }) => {
      appointments.put(at('new', '2026-03-03T08:00:00Z'));
    });
    const rest = await find(browser, { period: 'upcoming', cursor: nextCursor });
    expect(idsOf(rest)).to.deep.equal(['new', 'second', 'third']);
  });

  it('has what was cancelled still, at its time', async () => {
    const { browser } = await openWith([makeAppointment()], lakeside);
    await cancel(browser);
    expect(idsOf(await find(browser, { period: 'upcoming' }))).to.deep.equal(['appointment']);
  });
});

describe('cancelling an appointment', () => {
  it('names the portal’s number where the place has none, or there is no place', async () => {
    for (const location of [null, { name: 'Video', address: null, phone: null }]) {
      const { browser } = await openWith([makeAppointment({ location })]);
      const next: readonly NextStep[] = [{ action: 'call-office' }];
      expect((await only(browser)).cancellable).to.deep.include({ next });
      expect(problemOf(await cancel(browser)).next).to.deep.equal(next);
    }
  });

  it('is done once with one key, and answered alike', async () => {
    const { backend, browser } = await openWith([makeAppointment()], lakeside);
    const key = crypto.randomUUID();
    const first = await cancel(browser, { key });
    expect(await cancel(browser, { key })).to.deep.equal(first);
    expect((await cancel(browser)).status).to.equal(409);
    const events = backend.db.tables.auditEvents.by('patientId', 'ann');
    expect(events.map(({ action }) => action)).to.deep.equal(['cancelled-appointment']);
  });

  it('needs a key', async () => {
    const { browser } = await openWith([makeAppointment()], lakeside);
    const path = '/patients/ann/appointments/appointment/cancellation';
    expect(refusalOf(await browser.send('POST', path)).pointers).to.deep.equal([
      '/headers/idempotency-key',
    ]);
  });
});

describe('somebody else’s appointments', () => {
  it('are answered as if they did not exist, byte for byte', async () => {
    const { backend } = await openWith([makeAppointment()], lakeside);
    const bob = new Browser(backend);
    await bob.signIn('bob.example');
    const query: AppointmentQuery = { period: 'upcoming' };
    expect((await search(bob, query, 'ann')).status).to.equal(404);
    expect(await search(bob, query, 'ann')).to.deep.equal(await search(bob, query, 'nobody'));
    const nowhere = await cancel(bob, { subject: 'bob', appointment: 'nothing' });
    expect(nowhere.status).to.equal(404);
    expect(await cancel(bob, { subject: 'bob' })).to.deep.equal(nowhere);
    expect(await cancel(bob, { subject: 'ann' })).to.deep.equal(nowhere);
    expect(backend.db.tables.appointments.get('appointment')?.status).to.equal('booked');
    expect((await bob.send('GET', '/patients/ann/care-team')).status).to.equal(404);
  });

  it('are shown to nobody who is not signed in', async () => {
    const { browser } = await openPortal();
    await browser.session();
    expect((await search(browser, { period: 'upcoming' })).status).to.equal(401);
    expect((await cancel(browser)).status).to.equal(401);
    expect((await browser.send('GET', '/patients/ann/care-team')).status).to.equal(401);
  });
});

describe('what staff book', () => {
  it('shows at once, at its time in UTC, and an e-mail tells that there is something', async () => {
    const { backend, browser } = await openWith([]);
    const startsAt = '2026-03-20T10:00:00-04:00';
    const id = await bookAppointment(backend, { ...booking, startsAt });
    expect(await only(browser)).to.deep.include({
      id,
      startsAt: '2026-03-20T14:00:00.000Z',
      status: 'booked',
    });
    const [email] = backend.db.tables.emails.values();
    expect(email?.to).to.equal('ann@example.org');
    expect(email?.text).not.to.match(/visit|appointment|march|dana/i);
    const [event] = backend.db.tables.auditEvents.by('patientId', 'ann');
    expect(event?.action).to.equal('booked-appointment');
    expect(event?.actor).to.deep.equal({ kind: 'staff', name: mycooper.portal.organization });
  });

  it('is for a patient that there is, at a time to come', async () => {
    const { backend } = await openWith([]);
    for (const [wrong, message] of [
      [{ patientId: 'nobody' }, 'There is no such patient.'],
      [{ startsAt: '2026-03-02T15:00:00Z' }, 'Choose a time in the future.'],
      [{ startsAt: 'soon' }, 'Choose a time in the future.'],
    ] as const) {
      const error = await bookAppointment(backend, { ...booking, ...wrong }).catch(String);
      expect(error).to.equal(`DeskError: ${message}`);
    }
    expect(backend.db.tables.appointments.size).to.equal(0);
    const error = await cancelAtDesk(backend, 'nothing').catch(String);
    expect(error).to.equal('DeskError: There is no such appointment.');
  });
});

describe('the care team', () => {
  it('is told with what the contract says, to whoever may open the record', async () => {
    const { backend, browser } = await openWith([], mycooper, 'view');
    const bob = new Browser(backend);
    await bob.signIn('bob.example');
    for (const one of [browser, bob]) {
      const answer = await one.send('GET', '/patients/ann/care-team');
      expect(successOf(contract.getCareTeam, answer)).to.deep.equal({
        members: [
          { id: 'dr-lee', name: 'Dana Lee, MD', role: 'Primary care', phone: null },
          {
            id: 'dr-mehta',
            name: 'Arjun Mehta, MD',
            role: 'Cardiology',
            phone: '1-555-555-0120',
          },
        ],
      });
    }
    const own = await bob.send('GET', '/patients/bob/care-team');
    expect(successOf(contract.getCareTeam, own)).to.deep.equal({ members: [] });
  });
});
