import { expect } from 'chai';
import { readProblem, secondsToWait } from '../../../src/client/problem-details.js';
import {
  fieldReasons,
  nextActions,
  type FieldError,
  type NextStep,
} from '../../../src/contract/problems.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { ruleCases, ruleIds } from '../../../src/policy/rules.js';
import { problemsOf } from '../../../src/ui/form/form-problems.js';
import { accountRefusals } from '../../../src/ui/refusals/account-refusals.js';
import { refusalView } from '../../../src/ui/refusals/refusal-note.js';
import { fc, runs } from '../../support/properties.js';
import { wordsOf } from '../support/template.js';

const accountRefusal = refusalView(accountRefusals);

const wait: NextStep = { action: 'wait', at: '2026-05-04T13:31:00Z' };
const pharmacy: NextStep = {
  action: 'call-pharmacy',
  contact: { name: 'Quay Street Pharmacy', phone: '1-555-555-0181' },
};

describe('problem details', () => {
  it('are read as the contract has them, with every rule, step and reason', () => {
    const errors = fieldReasons.map((reason): FieldError => ({
      pointer: '/body/password',
      detail: 'For developers.',
      reason,
    }));
    const next: NextStep[] = [
      ...nextActions.map((action) => ({ action })),
      wait,
      pharmacy,
      { action: 'switch-subject', subject: 'leo' },
    ];
    for (const rule of ruleIds) {
      const body = {
        type: 'urn:portal-widgets:problem:refused',
        rule,
        case: 'elsewhere',
        next,
        errors,
        attemptsLeft: 0,
      };
      expect(readProblem(body)).to.deep.equal({
        rule,
        case: 'elsewhere',
        next,
        errors,
        attemptsLeft: 0,
      });
    }
  });

  it('keep each part that is right beside any that is not', () => {
    const { next } = readProblem({
      next: [
        null,
        'wait',
        [],
        {},
        { action: 5 },
        wait,
        { ...wait, at: 'soon' },
        { ...wait, at: 17 },
        { ...pharmacy, contact: null },
        { ...pharmacy, contact: { name: 'Quay Street Pharmacy', phone: 5 } },
        { action: 'switch-subject', subject: {} },
        pharmacy,
      ],
    });
    expect(next).to.deep.equal([
      wait,
      { action: 'wait' },
      { action: 'wait' },
      { action: 'call-pharmacy' },
      { action: 'call-pharmacy' },
      { action: 'switch-subject' },
      pharmacy,
    ]);
    const { errors } = readProblem({
      errors: [null, 5, {}, { pointer: 5 }, { pointer: '/body/a', detail: {}, reason: [] }],
    });
    expect(errors).to.deep.equal([{ pointer: '/body/a', detail: '' }]);
  });

  it('without any step that makes sense lead to the office, those without steps nowhere', () => {
    for (const next of [null, 'wait', 5, {}, [null], [{}]]) {
      expect(readProblem({ next }).next).to.deep.equal([{ action: 'call-office' }]);
    }
    for (const body of [{}, { next: [] }, null, undefined, [], 'no', 5]) {
      expect(readProblem(body).next).to.deep.equal([]);
    }
  });

  it('have no rule, case or count of tries that is none', () => {
    for (const rule of [
      null,
      5,
      {},
      [],
      '',
      'no rule',
      'login.',
      '.lockout',
      '"><script>',
      'A.B',
    ]) {
      expect(readProblem({ rule }).rule).to.equal(undefined);
    }
    for (const of of [null, 5, {}, [], '', 'no case', '-a', 'a/b', '"><script>', 'A']) {
      expect(readProblem({ rule: 'login.no-hints', case: of }).case).to.equal(undefined);
    }
    for (const attemptsLeft of [null, '3', -1, 1.5, 1e308, -Infinity, NaN, {}, []]) {
      expect(readProblem({ attemptsLeft }).attemptsLeft).to.equal(undefined);
    }
  });

  it('whatever they are become words', () => {
    const context = { policy: mycooper, locale: 'en', faqHref: '/faq' };
    const anything = fc.record(
      {
        type: fc.anything(),
        rule: fc.oneof(fc.constantFrom(...ruleIds), fc.anything()),
        case: fc.oneof(fc.constantFrom(...Object.values(ruleCases).flat()), fc.anything()),
        next: fc.oneof(
          fc.array(
            fc.oneof(
              fc.record({
                action: fc.constantFrom(...nextActions, 'else'),
                contact: fc.anything(),
                at: fc.anything(),
              }),
              fc.anything(),
            ),
          ),
          fc.anything(),
        ),
        errors: fc.oneof(
          fc.array(fc.record({ pointer: fc.string(), reason: fc.anything() })),
          fc.anything(),
        ),
        attemptsLeft: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const property = fc.property(anything, (body) => {
      const { rule = 'login.no-hints', ...read } = readProblem(body);
      const words = wordsOf(accountRefusal({ rule, ...read }, context, {}));
      expect(words)
        .to.match(/\w/)
        .and.not.match(/undefined|NaN|Invalid|\[object/);
      problemsOf({ kind: 'refused', errors: read.errors }, {});
    });
    fc.assert(property, { numRuns: runs(300) });
  });

  it('name no field by what every object has', () => {
    const errors = ['constructor', '__proto__', 'toString'].map((pointer) => ({
      pointer,
      detail: '',
    }));
    expect(problemsOf({ kind: 'invalid-request', errors }, {})).to.deep.equal([]);
  });

  it('of a password do not speak of a passkey where the count of tries cannot be read', () => {
    const context = { policy: mycooper, locale: 'en', faqHref: null };
    const {
      case: password,
      next,
      attemptsLeft,
    } = readProblem({
      case: 'password',
      next: [{ action: 'try-again' }, { action: 'reset-password' }],
      attemptsLeft: 'a few',
    });
    const words = wordsOf(
      accountRefusal({ rule: 'login.no-hints', case: password, next, attemptsLeft }, context, {}),
    );
    expect(words).to.match(/^That username and password don’t match\./);
    expect(words).not.to.contain('attempts left');
  });
});

describe('Retry-After (RFC 9110, 10.2.3)', () => {
  const now = Date.parse('1994-11-06T08:49:07Z');

  for (const [retryAfter, seconds] of [
    ['17', 17],
    [' 120 ', 120],
    // Each form that an HTTP date has had.
    ['Sun, 06 Nov 1994 08:49:37 GMT', 30],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 30],
    ['Sun Nov  6 08:49:37 1994', 30],
    ['Sun, 06 Nov 1994 08:49:07 GMT', 2],
    ['Mon, 06 Nov 1989 08:49:37 GMT', 2],
    ['0', 2],
    // Longer than anybody is kept out.
    ['86400', 600],
    ['9'.repeat(400), 600],
    ['Fri, 06 Nov 2094 08:49:37 GMT', 600],
    // Nonsense.
    [null, 60],
    ['', 60],
    ['-5', 60],
    ['1e308', 60],
    ['1.5', 60],
    ['0x10', 60],
    ['Infinity', 60],
    ['soon', 60],
    ['Sunday', 60],
    ['Mon, 99 Nov 1994 08:49:37 GMT', 60],
  ] as const) {
    it(`of ${retryAfter === null ? 'none' : JSON.stringify(retryAfter).slice(0, 40)} means ${seconds} seconds`, () => {
      expect(secondsToWait(retryAfter, now)).to.equal(seconds);
    });
  }
});
