import { expect } from 'chai';
import { noAttempts } from '../../../mocks/rules/account/login.js';
import {
  attemptsAfterFirstStep,
  begunAfter,
  decideSecondStep,
  newSecret,
  noStep,
  setupUri,
  stepOf,
  waitingFor,
  waitsUntil,
} from '../../../mocks/rules/account/second-step.js';
import { Secret, TOTP } from 'otpauth';
import { mycooper } from '../../../src/policy/mycooper.js';
import { policies } from '../../../stories/fixtures/support/policies.js';

const now = Date.parse('2026-03-02T15:00:00Z'); // the first moment of a half minute
const halfMinute = 30_000;

describe('the code of an app', () => {
  const secret = newSecret();
  const step = now / halfMinute;
  const codeOf = (of: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: of * halfMinute });
  const stepFor = (of: number, lastStep = noStep, at = now) =>
    stepOf(codeOf(of), { secret, lastStep }, at);

  it('may be the one before or after, and no other', () => {
    for (const [off, fits] of [
      [-2, false],
      [-1, true],
      [0, true],
      [1, true],
      [2, false],
    ] as const) {
      expect(stepFor(step + off), String(off)).to.equal(fits ? step + off : null);
      expect(stepFor(step + off, noStep, now + halfMinute - 1), String(off)).to.equal(
        fits ? step + off : null,
      );
    }
  });

  it('is newer than the last one taken', () => {
    expect(stepFor(step, step - 1)).to.equal(step);
    expect(stepFor(step, step)).to.equal(null);
    expect(stepFor(step, step + 1)).to.equal(null);
  });

  it('is six digits, and nothing else is one, however long', () => {
    for (const typed of [
      '',
      '12345',
      '1234567',
      'abcdef',
      '12 456',
      '12345\n',
      '１２３４５６',
      '😀',
    ]) {
      expect(stepOf(typed, { secret, lastStep: noStep }, now), typed).to.equal(null);
    }
  });

  it('may be the very first that there ever was', () => {
    expect(stepFor(0, noStep, 0)).to.equal(0);
  });

  it('has a secret of 160 bits of its own, and says whose it is', () => {
    expect(secret).to.match(/^[A-Z2-7]{32}$/);
    expect(newSecret()).not.to.equal(secret);
    for (const policy of policies) {
      const uri = new URL(setupUri(secret, 'ann.example', policy));
      expect(uri.protocol).to.equal('otpauth:');
      expect(decodeURIComponent(uri.pathname)).to.match(/ann\.example$/);
      expect(uri.searchParams.get('issuer')).to.equal(policy.portal.name);
      expect(uri.searchParams.get('secret')).to.equal(secret);
      expect(uri.searchParams.get('period')).to.equal('30');
    }
  });
});

describe('the count of wrong tries over two steps', () => {
  const { maxAttempts } = mycooper.login;
  const before = { failures: 2, locked: false };

  it('is as it was after a right password, and one more after a wrong one', () => {
    expect(attemptsAfterFirstStep(before, true, mycooper)).to.deep.equal(before);
    expect(attemptsAfterFirstStep(before, false, mycooper)).to.deep.equal({
      failures: 3,
      locked: false,
    });
    expect(attemptsAfterFirstStep({ ...before, failures: maxAttempts - 1 }, false, mycooper))
      .to //
      .deep.equal({ failures: maxAttempts, locked: true });
  });

  it('says how many are left at a wrong code, and lets a right one in', () => {
    for (const [typed, kind] of [
      ['123 456', 'code'],
      ['1234', 'code'],
      ['ABCD-1234', 'recovery-code'],
    ] as const) {
      expect(decideSecondStep(before, false, mycooper, typed)).to.deep.include({
        ...{ rule: 'login.no-hints', case: kind },
        next: [{ action: 'try-again' }, { action: 'call-office' }],
        attemptsLeft: maxAttempts - 2,
      });
    }
    expect(decideSecondStep(noAttempts, true, mycooper, '123456')).to.deep.equal({
      ok: true,
      value: null,
    });
    const locked = { failures: maxAttempts, locked: true };
    for (const right of [true, false]) {
      expect(decideSecondStep(locked, right, mycooper, '123456')).to.deep.include({
        rule: 'login.lockout',
        next: [{ action: 'call-office' }],
        attemptsLeft: 0,
      });
    }
  });
});

describe('what was begun', () => {
  const begin = (kind: string, name: string, until = now + 1) => ({ kind, name, until });
  const namesOf = (steps: readonly { readonly name: string }[]) => steps.map(({ name }) => name);

  it('waits for ten minutes', () => {
    const step = begin('app', 'one', waitsUntil(now));
    expect(step.until - now).to.equal(600_000);
    expect(waitingFor([step], 'app', now + 599_999)).to.deep.equal([step]);
    expect(waitingFor([step], 'app', now + 600_000)).to.deep.equal([]);
    expect(waitingFor([step], 'passkey', now)).to.deep.equal([]);
  });

  it('is kept four times of a kind, newest first, whatever else waits', () => {
    let kept = begunAfter([], begin('passkey', 'p1'), now);
    for (const name of ['a1', 'a2', 'a3', 'a4']) kept = begunAfter(kept, begin('app', name), now);
    expect(namesOf(kept)).to.deep.equal(['a4', 'a3', 'a2', 'a1', 'p1']);
    kept = begunAfter(kept, begin('app', 'a5'), now);
    expect(namesOf(kept)).to.deep.equal(['a5', 'a4', 'a3', 'a2', 'p1']);
    kept = begunAfter(kept, begin('passkey', 'p2'), now);
    expect(namesOf(kept)).to.deep.equal(['p2', 'a5', 'a4', 'a3', 'a2', 'p1']);
    expect(namesOf(waitingFor(kept, 'app', now))).to.deep.equal(['a5', 'a4', 'a3', 'a2']);
  });

  it('is dropped once it is too late, and makes room', () => {
    const over = begin('app', 'over', now);
    const waiting = begin('app', 'waiting');
    const kept = begunAfter([over, waiting, over, over], begin('app', 'new'), now);
    expect(namesOf(kept)).to.deep.equal(['new', 'waiting']);
  });
});
