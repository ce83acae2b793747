import { expect } from 'chai';
import { birthDate, check, code, openWithCode as open, wanted } from '../family/new-patient.js';
import { lakeside, policies } from '../../../stories/fixtures/support/policies.js';
import { Browser, problemOf, refusalOf } from '../../support/portal.js';
import { rejection } from '../../support/rejection.js';
import { fc, tries } from '../../support/properties.js';
import { issueCode } from '../../../stories/fixtures/support/staff.js';

for (const policy of policies) {
  const { maxAttempts } = policy.login;

  describe(`activation.issued-at-visit under ${policy.id}`, () => {
    it('answers an unknown code as a wrong date of birth, byte for byte, at each count', async () => {
      const { browser } = await open(policy);
      for (let n = 1; n <= maxAttempts + 1; n += 1) {
        const unknown = await check(browser, { code: 'ABCDE', birthDate });
        const wrongDay = await check(browser, { code, birthDate: '1980-01-02' });
        expect(unknown).to.deep.equal(wrongDay);
        expect(problemOf(unknown)).to.include({
          rule: 'activation.issued-at-visit',
          attemptsLeft: Math.max(maxAttempts - n, 0),
        });
      }
      expect(refusalOf(await check(browser)).rule).to.equal('activation.issued-at-visit');
    });

    it(`lets the right date in as try ${maxAttempts}, and counts anew after it`, async () => {
      const { browser } = await open(policy);
      for (let round = 0; round < 2; round += 1) {
        for (let n = 1; n < maxAttempts; n += 1) {
          await check(browser, { code, birthDate: '1980-01-02' });
        }
        expect((await check(browser)).status, `round ${round}`).to.equal(200);
      }
    });

    it('counts tries from every browser, at checks and at sign-ups', async () => {
      const { backend } = await open(policy);
      const wrong = { ...wanted, birthDate: '1999-09-09' };
      for (let n = 0; n < maxAttempts; n += 1) {
        const browser = new Browser(backend);
        await browser.session();
        await (n % 2 ? check(browser, wrong) : browser.signUp(wrong));
      }
      const browser = new Browser(backend);
      await browser.session();
      expect(problemOf(await browser.signUp(wanted))).to.include({ attemptsLeft: 0 });
    });

    it('says by whom to ask for one', async () => {
      const { browser } = await open(policy);
      const { next } = refusalOf(await check(browser, { code: 'ABCDE', birthDate }));
      const ways = ['try-again', 'call-office', 'ask-at-next-visit'];
      const byEmail = policy.activation.helpByEmail ? ['email-support'] : [];
      expect(next).to.deep.equal([...ways, ...byEmail]);
    });

    it('is what staff do: a new code works, and the one before does not', async () => {
      const { backend, browser } = await open(policy);
      const first = await issueCode(backend, 'eve');
      const second = await issueCode(backend, 'eve');
      expect(second).to.match(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}$/);
      for (const old of [code, first]) {
        const answer = await browser.signUp({ ...wanted, code: old });
        expect(refusalOf(answer).rule).to.equal('activation.issued-at-visit');
      }
      expect((await browser.signUp({ ...wanted, code: second })).status).to.equal(204);
    });

    it('keeps no code that could be read', async () => {
      const { backend } = await open(policy);
      const issued = await issueCode(backend, 'eve');
      const stored = JSON.stringify([...backend.db.tables.activationCodes.values()]);
      expect(stored).not.to.contain(issued).and.not.to.contain(issued.replaceAll('-', ''));
    });
  });

  describe(`activation.single-use under ${policy.id}`, () => {
    it('refuses the second use, in any browser and however it is asked', async () => {
      const { backend, browser } = await open(policy);
      for (let n = 0; n < 3; n += 1) expect((await check(browser)).status).to.equal(200);
      expect((await browser.signUp(wanted)).status).to.equal(204);
      const other = new Browser(backend);
      await other.session();
      for (const answer of [
        await browser.signUp({ ...wanted, username: 'another' }),
        await other.signUp({ ...wanted, username: 'another' }),
        await check(other),
      ]) {
        expect(refusalOf(answer)).to.deep.include({
          rule: 'activation.single-use',
          next: ['sign-in', 'recover-username', 'call-office'],
        });
      }
      expect(backend.db.tables.accounts.by('patientId', 'eve')).to.have.length(1);
    });

    it('is not used up by a sign-up that is refused', async () => {
      const { browser } = await open(policy);
      await browser.signUp({ ...wanted, password: 'short' });
      expect((await browser.signUp(wanted)).status).to.equal(204);
    });

    it('tells whoever has not the date of birth nothing of the use', async () => {
      const { browser } = await open(policy);
      await browser.signUp(wanted);
      const answer = await check(browser, { code, birthDate: '1980-01-02' });
      expect(refusalOf(answer).rule).to.equal('activation.issued-at-visit');
    });
  });

  describe(`activation.expires under ${policy.id}`, () => {
    const days = policy.activation.expiresAfterDays;
    // The last moment, and the first too late: of the day that is so many days after the issue.
    const boundaries = {
      mychart: {
        'summer time begins': ['2026-02-10T22:00:00Z', '2026-03-12', '2026-03-13T04:00:00Z'],
        'summer time ends': ['2026-10-11T03:59:00Z', '2026-11-09', '2026-11-10T05:00:00Z'],
        'New Year': ['2026-12-01T12:00:00Z', '2026-12-31', '2027-01-01T05:00:00Z'],
      },
      mycooper: {
        'summer time begins': ['2026-01-10T05:00:00Z', '2026-04-10', '2026-04-11T04:00:00Z'],
        'summer time ends': ['2026-09-01T12:00:00Z', '2026-11-30', '2026-12-01T05:00:00Z'],
        'New Year': ['2026-10-02T12:00:00Z', '2026-12-31', '2027-01-01T05:00:00Z'],
      },
      lakeside: {
        'no change of the clocks': ['2026-03-01T15:00:00Z', '2026-03-12', '2026-03-12T15:00:00Z'],
        'the day of the issue in UTC': [
          '2026-03-01T14:59:59Z',
          '2026-03-11',
          '2026-03-11T15:00:00Z',
        ],
        'New Year': ['2026-12-21T12:00:00Z', '2026-12-31', '2026-12-31T15:00:00Z'],
      },
    }[policy.id as 'mychart' | 'mycooper' | 'lakeside'];

    for (const [name, [issuedAt = '', worksThrough = '', end = '']] of Object.entries(boundaries)) {
      it(`works through day ${days} and not on the day after: ${name}`, async () => {
        const { browser, clock } = await open(policy, issuedAt);
        clock.set(new Date(Date.parse(end) - 1).toISOString());
        const answer = await check(browser);
        expect(JSON.parse(answer.text)).to.deep.equal({ worksThrough });
        clock.set(end);
        await browser.session();
        const ways = ['call-office', 'ask-at-next-visit'];
        const byEmail = policy.activation.helpByEmail ? ['email-support'] : [];
        for (const late of [await check(browser), await browser.signUp(wanted)]) {
          expect(refusalOf(late)).to.deep.include({
            rule: 'activation.expires',
            next: [...ways, ...byEmail],
          });
        }
      });
    }

    it('lets somebody sign up at the last moment', async () => {
      const [issuedAt = '', , end = ''] = boundaries['New Year'];
      const { browser, clock } = await open(policy, issuedAt);
      clock.set(new Date(Date.parse(end) - 1).toISOString());
      expect((await browser.signUp(wanted)).status).to.equal(204);
    });
  });

  describe(`activation.not-a-username under ${policy.id}`, () => {
    it('refuses the code as username and as password, however it is written', async () => {
      const { browser } = await open(policy);
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', '')]) {
        for (const field of ['username', 'password']) {
          expect(refusalOf(await browser.signUp({ ...wanted, [field]: typed }))).to.deep.equal({
            rule: 'activation.not-a-username',
            next: ['try-again'],
            pointers: [`/body/${field}`],
          });
        }
      }
    });
  });
}

