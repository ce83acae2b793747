import { expect } from 'chai';
import { proxyRelationships, type PortalPolicy } from '../../../src/policy/portal-policy.js';
import {
  accept,
  change,
  invite,
  openFamily,
  subjectsOf,
  takeBack,
  tokenTo,
  type FamilyPortal,
} from '../../support/family-portal.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import type { Browser } from '../../support/portal.js';
import { rejection } from '../../support/rejection.js';
import { fc, tries } from '../../support/properties.js';
import {
  endProxy,
  handInConsentForm,
  processConsentForm,
} from '../../../stories/fixtures/support/staff.js';

/** By their names, as records are listed. */
const people = ['ann', 'bob', 'kid'] as const;
type PersonId = (typeof people)[number];

const birthDates = { ann: '1980-01-01', bob: '1981-02-02', kid: '2015-06-01' };

/** When Kid comes of age. */
const cameOfAge = ({ id }: PortalPolicy): number =>
  Date.parse(id === 'lakeside' ? '2031-05-31T15:00:00Z' : '2033-06-01T04:00:00Z');

/** The simple truth about who may open what: an access by form ends with the childhood it began in. */
class Model {
  readonly #accesses = new Map<string, { access: 'full' | 'view'; endsAt: number }>();

  constructor(readonly policy: PortalPolicy) {}

  isChild(of: PersonId, now: number): boolean {
    return of === 'kid' && now < cameOfAge(this.policy);
  }

  give(of: PersonId, to: PersonId, access: 'full' | 'view', endsAt: number): void {
    this.#accesses.set(`${of} ${to}`, { access, endsAt });
  }

  end(of: PersonId, to: PersonId): void {
    this.#accesses.delete(`${of} ${to}`);
  }

  /** What somebody may do in a record now; undefined: not open it. */
  access(of: PersonId, to: PersonId, now: number): 'self' | 'full' | 'view' | undefined {
    if (of === to) return 'self';
    const access = this.#accesses.get(`${of} ${to}`);
    return access && now < access.endsAt ? access.access : undefined;
  }

  isProxy(of: PersonId, to: PersonId, now: number): boolean {
    return of !== to && this.access(of, to, now) !== undefined;
  }

  /** Whether the patient decides in the portal about an access that there is. */
  decides(of: PersonId, to: PersonId, now: number): boolean {
    const bound = this.#accesses.get(`${of} ${to}`)?.endsAt !== Infinity;
    return this.policy.proxy.friendsAndFamily && this.isProxy(of, to, now) && !bound;
  }
}

const step = fc.record({
  what: fc.constantFrom('form', 'form', 'invite', 'change', 'take-back', 'give-up', 'end', 'clock'),
  of: fc.constantFrom(...people),
  to: fc.constantFrom(...people),
  relationship: fc.constantFrom(...proxyRelationships),
  access: fc.constantFrom('full' as const, 'view' as const),
  approved: fc.boolean(),
  /** Milliseconds from the moment at which Kid comes of age. */
  time: fc.constantFrom(-1e11, -1, 0, 1e9),
  probe: fc.record({ by: fc.constantFrom(...people), of: fc.constantFrom(...people) }),
});
const sequences = fc.array(step, { minLength: 1, maxLength: 5 });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** People at one portal, each in a browser of their own, and the model of what they may do. */
class World {
  #model: Model;
  readonly #browsers = new Map<PersonId, Browser>();
  readonly #start: number;

  constructor(
    readonly portal: FamilyPortal,
    readonly policy: PortalPolicy,
  ) {
    this.#model = new Model(policy);
    this.#start = portal.clock.now();
  }

  /** As it was at first, but for the person who is signed in: opening a new portal takes longer. */
  async startOver(): Promise<void> {
    this.#model = new Model(this.policy);
    this.portal.clock.set(new Date(this.#start).toISOString());
    await this.portal.backend.db.transact((tables) => {
      for (const table of [tables.proxies, tables.consentForms, tables.invitations]) {
        for (const { id } of [...table.values()]) table.delete(id);
      }
    });
  }

  async #as(id: PersonId): Promise<Browser> {
    const browser = this.#browsers.get(id) ?? (await this.portal.as(id));
    this.#browsers.set(id, browser);
    return browser;
  }

  #proxyId(of: PersonId, to: PersonId): string {
    const all = this.portal.backend.db.tables.proxies.by('patientId', of);
    return all.find(({ proxyPatientId }) => proxyPatientId === to)?.id ?? 'none';
  }

