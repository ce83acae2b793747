import { expect } from 'chai';
import type { Person, ProxyRecord } from '../../../mocks/db/records/index.js';
import type { InputOf, OutputOf } from '../../../src/contract/endpoint.js';
import { contract } from '../../../src/contract/index.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import {
  Browser,
  openPortal,
  problemOf,
  refusalOf,
  successOf,
  type Answer,
} from '../../support/portal.js';
import { promisedDays } from './promised-days.js';
import { booking, makeCareTeamMember, makePerson } from '../../support/sample-people.js';
import {
  bookAppointment,
  declineAppointmentRequest,
} from '../../../stories/fixtures/support/staff.js';

/** Ann is signed in and has a care team; bob may open her record, if an access is given. */
const openWith = async (policy: PortalPolicy = mycooper, access?: ProxyRecord['access']) => {
  const ann: Person = { ...makePerson('ann', 'ann.example'), careTeam: [makeCareTeamMember()] };
  const { patient, ...others } = makePerson('bob', 'bob.example');
  const bob: Person = {
    ...others,
    patient: { ...patient, givenName: 'Bob' },
    careTeam: [makeCareTeamMember({ id: 'of-bob', patientId: 'bob' })],
    proxyFor: access
      ? [{ patientId: 'ann', relationship: 'guardian', access, since: Date.UTC(2025, 5) }]
      : [],
  };
  const portal = await openPortal({ policy, people: [ann, bob] });
  await portal.browser.signIn('ann.example');
  return portal;
};

/** The same hospital, that lets appointments be requested. */
const requesting = (policy: PortalPolicy): PortalPolicy => ({
  ...policy,
  appointments: { ...policy.appointments, request: true },
});

/** Whose record it is about, and the request's own key: a new one, unless told otherwise. */
interface Named {
  readonly subject?: string;
  readonly key?: string;
}

type RequestBody = InputOf<typeof contract.requestAppointment>['body'];

const wish: RequestBody = {
  reason: 'A cough that does not go away',
  practitioner: 'dr-lee',
  mode: 'video',
  days: [1, 5],
  times: ['morning', 'afternoon'],
  note: 'Best before school.',
};

const ask = (
  browser: Browser,
  body: Partial<RequestBody> = {},
  { subject = 'ann', key = crypto.randomUUID() }: Named = {},
): Promise<Answer> =>
  browser.write(
    'POST',
    `/patients/${subject}/appointment-requests`,
    { ...wish, ...body },
    { 'Idempotency-Key': key },
  );

const requestOf = (answer: Answer) => successOf(contract.requestAppointment, answer);

const withdraw = (
  browser: Browser,
  request: string,
  { subject = 'ann', key = crypto.randomUUID() }: Named = {},
): Promise<Answer> =>
  browser.send('POST', `/patients/${subject}/appointment-requests/${request}/withdrawal`, {
    headers: { 'Idempotency-Key': key },
  });

const search = (browser: Browser, query: object = {}, subject = 'ann'): Promise<Answer> =>
  browser.write('POST', `/patients/${subject}/appointment-requests/search`, query);

type RequestPage = OutputOf<typeof contract.searchAppointmentRequests>;

const find = async (browser: Browser, query: object = {}): Promise<RequestPage> =>
  successOf(contract.searchAppointmentRequests, await search(browser, query));

