import { expect } from 'chai';
import { readThread, reply, send, sentOf, unread } from '../family/family.js';
import { openDesk } from '../desk/desk-portal.js';
import { familyOf, relatives, subjectsOf } from '../../support/family-portal.js';
import type { Browser } from '../../support/portal.js';
import { makeCareTeamMember, makePerson } from '../../support/sample-people.js';

const markRead = async (browser: Browser, thread: string) => {
  const through = (await readThread(browser, thread)).messages.at(-1)?.id;
  await browser.write('PUT', `/patients/ann/threads/${thread}/read`, { through });
};

describe('an answer of the desk to a message of the patient', () => {
  const by = 'Dana Lee, MD';

  it('is unread, the first as each later one, until it is read', async () => {
    const { browser, desk } = await openDesk({
      people: [{ ...makePerson('ann', 'ann.example'), careTeam: [makeCareTeamMember()] }],
    });
    await browser.signIn('ann.example');
    const { thread } = sentOf(await send(browser));
    const params = { thread };
    const left = async () => (await unread(browser)).messages;
    expect(await left()).to.equal(0);
    for (let round = 0; round < 2; round += 1) {
      await desk.call('answerMessage', { params, body: { by, text: 'Come in tomorrow.' } });
      expect(await left(), `round ${round}`).to.equal(1);
      await desk.call('answerMessage', { params, body: { by, text: 'At nine.' } });
      expect(await left(), `round ${round}`).to.equal(2);
      await markRead(browser, thread);
      expect(await left(), `round ${round}`).to.equal(0);
      await reply(browser, {}, { thread });
      await reply(browser, { text: 'See you.' }, { thread });
      expect(await left(), `round ${round}, after a reply`).to.equal(0);
    }
  });
});

describe('a consent form after another one, while the proxy is signed in', () => {
  it('opens its record beside the first, and each form is told as it stands', async () => {
    const { browser, clock, desk } = await openDesk({ people: relatives });
    await browser.signIn('bob.example');
    const handIn = async (patient: string) => {
      const body = { proxy: 'bob', relationship: 'parent' } as const;
      const { form } = await desk.call('handInConsentForm', { params: { patient }, body });
      return { params: { form } };
    };
    await desk.call('processConsentForm', { ...(await handIn('ann')), body: { access: 'view' } });
    expect(await subjectsOf(browser)).to.deep.equal(['bob', 'ann']);
    clock.advance({ minutes: 1 });
    const second = await handIn('kid');
    expect((await familyOf(browser)).consentForms.map(({ state }) => state)).to.deep.equal([
      'waiting',
    ]);
    await desk.call('processConsentForm', { ...second, body: { access: 'full' } });
    expect(await subjectsOf(browser)).to.deep.equal(['bob', 'ann', 'kid']);
    const { open, consentForms } = await familyOf(browser);
    expect(open.map(({ subject, access }) => [subject, access])).to.deep.equal([
      ['ann', 'view'],
      ['kid', 'full'],
    ]);
    expect(consentForms).to.deep.equal([]);
  });
});