  /** Does a step: it succeeds if the model says so, and only then does the model change. */
  async take(step: Step): Promise<void> {
    const { of, to, access } = step;
    const model = this.#model;
    const now = this.portal.clock.now();
    switch (step.what) {
      case 'form':
        return this.#handIn(step);
      case 'invite':
        return this.#invite(step);
      case 'change': {
        const answer = await change(await this.#as(of), of, this.#proxyId(of, to), access);
        const decides = model.decides(of, to, now);
        expect(answer.status === 200).to.equal(decides);
        if (decides) model.give(of, to, access, Infinity);
        return;
      }
      case 'take-back': {
        const answer = await takeBack(await this.#as(of), of, this.#proxyId(of, to));
        const decides = model.decides(of, to, now);
        expect(answer.status === 200).to.equal(decides);
        if (decides) model.end(of, to);
        return;
      }
      case 'give-up': {
        const path = `/family/${this.#proxyId(of, to)}`;
        const answer = await (await this.#as(to)).send('DELETE', path);
        const holds = model.isProxy(of, to, now);
        expect(answer.status).to.equal(holds ? 204 : 404);
        if (holds) model.end(of, to);
        return;
      }
      case 'end': {
        const ended = endProxy(this.portal.backend, this.#proxyId(of, to));
        const holds = model.isProxy(of, to, now);
        await (holds ? ended : rejection(ended));
        if (holds) model.end(of, to);
        return;
      }
      case 'clock':
        this.portal.clock.set(new Date(cameOfAge(this.policy) + step.time).toISOString());
        this.#browsers.clear(); // idle for so long, everybody is signed out
    }
  }

  async #handIn({ of, to, relationship, access, approved }: Step): Promise<void> {
    if (of === to) return;
    const { backend, clock } = this.portal;
    const form = await handInConsentForm(backend, {
      patientId: of,
      proxyPatientId: to,
      relationship,
    });
    const processed = processConsentForm(backend, form, { approved, access });
    if (!approved) return processed;
    if (!this.policy.proxy.relationships.includes(relationship)) {
      await rejection(processed);
      return processConsentForm(backend, form, { approved: false });
    }
    await processed;
    const ofChild = this.#model.isChild(of, clock.now());
    this.#model.give(of, to, access, ofChild ? cameOfAge(this.policy) : Infinity);
  }

  async #invite({ of, to, relationship, access }: Step): Promise<void> {
    const sent = await invite(await this.#as(of), of, { relationship, access });
    const can = this.policy.proxy.friendsAndFamily && relationship !== 'guardian';
    expect(sent.status).to.equal(can ? 200 : 403);
    if (!can) return;
    const accepted = await accept(await this.#as(to), tokenTo(this.portal.backend), birthDates[of]);
    expect(accepted.status).to.equal(of === to ? 403 : 204);
    if (of !== to) this.#model.give(of, to, access, Infinity);
  }

  /** What somebody finds in a record, and in the session, is what the model says. */
  async check(by: PersonId, of: PersonId): Promise<void> {
    const browser = await this.#as(by);
    const now = this.portal.clock.now();
    const access = this.#model.access(of, by, now);
    const open = access !== undefined;
    const full = access === 'self' || access === 'full';
    const others = people.filter((id) => id !== by && this.#model.access(id, by, now));
    expect(await subjectsOf(browser)).to.deep.equal([by, ...others]);

    const results = await browser.search(of);
    const result = await browser.send('GET', `/patients/${of}/results/report-of-${of}`);
    for (const { text } of [results, result]) {
      expect(text).to.match(open ? new RegExp(`Panel of ${of}`) : /not-found/);
      for (const other of people) if (other !== of) expect(text).not.to.contain(`of ${other}`);
    }
    const events = await browser.write('POST', `/patients/${of}/audit-events/search`, {});
    expect(events.status).to.equal(full ? 200 : open ? 403 : 404);
    const sharing = await browser.send('GET', `/patients/${of}/sharing`);
    const sees = access === 'self' || (access === 'full' && this.#model.isChild(of, now));
    expect(sharing.status).to.equal(sees ? 200 : open ? 403 : 404);
  }
}

describe('for any sequence of proxies given, changed, taken back, and birthdays', () => {
  for (const policy of policies) {
    it(`everybody opens what is theirs to open, and never another's: ${policy.id}`, async () => {
      const world = new World(await openFamily(policy), policy);
      const property = fc.asyncProperty(sequences, async (steps) => {
        await world.startOver();
        for (const each of steps) {
          await world.take(each);
          await world.check(each.probe.by, each.probe.of);
        }
      });
      await fc.assert(property, { numRuns: tries(350) }); // 1,050 with all three
    });
  }
});
