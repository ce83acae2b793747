import { expect, fixtureCleanup, html } from '@open-wc/testing';
import { outcomes, type Outcome } from '../../../mocks/faults.js';
import { mychart } from '../../../src/policy/mychart.js';
import '../../../src/define.js';
import type { PortalSession } from '../../../src/widgets/portal-session/portal-session.js';
import { actFor, giveAccess, ids, okafors } from '../../../stories/fixtures/steps/relatives.js';
import { fc, tries } from '../../support/properties.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';
import { marked, markOf, tracesIn } from '../support/marked.js';
import { mount, type Stage } from '../support/mount.js';
import { allByRole, nameOf } from '../../../stories/fixtures/support/query.js';

const keys = ['henry', 'ada', 'grace'] as const;
type Key = (typeof keys)[number];

/** The widgets of a record. */
const tags = [
  'test-results',
  'med-renewal',
  'health-summary',
  'portal-appointments',
  'portal-demographics',
  'secure-inbox',
  'family-access',
] as const;

const step = fc.oneof(
  fc.record({ do: fc.constant('switch' as const), to: fc.constantFrom(...keys) }),
  fc.record({
    do: fc.constant('press' as const),
    widget: fc.nat(tags.length - 1),
    button: fc.nat(12),
  }),
  fc.record({ do: fc.constantFrom('hold' as const, 'release' as const, 'mend' as const) }),
  fc.record({ do: fc.constant('break' as const), outcome: fc.constantFrom(...outcomes) }),
  fc.record({ do: fc.constant('wait' as const), turns: fc.nat(12) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What is printed, chosen from disk or opened elsewhere is not pressed. */
const isPressed = (button: HTMLElement): boolean => !/print|file|attach|call/i.test(nameOf(button));

/** Henry's page with every widget of a record, over the real client; Ada's and Grace's are his to open. */
class Page {
  readonly #stage: Stage<HTMLElement>;
  readonly #releases: (() => void)[] = [];
  #open: Key = 'henry';

  private constructor(stage: Stage<HTMLElement>) {
    this.#stage = stage;
  }

  static async open(): Promise<Page> {
    const now = new ManualTimers().now();
    const stage = await mount<HTMLElement>(
      html`
        <test-results></test-results>
        <med-renewal></med-renewal>
        <health-summary></health-summary>
        <portal-appointments></portal-appointments>
        <portal-demographics></portal-demographics>
        <secure-inbox></secure-inbox>
        <family-access></family-access>
      `,
      {
        policy: mychart,
        people: okafors.map((person, at) => marked(person(now), keys[at] ?? '')),
        signedInAs: 'henry.okafor',
        // By a form, this policy knows parents and guardians only.
        prepare: (backend) => void giveAccess(backend, 'grace', 'henry'),
      },
    );
    await stage.backend.db.transact(({ auditEvents, invitations }) => {
      for (const key of keys) {
        const patientId = ids[key];
        const actor = { kind: 'staff', name: `Front desk ${markOf(key)}` } as const;
        auditEvents.put({ id: `event-${key}`, patientId, at: now, actor, action: 'issued-code' });
        invitations.put({
          id: `invitation-${key}`,
          patientId,
          name: `A friend ${markOf(key)}`,
          email: 'a.friend@example.com',
          relationship: 'other-family',
          access: 'view',
          sentAt: now,
        });
      }
    });
    await actFor(stage.session, ids.henry);
    return new Page(stage);
  }

  get #session(): PortalSession {
    return this.#stage.session;
  }

  get #widgets(): readonly HTMLElement[] {
    return [...this.#session.children].filter((each) => each instanceof HTMLElement);
  }

  async take(each: Step): Promise<void> {
    const { faults } = this.#stage.backend;
    switch (each.do) {
      case 'switch':
        this.#open = each.to;
        await actFor(this.#session, ids[each.to]);
        break;
      case 'press': {
        const widget = this.#widgets[each.widget];
        if (!widget?.shadowRoot) break;
        const buttons = allByRole(widget, 'button').filter(isPressed);
        buttons[each.button % Math.max(1, buttons.length)]?.click();
        break;
      }
      case 'hold':
        this.#releases.push(faults.hold('all'));
        faults.set('getSession', {});
        break;
      case 'release':
        this.#release();
        break;
      case 'break':
        this.#break(each.outcome);
        break;
      case 'mend':
        faults.clear();
        break;
      case 'wait':
        for (let turn = 0; turn < each.turns; turn += 1) {
          await new Promise((resolve) => setTimeout(resolve));
          this.#check();
        }
    }
    await this.#rendered();
    this.#check();
  }

  /** Everything comes that is late; then each widget has the open record, and nobody else's. */
  async settle(): Promise<void> {
    const { faults } = this.#stage.backend;
    faults.clear();
    this.#release();
    const to = keys[(keys.indexOf(this.#open) + 1) % keys.length] ?? 'henry';
    await this.take({ do: 'switch', to });
    const [results] = this.#widgets;
    await eventually(() => {
      this.#check();
      expect(tracesIn(results ?? this.#session)).to.deep.equal(new Set([to]));
    });
  }

  async signOut(): Promise<void> {
    await this.#session.signOut();
    await this.#rendered();
    expect([...tracesIn(this.#session)]).to.deep.equal([]);
  }

  #break(outcome: Outcome): void {
    const { faults } = this.#stage.backend;
    faults.set('all', { outcome });
    faults.set('getSession', {});
  }

  #release(): void {
    for (const release of this.#releases.splice(0)) release();
  }

  async #rendered(): Promise<void> {
    for (const widget of this.#widgets) {
      await (widget as Partial<PortalSession>).updateComplete;
    }
  }

  #check(): void {
    for (const widget of this.#widgets) {
      const others = [...tracesIn(widget)].filter((key) => key !== this.#open);
      expect(others, `${widget.localName} while ${this.#open} is open`).to.deep.equal([]);
    }
  }
}

describe('switching between records', () => {
  it('shows, whatever widget it is in, each record’s own data', async () => {
    const page = await Page.open();
    for (let time = 0; time < keys.length; time += 1) await page.settle();
    await page.signOut();
  });

  it('never shows a datum of one person while another’s record is open, in any order of answers', async () => {
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 14 }),
      async (steps) => {
        const page = await Page.open();
        try {
          for (const each of steps) await page.take(each);
          await page.settle();
          await page.signOut();
        } finally {
          fixtureCleanup();
        }
      },
    );
    await fc.assert(property, { numRuns: tries(20) });
  });
});
