import { expect } from 'chai';
import * as z from 'zod/mini';
import { assumed } from '../../../src/policy/assumed.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { mistakesOfPolicy } from '../../../src/policy/check-policy.js';
import { policyShape } from '../../../src/policy/generated/policy-shape.js';
import { loadPolicy } from '../../../src/policy/load-policy.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { PolicyError } from '../../../src/policy/policy-error.js';
import { portalPolicySchema } from '../../../src/policy/portal-policy.js';
import { mistakesOf } from '../../../src/shape/shape.js';
import { fc, runs } from '../../support/properties.js';

const changed = (change: (policy: Record<string, Record<string, unknown>>) => void): object => {
  const copy = structuredClone(mycooper);
  change(copy as unknown as Record<string, Record<string, unknown>>);
  return copy;
};

const attachments = {
  maxFiles: 2,
  maxFileMegabytes: 10,
  maxTotalMegabytes: 10,
  types: ['image/png'],
};

const paths = (candidate: unknown) => mistakesOfPolicy(candidate).map(({ path }) => path);

const failure = async (source: string | object, fetchFile?: typeof fetch): Promise<PolicyError> => {
  try {
    await loadPolicy(source, fetchFile);
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
  throw new Error('The policy was accepted.');
};

/** Every path to a value that is no object. */
const leaves = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]))
    : [path];

describe('presets', () => {
  for (const preset of [mychart, mycooper]) {
    it(`${preset.id} is a policy`, () => {
      expect(mistakesOfPolicy(preset)).to.deep.equal([]);
      expect(z.safeParse(portalPolicySchema, preset).error).to.equal(undefined);
    });
  }

  it('state what the two portals state', () => {
    expect([
      mychart.activation.expiresAfterDays,
      mycooper.activation.expiresAfterDays,
    ]).to.deep.equal([30, 90]);
    expect([mychart.login.maxAttempts, mycooper.login.maxAttempts]).to.deep.equal([5, 5]);
    expect(mychart.login.unlock).to.deep.equal(['support-line', 'reset-link']);
    expect(mycooper.login.unlock).to.deep.equal(['office']);
    expect([mychart.session.idleMinutes, mycooper.session.idleMinutes]).to.deep.equal([15, 15]);
    expect(mychart.results.typicalDays).to.deep.equal({ from: 1, to: 12 });
    expect(mycooper.results.contactAfter).to.deep.equal({ days: 4, businessDays: true });
    expect([mychart.renewal.replyBusinessDays, mycooper.renewal.replyBusinessDays]).to.deep.equal([
      3, 2,
    ]);
    expect(mychart.support.phone).to.equal('1-844-369-2667');
    expect(mycooper.support.email).to.equal('MyCooperSupport@cooperhealth.edu');
    expect([mychart.signup.securityQuestion, mycooper.signup.securityQuestion]).to.deep.equal([
      false,
      true,
    ]);
  });

  for (const preset of [mychart, mycooper]) {
    it(`say which values ${preset.id} leaves open`, () => {
      const paths: readonly string[] = assumed[preset.id as keyof typeof assumed];
      const known = leaves(preset).map((keys) => keys.join('.'));
      for (const path of paths) {
        expect(
          known.some((each) => each === path || each.startsWith(`${path}.`)),
          path,
        ).to.equal(true);
      }
      expect(paths.includes('login.maxAttempts')).to.equal(preset === mychart);
      expect(paths.includes('activation.expiresAfterDays')).to.equal(false);
    });
  }
});

