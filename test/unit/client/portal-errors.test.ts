import { expect } from 'chai';
import {
  BadAnswerError,
  ConflictError,
  InvalidRequestError,
  NotFoundError,
  PortalError,
  RefusedError,
  SignedOutError,
  TooManyRequestsError,
  UnavailableError,
  UnreachableError,
} from '../../../src/client/portal-errors.js';

describe('what a call of the backend fails with', () => {
  it('tells its cause in a word, and to developers in a sentence', () => {
    const errors: readonly PortalError[] = [
      new RefusedError('login.lockout', []),
      new SignedOutError(true),
      new InvalidRequestError([]),
      new NotFoundError(),
      new ConflictError(),
      new TooManyRequestsError(30),
      new UnavailableError(503),
      new UnreachableError(),
      new BadAnswerError('getSession', []),
    ];
    expect(errors.map(({ kind, message }) => `${kind}: ${message}`)).to.deep.equal([
      'refused: Refused by login.lockout',
      'signed-out: Nobody is signed in',
      'invalid-request: Not valid',
      'not-found: Not found',
      'conflict: Changed',
      'too-many-requests: Too many requests',
      'unavailable: Answered with status 503',
      'unreachable: Not reached',
      'bad-answer: The answer to getSession breaks the contract: ',
    ]);
    for (const error of errors) expect(error).to.be.instanceOf(PortalError);
  });

  it('keeps what came along: fields, tries, seconds, the cause', () => {
    const errors = [{ pointer: '/body/password', detail: 'Wrong.' }];
    const next = [{ action: 'try-again' }] as const;
    expect(new RefusedError('login.no-hints/password', next, 3, errors)).to.deep.include({
      ...{ rule: 'login.no-hints', case: 'password', next, attemptsLeft: 3, errors },
    });
    expect(new RefusedError('login.no-hints/password', next).errors).to.deep.equal([]);
    expect(new InvalidRequestError(errors).errors).to.equal(errors);
    expect(new TooManyRequestsError(30).retryAfterSeconds).to.equal(30);
    expect([new SignedOutError(true).idle, new SignedOutError(false).idle]).to.deep.equal([
      true,
      false,
    ]);
    const cause = new TypeError('Failed to fetch');
    expect(new UnreachableError({ cause }).cause).to.equal(cause);
  });

  it('names each field of an answer that breaks the contract, never what stood there', () => {
    const mistakes = [
      { path: 'account.displayName', expected: 'text' },
      { path: '', expected: 'an object' },
    ];
    expect(new BadAnswerError('signIn', mistakes).message).to.equal(
      'The answer to signIn breaks the contract: account.displayName: expected text; body: expected an object',
    );
  });
});
