import { expect } from 'chai';
import * as z from 'zod/mini';
import type { Person } from '../../../mocks/db/records/index.js';
import { demographics, demographicsCategories } from '../../../src/contract/record/demographics.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { Browser, openPortal, problemOf, refusalOf, type Answer } from '../../support/portal.js';
import { makePerson } from '../../support/sample-people.js';

type Access = NonNullable<Person['proxyFor']>[number]['access'];

/** Ann, who is the mother of Ben (7). */
const open = async (policy: PortalPolicy, access: Access = 'full') => {
  const child = makePerson('ben', '');
  const people: Person[] = [
    {
      ...makePerson('ann', 'ann.example'),
      proxyFor: [{ patientId: 'ben', relationship: 'parent', access, since: 0 }],
    },
    { patient: { ...child.patient, birthDate: '2018-05-05' }, reports: [] },
    makePerson('bob', 'bob.example'),
  ];
  const portal = await openPortal({ policy, people });
  await portal.browser.signIn('ann.example');
  return portal;
};

const pathOf = (subject: string) => `/patients/${subject}/demographics`;

const read = (browser: Browser, subject = 'ann') => browser.send('GET', pathOf(subject));

const answered = ({ status, text }: Answer) => {
  expect(status, text).to.equal(200);
  return z.parse(demographics, JSON.parse(text));
};

interface Typed {
  readonly categories?: readonly string[];
  readonly details?: string | null;
  readonly declined?: boolean;
}

/** Saves over what was read just now. */
const save = async (browser: Browser, typed: Typed, subject = 'ann'): Promise<Answer> => {
  const { etag } = answered(await read(browser, subject));
  return saveOver(browser, etag, typed, subject);
};

const saveOver = (
  browser: Browser,
  etag: string,
  typed: Typed,
  subject = 'ann',
  key: string = crypto.randomUUID(),
) =>
  browser.write(
    'PUT',
    pathOf(subject),
    { categories: [], details: null, declined: false, ...typed },
    { 'If-Match': etag, 'Idempotency-Key': key },
  );

for (const policy of policies) {
  const state = policy.demographics.requiredByState;

  describe(`demographics.race-ethnicity under ${policy.id}`, () => {
    it(state ? `asks because ${state} requires it` : 'asks nothing', async () => {
      const { browser } = await open(policy);
      const answer = await read(browser);
      if (state === null) {
        return void expect(refusalOf(answer)).to.deep.equal({
          rule: 'demographics.race-ethnicity',
          next: ['ask-at-next-visit'],
        });
      }
      const { etag, ...told } = answered(answer);
      expect(told).to.deep.equal({
        requiredByState: state,
        answer: null,
        change: { allowed: true },
      });
      expect(answer.headers['etag']).to.equal(etag);
    });

    it(state ? 'takes an answer' : 'takes no answer', async () => {
      const { backend, browser } = await open(policy);
      const saved =
        state === null
          ? await saveOver(browser, '"anything"', { categories: ['white'] })
          : await save(browser, { categories: ['white'] });
      const stored = backend.db.tables.demographics.get('ann');
      if (state === null) {
        expect(refusalOf(saved).rule).to.equal('demographics.race-ethnicity');
        return void expect(stored).to.equal(undefined);
      }
      expect(answered(saved).answer?.categories).to.deep.equal(['white']);
      expect(answered(await read(browser))).to.deep.equal(answered(saved));
    });

    it('tells nothing about a record that cannot be opened', async () => {
      const { browser } = await open(policy);
      expect((await read(browser, 'bob')).status).to.equal(404);
      expect((await saveOver(browser, '"x"', { declined: true }, 'bob')).status).to.equal(404);
    });
  });
}