for (const policy of policies) {
  const { request } = policy.appointments;

  describe(`requests for an appointment under ${policy.id}`, () => {
    it(`appointments.request: are ${request ? 'taken' : 'refused'}`, async () => {
      const { backend, browser } = await openWith(policy);
      const refusal = { rule: 'appointments.request', next: [{ action: 'call-office' }] };
      const { requestable } = await find(browser);
      expect(requestable).to.deep.equal(
        request ? { allowed: true } : { allowed: false, ...refusal },
      );
      const answer = await ask(browser);
      expect(answer.status).to.equal(request ? 200 : 403);
      if (!request) expect(problemOf(answer)).to.deep.include(refusal);
      expect(backend.db.tables.appointmentRequests.size).to.equal(request ? 1 : 0);
    });

    for (const { what, askedAt, appointment } of promisedDays(policy)) {
      it(`promise an answer by ${appointment} ${what}`, async () => {
        const { browser, clock } = await openWith(requesting(policy));
        clock.set(askedAt);
        await browser.signIn('ann.example');
        expect(requestOf(await ask(browser))).to.deep.include({
          requestedAt: new Date(askedAt).toISOString(),
          expectedBy: appointment,
        });
      });
    }

    it('are answered by an appointment, which an e-mail does not tell', async () => {
      const { backend, browser } = await openWith(requesting(policy));
      const asked = requestOf(await ask(browser));
      const appointmentId = await bookAppointment(backend, { ...booking, requestId: asked.id });
      expect((await find(browser)).requests).to.deep.equal([
        { ...asked, status: 'booked', appointmentId, withdrawable: null },
      ]);
      const emails = [...backend.db.tables.emails.values()];
      expect(emails).to.have.lengthOf(policy.notifications.newInformation ? 1 : 0);
      expect(JSON.stringify(emails)).not.to.match(/appointment|visit|cough/i);
    });

    it('are declined, with the office’s words', async () => {
      const { backend, browser } = await openWith(requesting(policy));
      const asked = requestOf(await ask(browser));
      await declineAppointmentRequest(backend, asked.id, 'Please call us.');
      expect((await find(browser)).requests).to.deep.equal([
        { ...asked, status: 'declined', answer: 'Please call us.', withdrawable: null },
      ]);
      const events = backend.db.tables.auditEvents.by('patientId', 'ann');
      const { organization } = policy.portal;
      expect(events.find(({ actor }) => actor.name === organization)?.action).to.equal(
        'declined-appointment-request',
      );
      const emails = [...backend.db.tables.emails.values()];
      expect(emails).to.have.lengthOf(policy.notifications.newInformation ? 1 : 0);
      expect(JSON.stringify(emails)).not.to.match(/appointment|call us|cough/i);
    });

    it('proxy.friends-and-family: are seen, not sent or withdrawn, by a proxy who may only look', async () => {
      const { backend, browser } = await openWith(requesting(policy), 'view');
      const { id } = requestOf(await ask(browser));
      const bob = new Browser(backend);
      await bob.signIn('bob.example');
      const next = [{ action: 'ask-patient' }];
      const refusal = { rule: 'proxy.friends-and-family', case: 'view-only', next };
      const page = await find(bob);
      expect(page.requestable).to.deep.equal({ allowed: false, ...refusal });
      const withdrawable = page.requests.map((request) => request.withdrawable);
      expect(withdrawable).to.deep.equal([{ allowed: false, ...refusal }]);
      for (const answer of [await ask(bob), await withdraw(bob, id)]) {
        expect(answer.status).to.equal(403);
        expect(problemOf(answer)).to.deep.include(refusal);
      }
      expect((await find(browser)).requests.map(({ status }) => status)).to.deep.equal(['pending']);
    });
  });
}

