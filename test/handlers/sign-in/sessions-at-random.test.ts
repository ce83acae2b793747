import { expect } from 'chai';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { all } from '../../support/extent.js';
import { giveByForm, openFamily, proxyOf, type FamilyPortal } from '../../support/family-portal.js';
import { Browser, sessionOf, type Answer } from '../../support/portal.js';
import { fc, runs } from '../../support/properties.js';
import { endProxy } from '../../../stories/fixtures/support/staff.js';

/** Four accounts; each of these people has a record, too. */
const people = ['ann', 'bob', 'eve', 'kid'] as const;
type PersonId = (typeof people)[number];

/** Two computers, on each of which several people sign in, in two tabs. */
const browserNames = ['desk', 'kitchen'] as const;
const tabCount = 2;
const stepsOfRun = 50;

const step = fc.record({
  what: fc.constantFrom(
    ...(['sign-in', 'sign-in', 'sign-out', 'look', 'read', 'read', 'drafts', 'own'] as const),
    ...(['save', 'save', 'save', 'save-race', 'out-race', 'give', 'give', 'end'] as const),
  ),
  browser: fc.nat({ max: browserNames.length - 1 }),
  tab: fc.nat({ max: tabCount - 1 }),
  who: fc.constantFrom(...people),
  of: fc.constantFrom(...people),
  access: fc.constantFrom('full' as const, 'view' as const),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const sequences = fc.array(step, { minLength: stepsOfRun, maxLength: stepsOfRun });

/** A page, and what it believes: who is signed in, and whether its token is of the session there is. */
interface Tab {
  readonly browser: Browser;
  who: PersonId | null;
  /** Which session of the computer its token is of. */
  session: number;
}

interface Computer {
  readonly tabs: readonly Tab[];
  who: PersonId | null;
  /** Counts the sessions, each of which has a token of its own. */
  session: number;
}

const marker = (by: PersonId | null, of: PersonId) => `by ${by ?? 'nobody'} in ${of}`;

class World {
  #computers: readonly Computer[] = [];
  readonly #access = new Map<string, 'full' | 'view'>();
  #count = 0;

  constructor(readonly portal: FamilyPortal) {}

  async startOver(): Promise<void> {
    this.#access.clear();
    await this.portal.backend.db.transact((tables) => {
      for (const table of [tables.proxies, tables.consentForms, tables.drafts, tables.sessions]) {
        for (const { id } of [...table.values()]) table.delete(id);
      }
    });
    this.#count += 1;
    this.#computers = browserNames.map((name) => ({
      who: null,
      session: 0,
      tabs: Array.from({ length: tabCount }, () => ({
        browser: new Browser(this.portal.backend, { browser: `${name} ${this.#count}` }),
        who: null,
        session: -1,
      })),
    }));
    for (const computer of this.#computers)
      for (const tab of computer.tabs) await this.#look(computer, tab);
  }

  #may(who: PersonId | null, of: PersonId): 'full' | 'view' | undefined {
    if (who === null) return undefined;
    return who === of ? 'full' : this.#access.get(`${of} ${who}`);
  }

  async take(each: Step): Promise<void> {
    const { what, who, of, access } = each;
    const computer = this.#computers[each.browser];
    const tab = computer?.tabs[each.tab];
    const other = computer?.tabs[(each.tab + 1) % tabCount];
    if (!computer || !tab || !other) throw new Error('There is no such tab.');
    const { backend } = this.portal;
    switch (what) {
      case 'sign-in':
        await this.#look(computer, tab); // as the sign-in form does
        return this.#signIn(computer, tab, who);
      case 'sign-out': {
        const answer = await tab.browser.send('DELETE', '/session');
        if (computer.who) this.#expectFresh(computer, tab, answer, 204);
        if (answer.status === 204) this.#signedOut(computer);
        return;
      }
      case 'look':
        return this.#look(computer, tab);
      case 'read': {
        const answer = await tab.browser.search(of);
        const open = this.#may(computer.who, of) !== undefined;
        this.#expectFresh(computer, tab, answer, computer.who ? (open ? 200 : 404) : 401);
        expect(answer.text.includes(`Panel of ${of}`)).to.equal(answer.status === 200);
        this.#expectOnly(answer, of, computer.who);
        return;
      }
      case 'own': {
        // A read of what is everybody's own, with the token of the page, as our client sends it.
        const headers = { 'X-CSRF-Token': tab.browser.csrfToken };
        const answer = await tab.browser.send('GET', '/account/preferences', { headers });
        this.#expectFresh(computer, tab, answer, computer.who ? 200 : 401);
        for (const other of people) {
          if (other !== tab.who) expect(answer.text).not.to.contain(`${other}@`);
        }
        return;
      }
      case 'drafts': {
        const answer = await tab.browser.write('POST', `/patients/${of}/drafts/search`, {});
        this.#expectOnly(answer, of, computer.who);
        return;
      }
      case 'save': {
        const answer = await this.#save(tab, of);
        const access = this.#may(computer.who, of);
        const status = !computer.who ? 401 : access === 'full' ? 200 : access ? 403 : 404;
        this.#expectFresh(computer, tab, answer, status);
        this.#expectOnly(answer, of, computer.who);
        return;
      }
      case 'save-race': {
        // The one page still believes in the one person while another signs in beside it.
        await this.#look(computer, other);
        await Promise.all([this.#save(tab, of), this.#signIn(computer, other, who)]);
        return;
      }
      case 'out-race': {
        await this.#look(computer, other);
        const [, out] = await Promise.all([
          this.#save(tab, of),
          other.browser.send('DELETE', '/session'),
        ]);
        expect(out.status).to.equal(204);
        this.#signedOut(computer);
        return;
      }
      case 'give':
        if (of === who) return;
        await giveByForm(backend, of, who, { relationship: 'parent', access });
        this.#access.set(`${of} ${who}`, access);
        return;
      case 'end':
        if (!this.#access.delete(`${of} ${who}`)) return;
        return endProxy(backend, proxyOf(backend, of, who).id);
    }
  }

  /** A request with the token of another session does nothing and tells nothing. */
  #expectFresh(computer: Computer, tab: Tab, answer: Answer, status: number): void {
    const fresh = tab.session === computer.session;
    if (fresh) expect(answer.status, answer.text).to.equal(status);
    else if (computer.who) expect(answer.text).to.contain('forged-request');
    else expect(answer.text).to.match(/forged-request|signed-out/);
  }

  /** Nothing of another record, and no draft of another person. */
  #expectOnly({ text }: Answer, of: PersonId, who: PersonId | null): void {
    for (const other of people) {
      if (other !== of) expect(text).not.to.contain(`Panel of ${other}`);
      if (other !== of) expect(text).not.to.contain(`in ${other}`);
      if (other !== who) expect(text).not.to.contain(`by ${other}`);
    }
  }

  async #look(computer: Computer, tab: Tab): Promise<void> {
    const answer = await tab.browser.session();
    const shown = answer.status === 'signed-in' ? answer.subjects[0]?.id : null;
    expect(shown).to.equal(computer.who);
    tab.who = computer.who;
    tab.session = computer.session;
  }

  async #signIn(computer: Computer, tab: Tab, who: PersonId): Promise<void> {
    const answer = await tab.browser.signIn(`${who}.example`);
    expect(answer.status, answer.text).to.equal(200);
    const session = sessionOf(answer);
    expect(session.status === 'signed-in' && session.subjects[0]?.id).to.equal(who);
    computer.who = tab.who = who;
    computer.session = tab.session = this.#count += 1;
  }

  #signedOut(computer: Computer): void {
    computer.who = null;
    computer.session = this.#count += 1;
  }

  #save({ browser, who }: Tab, of: PersonId): Promise<Answer> {
    return browser.write('PUT', `/patients/${of}/drafts/d${(this.#count += 1)}`, {
      form: 'message',
      writer: 'page',
      sequence: 1,
      content: { text: marker(who, of) },
      replaces: null,
    });
  }

  /** Whatever has been stored was stored by who meant it, where it was meant. */
  checkEffects(): void {
    const { accounts, drafts } = this.portal.backend.db.tables;
    for (const { accountId, patientId, content } of drafts.values()) {
      const by = accounts.get(accountId)?.patientId as PersonId;
      expect(content?.['text']).to.equal(marker(by, patientId as PersonId));
    }
  }
}

describe('for any order in which people sign in and out, in several tabs of several computers', () => {
  const policy: PortalPolicy = lakeside;

  it('nobody gets a datum of another, and nothing is done as another', async () => {
    const world = new World(await openFamily(policy));
    const property = fc.asyncProperty(sequences, async (steps) => {
      await world.startOver();
      for (const each of steps) await world.take(each);
      world.checkEffects();
    });
    // 3,000 steps, or 300. Shrinking what fails would take longer than a test may.
    await fc.assert(property, { numRuns: runs(all ? 60 : 6), endOnFailure: true });
  });
});