describe('a policy of the hospital’s own', () => {
  it('may differ from the presets in whatever a policy decides', () => {
    expect(mistakesOfPolicy(lakeside)).to.deep.equal([]);
  });

  it('may go as far as a limit does', () => {
    const wide = changed((policy) => {
      Object.assign(policy['session'] ?? {}, { idleMinutes: 3, warnMinutes: 2 });
      Object.assign(policy['calendar'] ?? {}, { opens: '08:00', closes: '08:01' });
      Object.assign(policy['results'] ?? {}, { typicalDays: { from: 2, to: 2 } });
      const replyBusinessDays = { from: 3, to: 3 };
      Object.assign(policy['messages'] ?? {}, { attachments, replyBusinessDays });
    });
    expect(mistakesOfPolicy(wide)).to.deep.equal([]);
  });

  it('is refused with every mistake, named by path', () => {
    const wrong = changed((policy) => {
      Object.assign(policy['session'] ?? {}, { idleMinutes: '15', warnMinuts: 2 });
      Object.assign(policy['login'] ?? {}, { unlock: ['fax'] });
      delete policy['renewal'];
    });
    expect(paths(wrong)).to.have.members([
      'session.idleMinutes',
      'session.warnMinuts',
      'login.unlock[0]',
      'renewal',
    ]);
  });

  for (const [what, path, change] of [
    ['a warning before the beginning', 'session.warnMinutes', { session: { warnMinutes: 15 } }],
    ['a time zone that nobody knows', 'timeZone', { timeZone: 'America/Camden' }],
    ['hours that close before they open', 'calendar.closes', { calendar: { closes: '07:59' } }],
    [
      'hours that close as they open',
      'calendar.closes',
      { calendar: { opens: '08:00', closes: '08:00' } },
    ],
    ['a support line without a number', 'login.unlock', { login: { unlock: ['support-line'] } }],
    [
      'a reset that locked accounts may not have',
      'login.unlock',
      { login: { unlock: ['reset-link'] } },
    ],
    [
      'a way out of the lockout that resets no password',
      'login.unlock',
      {
        login: { unlock: ['reset-link'] },
        password: { lockedReset: true, resetBy: ['support-line'] },
        support: { phone: '1-555-555-0100' },
      },
    ],
    [
      'a way out that is offered twice',
      'login.unlock',
      { login: { unlock: ['office', 'office'] } },
    ],
    ['a supply that is offered twice', 'renewal.supplyDays', { renewal: { supplyDays: [30, 30] } }],
    [
      'a reset by a line without a number',
      'password.resetBy',
      { password: { resetBy: ['support-line'] } },
    ],
    [
      'a file that is larger than all files together',
      'messages.attachments.maxFileMegabytes',
      { messages: { attachments: { ...attachments, maxFileMegabytes: 11 } } },
    ],
    [
      'fewer unsent files than one message can have',
      'messages.unsent.files',
      { messages: { attachments: { ...attachments, maxFiles: 13 } } },
    ],
    [
      'a phone without digits',
      'support.officePhone',
      { support: { officePhone: '(---) --- ----' } },
    ],
    ['a phone with too few digits', 'support.phone', { support: { phone: '555-01-8---' } }],
    [
      'a store at an address with a username',
      'mobile.appStore',
      { mobile: { appStore: 'https://apps.example.com@other.example/' } },
    ],
    [
      'a store at an address that is none',
      'mobile.googlePlay',
      { mobile: { googlePlay: 'https://%' } },
    ],
    ['one mistake of form', 'session.idleMinutes', { session: { idleMinutes: '15' } }],
    [
      'waits the wrong way round',
      'results.typicalDays.from',
      { results: { typicalDays: { from: 9, to: 2 } } },
    ],
    [
      'replies the wrong way round',
      'messages.replyBusinessDays.from',
      { messages: { replyBusinessDays: { from: 9, to: 2 } } },
    ],
  ] as const) {
    it(`is refused for ${what}`, () => {
      const wrong = changed((policy) => {
        for (const [area, members] of Object.entries<object | string>(change)) {
          const given = policy as Record<string, unknown>;
          const isArea = typeof members === 'object' && !Array.isArray(members);
          given[area] = isArea ? { ...policy[area], ...members } : members;
        }
      });
      expect(paths(wrong)).to.deep.equal([path]);
    });
  }

  it('is judged by the generated check as by its schema', () => {
    const values = fc.oneof(
      fc.constantFrom<unknown>('', 'office', null, true, 0, 1, 15, -1, 1.5, 1e9, '08:00', [], {}, [
        'office',
      ]),
      fc.string({ maxLength: 400 }),
      fc.integer(),
    );
    const path = fc.constantFrom(...leaves(mycooper));
    fc.assert(
      fc.property(path, values, (keys, value) => {
        const copy: unknown = structuredClone(mycooper);
        const last = keys[keys.length - 1] ?? '';
        const parent = keys
          .slice(0, -1)
          .reduce((object, key) => (object as Record<string, unknown>)[key], copy);
        (parent as Record<string, unknown>)[last] = value;
        const fits = mistakesOf(policyShape, copy).length === 0;
        expect(fits).to.equal(z.safeParse(portalPolicySchema, copy).success);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('that is an object is checked too', async () => {
    const error = await failure({ id: 'x' });
    expect(error.mistakes.map(({ path }) => path)).to.include('session');
    expect(error.message).to.contain('session: expected');
    const once = await failure(
      changed((policy) => Object.assign(policy['session'] ?? {}, { idleMinutes: '15' })),
    );
    expect(once.mistakes.map(({ path }) => path)).to.deep.equal(['session.idleMinutes']);
    expect(await loadPolicy(structuredClone(mychart))).to.deep.equal(mychart);
  });

  it('by name is the preset', async () => {
    expect(await loadPolicy('mychart')).to.equal(mychart);
    expect(await loadPolicy('mycooper')).to.equal(mycooper);
  });
});
