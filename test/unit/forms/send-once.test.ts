import { expect } from 'chai';
import {
  BadAnswerError,
  ConflictError,
  RefusedError,
  SignedOutError,
  TooManyRequestsError,
  UnavailableError,
  UnreachableError,
} from '../../../src/client/portal-errors.js';
import { isOutcomeUnknown, SendOnce } from '../../../src/forms/send-once.js';
import { rejection } from '../../support/rejection.js';

const hello = { subject: 'ann', text: 'Hello' };
const refused = new RefusedError('renewal.one-pending', []);

/** What is sent, and answers or fails one after the other; then all is well. */
const open = (...outcomes: readonly (string | Error)[]) => {
  const once = new SendOnce<{ subject: string; text: string }>();
  const keys: string[] = [];
  const giveUp = new AbortController();
  const ask = (headers: { 'idempotency-key': string }): Promise<string> => {
    keys.push(headers['idempotency-key']);
    const outcome = outcomes[keys.length - 1] ?? 'done';
    return typeof outcome === 'string' ? Promise.resolve(outcome) : Promise.reject(outcome);
  };
  const send = (request = hello) => once.send(request, ask, giveUp.signal);
  return { once, keys, giveUp, send };
};

describe('a request that is to be done once', () => {
  it('is sent once where it is answered; the same is another one then', async () => {
    const { once, keys, send } = open('first', 'second');
    expect(await send()).to.equal('first');
    expect(once.unknown).to.equal(undefined);
    expect(await send()).to.equal('second');
    expect(keys[0]).to.match(/^[0-9a-f-]{36}$/);
    expect(new Set(keys).size).to.equal(2);
  });

  for (const error of [
    new UnreachableError(),
    new UnavailableError(500),
    new BadAnswerError('sendMessage', []),
  ]) {
    it(`is sent again at once under the same key after no answer (${error.kind})`, async () => {
      const { once, keys, send } = open(error);
      expect(await send()).to.equal('done');
      expect(keys).to.have.lengthOf(2);
      expect(new Set(keys).size).to.equal(1);
      expect(once.unknown).to.equal(undefined);
    });
  }

  it('is not sent again where the answer tells that it was not done', async () => {
    for (const error of [refused, new UnavailableError(413), new SignedOutError(true)]) {
      const { once, keys, send } = open(error);
      expect(await rejection(send())).to.equal(error);
      expect(keys).to.have.lengthOf(1);
      expect(once.unknown).to.equal(undefined);
      await send();
      expect(new Set(keys).size, 'what follows is another one').to.equal(2);
    }
  });

  it('has an unknown outcome without two answers, and keeps its key', async () => {
    const lost = new UnreachableError();
    const { once, keys, send } = open(lost, lost, lost, lost);
    for (let tries = 0; tries < 2; tries += 1) {
      expect(await rejection(send())).to.equal(lost);
      expect(once.unknown).to.deep.equal(hello);
    }
    expect(await send({ ...hello })).to.equal('done');
    expect(keys).to.have.lengthOf(5);
    expect(new Set(keys).size).to.equal(1);
    expect(once.unknown).to.equal(undefined);
  });

  it('is known not to be done once a repeat is refused, and not where it is turned away', async () => {
    const lost = new UnreachableError();
    for (const error of [refused, new ConflictError()]) {
      const { once, send } = open(lost, error);
      expect(await rejection(send())).to.equal(error);
      expect(once.unknown).to.equal(undefined);
    }
    for (const error of [new SignedOutError(true), new TooManyRequestsError(60)]) {
      const { once, keys, send } = open(lost, error, error);
      await rejection(send());
      expect(once.unknown).to.deep.equal(hello);
      await rejection(send());
      expect(once.unknown).to.deep.equal(hello);
      await send();
      expect(new Set(keys).size).to.equal(1);
    }
  });

  it('is not sent again for whoever has given up, and its outcome is unknown then', async () => {
    const { once, keys, giveUp, send } = open(new UnreachableError());
    const sent = send();
    giveUp.abort();
    await rejection(sent);
    expect(keys).to.have.lengthOf(1);
    expect(once.unknown).to.deep.equal(hello);
  });

  it('is another one when it was changed or forgotten', async () => {
    const lost = new UnreachableError();
    const { once, keys, send } = open(lost, lost, 'changed', lost, lost);
    await rejection(send());
    await send({ ...hello, text: 'Bye' });
    await rejection(send());
    once.forget();
    expect(once.unknown).to.equal(undefined);
    await send();
    expect(new Set(keys).size).to.equal(4);
  });
});

describe('what failed', () => {
  it('may have been done all the same, unless it was answered', () => {
    expect(isOutcomeUnknown(new UnreachableError())).to.equal(true);
    expect(isOutcomeUnknown(new UnavailableError(503))).to.equal(true);
    expect(isOutcomeUnknown(new UnavailableError(413))).to.equal(false);
    expect(isOutcomeUnknown(new BadAnswerError('getSession', []))).to.equal(true);
    expect(isOutcomeUnknown(new Error('?'))).to.equal(false);
    expect(isOutcomeUnknown(undefined)).to.equal(false);
  });
});
