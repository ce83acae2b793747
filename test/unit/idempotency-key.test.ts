import { expect } from 'chai';
import { IdempotencyKey } from '../../src/client/idempotency-key.js';

const hello = { subject: 'ann', text: 'Hello' };

describe('the name of a request', () => {
  it('stays as long as the same is sent', () => {
    const key = new IdempotencyKey();
    const name = key.of(hello);
    expect(name).to.match(/^[0-9a-f-]{36}$/);
    expect(key.of({ ...hello })).to.equal(name);
    expect(key.of(hello)).to.equal(name);
  });

  it('is another one for anything else, and is not taken up again', () => {
    const key = new IdempotencyKey();
    const names = [hello, { ...hello, text: 'Bye' }, hello].map((body) => key.of(body));
    expect(new Set(names).size).to.equal(3);
    expect(new IdempotencyKey().of(hello)).not.to.equal(names[2]);
  });

  it('is another one for the same once that is done', () => {
    const key = new IdempotencyKey();
    const name = key.of(hello);
    key.forget();
    expect(key.of(hello)).not.to.equal(name);
  });
});