describe('an answer about race and ethnicity', () => {
  it('may be several categories and own words, and comes back in the order of the directive', async () => {
    const { browser, clock } = await open(mycooper);
    const saved = await save(browser, {
      categories: [...demographicsCategories.toReversed(), 'asian'].slice(0, 7),
      details: '  Lenape and Puerto Rican ',
    });
    expect(answered(saved).answer).to.deep.equal({
      categories: demographicsCategories,
      details: 'Lenape and Puerto Rican',
      declined: false,
      savedAt: new Date(clock.now()).toISOString(),
    });
  });

  it('counts a category that is given twice once', async () => {
    const { browser } = await open(mycooper);
    const saved = await save(browser, { categories: ['white', 'asian', 'white'] });
    expect(answered(saved).answer?.categories).to.deep.equal(['asian', 'white']);
  });

  it('may be own words alone', async () => {
    const { browser } = await open(mycooper);
    const saved = await save(browser, { details: 'x'.repeat(200) });
    expect(answered(saved).answer?.details).to.have.lengthOf(200);
  });

  it('may be declined, which can be changed later', async () => {
    const { browser } = await open(mycooper);
    const declined = answered(await save(browser, { declined: true }));
    expect(declined.answer).to.deep.include({ categories: [], details: null, declined: true });
    const changed = answered(await save(browser, { categories: ['asian'] }));
    expect(changed.answer).to.deep.include({ categories: ['asian'], declined: false });
  });

  const wrong: readonly (readonly [what: string, typed: Typed, pointer: string])[] = [
    ['nothing at all', {}, '/body/categories'],
    ['nothing but space', { details: '   ' }, '/body/categories'],
    ['declined with a category', { declined: true, categories: ['white'] }, '/body/categories'],
    ['declined with words', { declined: true, details: 'Lenape' }, '/body/details'],
    ['a category that there is not', { categories: ['martian'] }, '/body/categories/0'],
  ];
  for (const [what, typed, pointer] of wrong) {
    it(`is not ${what}`, async () => {
      const { backend, browser } = await open(mycooper);
      const answer = await save(browser, typed);
      expect(answer.status).to.equal(400);
      expect(problemOf(answer).errors?.map((error) => error.pointer)).to.deep.equal([pointer]);
      expect(backend.db.tables.demographics.get('ann')).to.equal(undefined);
    });
  }

  it('is not saved over one that came in between', async () => {
    const { backend, browser } = await open(mycooper);
    const { etag } = answered(await read(browser));
    const elsewhere = new Browser(backend);
    await elsewhere.signIn('ann.example');
    await save(elsewhere, { declined: true });
    const late = await saveOver(browser, etag, { categories: ['white'] });
    expect(late.status).to.equal(412);
    expect(refusalOf(late).next).to.deep.equal(['reload']);
    expect(answered(await read(browser)).answer?.declined).to.equal(true);
  });

  it('that is sent again with its key is one, and answered as it was, though its etag is old by now', async () => {
    const { browser } = await open(mycooper);
    const { etag } = answered(await read(browser));
    const send = () =>
      saveOver(browser, etag, { declined: true }, 'ann', 'a-key-made-up-at-random');
    const first = await send();
    expect(answered(first).answer?.declined).to.equal(true);
    expect(await send()).to.deep.equal(first);
  });
});

describe('demographics of a child', () => {
  it('are answered by a parent with full access, in the child’s record', async () => {
    const { backend, browser } = await open(mycooper);
    expect(answered(await save(browser, { categories: ['asian'] }, 'ben')).answer).not.to.equal(
      null,
    );
    expect(answered(await read(browser)).answer).to.equal(null);
    expect(
      backend.db.tables.auditEvents
        .by('patientId', 'ben')
        .map(({ action, actor }) => [action, actor.kind]),
    ).to.deep.equal([
      ['viewed-demographics', 'proxy'],
      ['answered-demographics', 'proxy'],
    ]);
  });

  it('are read, not changed, by one who may only look, and told so beforehand', async () => {
    const { browser } = await open(mycooper, 'view');
    const { change, etag } = answered(await read(browser, 'ben'));
    const next = [{ action: 'ask-patient' }];
    const viewOnly = { rule: 'proxy.friends-and-family', case: 'view-only', next };
    expect(change).to.deep.equal({ allowed: false, ...viewOnly });
    const refused = await saveOver(browser, etag, { categories: ['asian'] }, 'ben');
    expect(problemOf(refused)).to.deep.include(viewOnly);
    expect(answered(await read(browser, 'ben')).answer).to.equal(null);
  });
});
