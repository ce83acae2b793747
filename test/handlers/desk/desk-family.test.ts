import { expect } from 'chai';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { openDesk, refusal } from './desk-portal.js';
import { canOpen, familyOf, relatives, subjectsOf } from '../../support/family-portal.js';

const open = async (options: Parameters<typeof openDesk>[0] = {}) => {
  const portal = await openDesk({ people: relatives, ...options });
  await portal.browser.signIn('bob.example');
  return portal;
};

type Desk = Awaited<ReturnType<typeof open>>['desk'];

const ann = { params: { patient: 'ann' } };

const handIn = async (desk: Desk, relationship: 'spouse' | 'parent' = 'spouse') => {
  const { form } = await desk.call('handInConsentForm', {
    ...ann,
    body: { proxy: 'bob', relationship },
  });
  return { params: { form } };
};

const waiting = async (desk: Desk) =>
  (await desk.call('searchPatientConsentForms', { ...ann, body: {} })).forms;

const proxies = async (desk: Desk) =>
  (await desk.call('searchPatientProxies', { ...ann, body: {} })).proxies;

describe('consent forms at the desk', () => {
  it('open nothing while they wait', async () => {
    const { browser, desk } = await open();
    const { params } = await handIn(desk);
    expect(await waiting(desk)).to.deep.equal([
      {
        id: params.form,
        proxy: { id: 'bob', name: 'Bob Example' },
        relationship: 'spouse',
        handedInAt: '2026-03-02T15:00:00.000Z',
        approvable: { allowed: true },
      },
    ]);
    expect(await subjectsOf(browser)).to.deep.equal(['bob']);
    expect(await proxies(desk)).to.deep.equal([]);
  });

  it('are approved once, and the session of the proxy lists the record', async () => {
    const { browser, desk } = await open();
    const decision = { ...(await handIn(desk)), body: { access: 'view' } } as const;
    await desk.call('processConsentForm', decision);
    expect(await subjectsOf(browser)).to.deep.equal(['bob', 'ann']);
    expect(await canOpen(browser, 'ann')).to.equal(true);
    expect(await waiting(desk)).to.deep.equal([]);
    expect((await proxies(desk))[0]).to.deep.include({
      proxy: { id: 'bob', name: 'Bob Example' },
      relationship: 'spouse',
      access: 'view',
      givenBy: 'consent-form',
      endsOn: null,
    });
    expect((await refusal(desk.call('processConsentForm', decision))).status).to.equal(409);
  });

  it('are declined, and the one who asked is told', async () => {
    const { browser, desk } = await open();
    await desk.call('processConsentForm', { ...(await handIn(desk)), body: { access: null } });
    expect(await subjectsOf(browser)).to.deep.equal(['bob']);
    expect((await familyOf(browser)).consentForms[0]?.state).to.equal('declined');
    expect(await waiting(desk)).to.deep.equal([]);
  });

  it('proxy.relationships: cannot be approved where the policy does not know it', async () => {
    const { browser, desk } = await open({ policy: lakeside });
    const form = await handIn(desk, 'spouse');
    const [listed] = await waiting(desk);
    expect(listed?.approvable).to.deep.include({ allowed: false, rule: 'proxy.relationships' });
    const no = await refusal(
      desk.call('processConsentForm', { ...form, body: { access: 'full' } }),
    );
    expect(no.status).to.equal(409);
    expect(await canOpen(browser, 'ann')).to.equal(false);
    await desk.call('processConsentForm', { ...form, body: { access: null } });
  });

  it('are taken in once, about two different people', async () => {
    const { desk } = await open();
    await handIn(desk);
    expect((await refusal(handIn(desk))).status).to.equal(409);
    const body = { proxy: 'ann', relationship: 'spouse' } as const;
    expect((await refusal(desk.call('handInConsentForm', { ...ann, body }))).status).to.equal(409);
    expect(await waiting(desk)).to.have.length(1);
  });
});

describe('access to records at the desk', () => {
  it('is ended, and the next request of the proxy finds nothing', async () => {
    const { browser, desk } = await open();
    await desk.call('processConsentForm', { ...(await handIn(desk)), body: { access: 'full' } });
    const [access] = await proxies(desk);
    const proxy = { params: { proxy: access?.id ?? '' } };
    await desk.call('endProxy', proxy);
    expect(await canOpen(browser, 'ann')).to.equal(false);
    expect(await proxies(desk)).to.deep.equal([]);
    expect((await refusal(desk.call('endProxy', proxy))).status).to.equal(404);
  });

  it('is listed latest first, a page at a time', async () => {
    const { clock, desk } = await open();
    for (const proxy of ['bob', 'eve']) {
      const body = { proxy, relationship: 'spouse' } as const;
      const { form } = await desk.call('handInConsentForm', { ...ann, body });
      await desk.call('processConsentForm', { params: { form }, body: { access: 'full' } });
      clock.advance({ minutes: 1 });
    }
    const page = async (cursor: string | null) =>
      desk.call('searchPatientProxies', { ...ann, body: { cursor, limit: 1 } });
    const first = await page(null);
    expect(first.total).to.equal(2);
    expect(first.proxies[0]?.proxy.id).to.equal('eve');
    expect((await page(first.nextCursor)).proxies[0]?.proxy.id).to.equal('bob');
  });

  it('and forms that are not there are not found', async () => {
    const { desk } = await open();
    const nobody = { params: { patient: 'nobody' } };
    const body = { proxy: 'nobody', relationship: 'spouse' } as const;
    for (const work of [
      () => desk.call('searchPatientConsentForms', { ...nobody, body: {} }),
      () => desk.call('searchPatientProxies', { ...nobody, body: {} }),
      () => desk.call('handInConsentForm', { ...ann, body }),
      () =>
        desk.call('processConsentForm', { params: { form: 'nothing' }, body: { access: null } }),
      () => desk.call('endProxy', { params: { proxy: 'nothing' } }),
    ]) {
      expect((await refusal(work())).status).to.equal(404);
    }
  });
});
