import { expect, html } from '@open-wc/testing';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import type { HeldRequest } from '../../../mocks/faults.js';
import { mychart } from '../../../src/policy/mychart.js';
import '../../../src/widgets/health-summary/define.js';
import '../../../src/widgets/portal-preferences/define.js';
import '../../../src/widgets/proxy-switcher/define.js';
import '../../../src/widgets/secure-inbox/define.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { allByRole, textOf } from '../../../stories/fixtures/support/query.js';
import { fillIn } from '../../../stories/fixtures/steps/user.js';
import { all, isChromium } from '../../support/extent.js';
import { fc, runs } from '../../support/properties.js';
import { mount } from '../support/mount.js';

/** Who signs in at this computer, and the phone number that each of them types. */
const typedBy = {
  'rosa.delgado': '1-555-555-0171',
  'henry.okafor': '1-555-555-0172',
  'june.whitfield': '1-555-555-0173',
  'mina.park': '1-555-555-0174',
} as const;
type Username = keyof typeof typedBy;
const usernames = Object.keys(typedBy) as Username[];

const paths = ['/session', '/preferences', '/contact', '/family', '/summary', '/search'];

const step = fc.record({
  what: fc.constantFrom(
    ...(['sign-in', 'elsewhere', 'elsewhere', 'sign-out', 'refresh', 'open'] as const),
    ...(['type', 'type', 'save', 'save', 'hold', 'hold', 'release'] as const),
  ),
  who: fc.constantFrom(...usernames),
  at: fc.nat({ max: 5 }),
  turns: fc.nat({ max: 6 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

const open = async () => {
  const stage = await mount<HTMLElement>(
    html`
      <portal-preferences></portal-preferences>
      <health-summary></health-summary>
      <proxy-switcher></proxy-switcher>
      <secure-inbox></secure-inbox>
    `,
    { policy: mychart },
  );
  const { session, backend } = stage;
  const { tables } = backend.db;
  const people = [...tables.patients.values()].map(({ id, givenName, familyName, contact }) => ({
    id,
    words: [`${givenName} ${familyName}`, contact.email ?? '-'].filter((text) => text !== '-'),
  }));
  const phones = () =>
    new Map([...tables.patients.values()].map(({ id, contact }) => [id, contact.phone]));
  const before = phones();
  const held: HeldRequest[] = [];
  const state = () => {
    const now = session.context?.store.getState();
    return now?.status === 'signed-in' ? now : undefined;
  };
  const usernameNow = () => {
    const name = state()?.account.displayName.toLowerCase().replace(' ', '.');
    return usernames.find((each) => each === name);
  };

  /** What the page says is only of records that whoever it believes in may open. */
  const expectOnlyOwn = () => {
    const mine = new Set(state()?.subjects.map(({ id }) => id) ?? []);
    const text = textOf(session);
    for (const { id, words } of people) {
      if (mine.has(id)) continue;
      for (const word of words) {
        if (text.includes(word)) throw new Error(`It says "${word}" of another: ${text}`);
      }
    }
  };

  /** A phone number was only ever saved for whom it was typed. */
  const expectOwnEffects = () => {
    for (const [id, phone] of phones()) {
      if (phone === before.get(id)) continue;
      const [account] = tables.accounts.by('patientId', id);
      expect(phone).to.equal(typedBy[account?.username as Username]);
    }
  };

  const act = async ({ what, who, at }: Step) => {
    const store = session.context?.store;
    const field = session.querySelector<HTMLInputElement>('input[name=phone]');
    const path = paths[at] ?? '';
    const ignored = () => {}; // refused, unreachable, somebody else: what is shown then counts
    switch (what) {
      case 'sign-in':
        void store
          ?.dispatch({ type: 'sign-in', username: who, password: demoPassword })
          .catch(ignored);
        return;
      case 'elsewhere':
        return stage.signInElsewhere(who).catch(ignored);
      case 'sign-out':
        void session.signOut().catch(ignored);
        return;
      case 'refresh':
        void store?.dispatch({ type: 'refresh' }).catch(ignored);
        return;
      case 'open': {
        const subjects = state()?.subjects ?? [];
        const subject = subjects[at % Math.max(1, subjects.length)];
        if (subject) void store?.dispatch({ type: 'open-record', subject: subject.id });
        return;
      }
      case 'type': {
        const typist = usernameNow();
        const [summary] = allByRole(session, 'button', /address or phone/);
        if (!field && summary?.matches('summary')) summary.click();
        if (field && typist) fillIn(field, typedBy[typist]);
        return;
      }
      case 'save':
        if (field) allByRole(session, 'button', 'Save my address and phone')[0]?.click();
        return;
      case 'hold':
        held.push(stage.holdAnswer(path));
        return;
      case 'release':
        for (const each of held.splice(0)) each.release();
    }
  };

  const end = () => {
    for (const each of held.splice(0)) each.release();
  };
  return { ...stage, act, end, expectOnlyOwn, expectOwnEffects };
};

describe('several people at one computer, at random', () => {
  it('see nothing of each other, and do nothing in each other’s name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
        const world = await open();
        for (const each of steps) {
          await world.act(each);
          for (let turns = 0; turns <= each.turns; turns += 1) {
            await turn();
            world.expectOnlyOwn();
          }
          world.expectOwnEffects();
        }
        world.end();
        await eventually(() => {
          if (textOf(world.session).includes('Loading…')) throw new Error('It is loading.');
        });
        world.expectOnlyOwn();
        world.expectOwnEffects();
        world.session.remove();
      }),
      { numRuns: runs(isChromium || all ? 6 : 2), endOnFailure: true },
    );
  });
});
