import { expect } from 'chai';
import { mychart } from '../../../src/policy/mychart.js';
import { problemOf } from '../../support/portal.js';
import { openWithCode, wanted } from '../family/new-patient.js';
import { open, recover } from '../recovery/recovery.js';

/** Somebody who has signed in, with the state of the preferences that is changed. */
const openPreferences = async () => {
  const portal = await open(mychart);
  await portal.browser.signIn('ann.example');
  const put = async (path: string, body: object) => {
    const { headers } = await portal.browser.send('GET', '/account/preferences');
    const match = { 'If-Match': headers['etag'] ?? '' };
    return portal.browser.write('PUT', path, body, match);
  };
  return { ...portal, put };
};

describe('an e-mail address as it was copied', () => {
  it('is cleaned at sign-up, both times', async () => {
    const { backend, browser } = await openWithCode(mychart);
    const answer = await browser.signUp({
      ...wanted,
      email: 'mailto:eve@example.org',
      emailAgain: 'Eve <eve@example.org>,',
    });
    expect(answer.status, answer.text).to.equal(204);
    const [account] = backend.db.tables.accounts.by('patientId', 'eve');
    expect(account?.email).to.equal('eve@example.org');
  });

  it('is cleaned where the username is forgotten', async () => {
    const { backend, browser } = await open(mychart);
    await recover(browser, { email: 'ann@example.org\u200b', birthDate: '1980-01-01' });
    expect(backend.db.tables.emails.size).to.equal(1);
  });

  it('that cannot be delivered to is refused, with how to mend it', async () => {
    const { browser } = await openWithCode(mychart);
    const email = 'eve@example..org';
    const answer = await browser.signUp({ ...wanted, email, emailAgain: email });
    expect(answer.status).to.equal(400);
    const [error, ...others] = problemOf(answer).errors ?? [];
    expect(error).to.include({ pointer: '/body/email', reason: 'no-email-address' });
    expect(others).to.deep.equal([]);
  });
});

describe('a phone number as it was copied', () => {
  it('is kept with ordinary dashes, and with its extension', async () => {
    const { backend, put } = await openPreferences();
    const phone = '856–555‑0100 x12';
    const answer = await put('/account/contact', { address: null, phone });
    expect(answer.status, answer.text).to.equal(200);
    expect(backend.db.tables.patients.get('ann')?.contact.phone).to.equal('856-555-0100 ext. 12');
  });

  it('without its digits is refused, with how to mend it', async () => {
    const { put } = await openPreferences();
    const answer = await put('/account/contact', { address: null, phone: '(---) ---' });
    expect(answer.status).to.equal(400);
    expect(problemOf(answer).errors?.[0]).to.include({
      pointer: '/body/phone',
      reason: 'no-phone-number',
    });
  });
});