describe('trying codes', () => {
  it('is refused to a browser without cookies, and to a page that is not ours', async () => {
    const { backend } = await open(lakeside);
    const without = new Browser(backend, { cookies: false });
    await without.session();
    for (const answer of [await check(without), await without.signUp(wanted)]) {
      expect(problemOf(answer).rule).to.equal('login.cookies-required');
    }
    const forged = await new Browser(backend).signUp(wanted);
    expect(problemOf(forged).type).to.equal('urn:portal-widgets:problem:forged-request');
  });

  it('is limited in each minute, together with other tries', async () => {
    const { backend, browser } = await open(lakeside);
    await backend.setPolicy(lakeside);
    for (let n = 0; n < lakeside.login.requestsPerMinute - 1; n += 1) {
      await check(browser, { code: `CODE${n}`, birthDate });
    }
    expect((await browser.signIn('no.body', 'wrong')).status).to.equal(401);
    expect((await check(browser)).status).to.equal(429);
  });
});

describe('a code, whatever is done with it', () => {
  it('never works twice', async () => {
    const { backend } = await open({ ...lakeside, login: { ...lakeside.login, maxAttempts: 100 } });
    const browsers = [new Browser(backend), new Browser(backend)];
    const step = fc.record({
      who: fc.nat(1),
      what: fc.constantFrom('check', 'signUp', 'repeat', 'reissue', 'wrong'),
      key: fc.constantFrom('a-key-of-16-chars-1', 'a-key-of-16-chars-2'),
      name: fc.constantFrom('eve.one', 'eve.two'),
      together: fc.boolean(),
    });
    const property = fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      await backend.reset();
      for (const browser of browsers) await browser.session();
      let current = code;
      for (const { who, what, key, name, together } of steps) {
        const browser = browsers[who] ?? new Browser(backend);
        const body = { ...wanted, code: current, username: name };
        const hasAccount = backend.db.tables.accounts.by('patientId', 'eve').length > 0;
        if (what === 'reissue') {
          const issued = issueCode(backend, 'eve');
          if (hasAccount) await rejection(issued);
          else current = await issued;
        } else if (what === 'check') await check(browser, { code: current, birthDate });
        else if (what === 'wrong') await browser.signUp({ ...body, birthDate: '1999-01-01' }, key);
        else if (together) await Promise.all([browser.signUp(body, key), browser.signUp(body)]);
        else await browser.signUp(body, what === 'repeat' ? key : undefined);
        const { accounts, activationCodes } = backend.db.tables;
        const own = accounts.by('patientId', 'eve').length;
        const used = activationCodes.by('patientId', 'eve').filter((each) => each.used).length;
        expect(own).to.be.at.most(1);
        expect(used).to.equal(own);
      }
    });
    await fc.assert(property, { numRuns: tries(1000) });
  });
});