describe('a request for an appointment', () => {
  it('is stored as it was made', async () => {
    const { browser } = await openWith();
    const asked = requestOf(await ask(browser));
    expect(asked).to.deep.equal({
      ...wish,
      id: asked.id,
      status: 'pending',
      requestedAt: '2026-03-02T15:00:00.000Z',
      requestedBy: 'Ann Example',
      practitioner: { id: 'dr-lee', name: 'Dana Lee, MD' },
      expectedBy: '2026-03-04',
      appointmentId: null,
      answer: null,
      withdrawable: { allowed: true },
    });
    expect((await find(browser)).requests).to.deep.equal([asked]);
  });

  it('may leave open with whom and when', async () => {
    const { browser } = await openWith();
    const open = { practitioner: null, days: [], times: [], note: null };
    expect(requestOf(await ask(browser, open))).to.deep.include(open);
  });

  it('is for somebody of the patient’s own care team', async () => {
    const { backend, browser } = await openWith();
    for (const practitioner of ['nobody', 'of-bob']) {
      const answer = await ask(browser, { practitioner });
      expect(answer.status).to.equal(400);
      expect(refusalOf(answer).pointers).to.deep.equal(['/body/practitioner']);
    }
    expect(backend.db.tables.appointmentRequests.size).to.equal(0);
  });

  it('keeps the name of who has left the care team since', async () => {
    const { backend, browser } = await openWith();
    await ask(browser);
    await backend.db.transact(({ careTeamMembers }) => {
      careTeamMembers.delete('dr-lee');
    });
    const [request] = (await find(browser)).requests;
    expect(request?.practitioner?.name).to.equal('Dana Lee, MD');
  });

  it('says which proxy has made it', async () => {
    const { backend } = await openWith(mycooper, 'full');
    const bob = new Browser(backend);
    await bob.signIn('bob.example');
    expect(requestOf(await ask(bob)).requestedBy).to.equal('Bob Example');
  });

  it('is one, however often it is sent with its key', async () => {
    const { backend, browser } = await openWith();
    const key = crypto.randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => ask(browser, {}, { key })));
    expect(new Set(answers.map((answer) => requestOf(answer).id)).size).to.equal(1);
    expect(backend.db.tables.appointmentRequests.size).to.equal(1);
    const events = backend.db.tables.auditEvents.by('patientId', 'ann');
    expect(events.map(({ action }) => action)).to.deep.equal(['requested-appointment']);
  });

  it('is withdrawn while it waits, once', async () => {
    const { backend, browser } = await openWith();
    const asked = requestOf(await ask(browser));
    const key = crypto.randomUUID();
    const withdrawn = await withdraw(browser, asked.id, { key });
    expect(successOf(contract.withdrawAppointmentRequest, withdrawn)).to.deep.equal({
      ...asked,
      status: 'withdrawn',
      withdrawable: null,
    });
    expect(await withdraw(browser, asked.id, { key })).to.deep.equal(withdrawn);
    const again = await withdraw(browser, asked.id);
    expect(again.status).to.equal(409);
    expect(refusalOf(again)).to.deep.equal({ rule: undefined, next: ['reload'] });
    for (const answered of [
      bookAppointment(backend, { ...booking, requestId: asked.id }),
      declineAppointmentRequest(backend, asked.id, 'No.'),
    ]) {
      const error = await answered.catch(String);
      expect(error).to.equal('DeskError: This request isn’t waiting anymore.');
    }
    expect(backend.db.tables.appointments.size).to.equal(0);
  });

  it('is not withdrawn once it was answered', async () => {
    const { backend, browser } = await openWith();
    const booked = requestOf(await ask(browser));
    const declined = requestOf(await ask(browser));
    await bookAppointment(backend, { ...booking, requestId: booked.id });
    await declineAppointmentRequest(backend, declined.id, 'No.');
    for (const { id } of [booked, declined]) {
      expect((await withdraw(browser, id)).status).to.equal(409);
    }
  });

  it('is not answered by an appointment of somebody else, nor one that there is not', async () => {
    const { backend, browser } = await openWith();
    const { id } = requestOf(await ask(browser));
    for (const booked of [
      bookAppointment(backend, { ...booking, patientId: 'bob', requestId: id }),
      bookAppointment(backend, { ...booking, requestId: 'nothing' }),
      declineAppointmentRequest(backend, 'nothing', 'No.'),
    ]) {
      expect(await booked.catch(String)).to.equal('DeskError: There is no such request.');
    }
    expect(backend.db.tables.appointments.size).to.equal(0);
  });

  it('of somebody else is answered as one that does not exist, byte for byte', async () => {
    const { backend, browser } = await openWith();
    const { id } = requestOf(await ask(browser));
    const bob = new Browser(backend);
    await bob.signIn('bob.example');
    expect((await search(bob)).status).to.equal(404);
    expect(await search(bob)).to.deep.equal(await search(bob, {}, 'nobody'));
    expect((await ask(bob)).status).to.equal(404);
    const nowhere = await withdraw(bob, 'nothing', { subject: 'bob' });
    expect(nowhere.status).to.equal(404);
    expect(await withdraw(bob, id, { subject: 'bob' })).to.deep.equal(nowhere);
    expect(await withdraw(bob, id)).to.deep.equal(nowhere);
    expect((await find(browser)).requests.map(({ status }) => status)).to.deep.equal(['pending']);
  });

  it('is sent and shown by nobody who is not signed in', async () => {
    const { browser } = await openPortal();
    await browser.session();
    for (const answer of [
      await ask(browser),
      await search(browser),
      await withdraw(browser, 'request'),
    ]) {
      expect(answer.status).to.equal(401);
    }
  });
});

describe('the list of requests', () => {
  it('has the latest first, by pages', async () => {
    const { browser, clock } = await openWith();
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      ids.unshift(requestOf(await ask(browser)).id);
      clock.advance({ minutes: 1 });
    }
    const first = await find(browser, { limit: 3 });
    expect(first.total).to.equal(5);
    const second = await find(browser, { limit: 3, cursor: first.nextCursor });
    expect(second.nextCursor).to.equal(null);
    const listed = [...first.requests, ...second.requests].map(({ id }) => id);
    expect(listed).to.deep.equal(ids);
  });
});
