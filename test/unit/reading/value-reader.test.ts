import { expect } from 'chai';
import type { ClientEndpoint } from '../../../src/contract/client-endpoint.js';
import { ValueReader } from '../../../src/reading/value-reader.js';
import { openSession, settled } from '../support/reading.js';

const endpoint: ClientEndpoint<{ params: { subject: string } }, string> = {
  id: 'getWords',
  method: 'GET',
  path: '/patients/{subject}/words',
  safe: true,
  answer: null,
};

const setUp = () => {
  const { host, session, openRecord, calls } = openSession();
  const reader = new ValueReader(host, session, endpoint);
  host.update();
  return { host, reader, openRecord, calls };
};

describe('the reader of one answer', () => {
  it('reads it with the record that is open', async () => {
    const { reader, calls } = setUp();
    expect(calls.map(({ input }) => input)).to.deep.equal([{ params: { subject: 'rosa' } }]);
    expect(reader.key).to.equal('account rosa');
    calls[0]?.answer('words');
    await settled();
    expect([reader.value, reader.error]).to.deep.equal(['words', undefined]);
  });

  it('asks for nothing while nobody is signed in', () => {
    const { host, reader, openRecord, calls } = setUp();
    openRecord(undefined);
    host.update();
    expect(calls).to.have.lengthOf(1);
    expect([reader.key, reader.value]).to.deep.equal(['', undefined]);
  });

  it('aborts at once when the record is closed, and forgets it', async () => {
    const { host, reader, openRecord, calls } = setUp();
    calls[0]?.answer('of Rosa');
    await settled();
    void reader.reload();
    openRecord('ada');
    expect(calls[1]?.signal.aborted, 'before anything is rendered').to.equal(true);
    host.update();
    expect(reader.value).to.equal(undefined);
    calls[1]?.answer('of Rosa, late');
    await settled();
    expect(reader.value).to.equal(undefined);
    calls[2]?.answer('of Ada');
    await settled();
    expect(reader.value).to.equal('of Ada');
  });

  it('keeps what is known while it is read again, and tells why that failed', async () => {
    const { reader, calls } = setUp();
    calls[0]?.answer('words');
    await settled();
    const reloaded = reader.reload();
    expect(reader.value).to.equal('words');
    calls[1]?.fail(new Error('offline'));
    await reloaded;
    expect(reader.value).to.equal('words');
    expect(reader.error).to.be.an('error');
    void reader.reload();
    expect(reader.error).to.equal(undefined);
  });

  it('knows nothing while it is read anew', async () => {
    const { reader, calls } = setUp();
    calls[0]?.answer('words');
    await settled();
    reader.readAnew();
    expect(reader.value).to.equal(undefined);
    calls[1]?.answer('other words');
    await settled();
    expect(reader.value).to.equal('other words');
  });

  it('takes over what is known from elsewhere', async () => {
    const { reader, calls } = setUp();
    calls[0]?.answer('words');
    await settled();
    reader.replace('new words');
    expect(reader.value).to.equal('new words');
  });
});
