import { expect } from '@open-wc/testing';
import { loadPolicy } from '../../src/policy/load-policy.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { PolicyError } from '../../src/policy/policy-error.js';

const failure = async (source: string, fetchFile: typeof fetch): Promise<PolicyError> => {
  try {
    await loadPolicy(source, fetchFile);
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
  throw new Error('The policy was accepted.');
};

describe('a policy', () => {
  it('is read from an address', async () => {
    const asked: string[] = [];
    const policy = await loadPolicy('/hospital.json', (address) => {
      asked.push(new Request(address).url);
      return Promise.resolve(Response.json({ ...mycooper, id: 'lakeside' }));
    });
    expect(policy.id).to.equal('lakeside');
    expect(asked).to.deep.equal([`${location.origin}/hospital.json`]);
  });

  it('is not read from another site, unless the page’s author allows that site', async () => {
    const asked: string[] = [];
    const answer: typeof fetch = (address) => {
      asked.push(new Request(address).url);
      return Promise.resolve(Response.json({ ...mycooper, id: 'lakeside' }));
    };
    for (const source of [
      'https://other.example/a.json',
      '//other.example/a.json',
      '\\\\other.example/a.json',
      `data:application/json,${JSON.stringify(mycooper)}`,
      URL.createObjectURL(new Blob(['{}'])),
    ]) {
      const { message } = await failure(source, answer);
      expect(message).to.contain('allowed-origins');
    }
    expect(asked).to.deep.equal([]);
    const source = 'https://other.example/a.json';
    const policy = await loadPolicy(source, answer, 'https://other.example');
    expect(policy.id).to.equal('lakeside');
    expect(asked).to.deep.equal([source]);
  });

  it('that cannot be read says why', async () => {
    const offline = await failure('mychrat', () => Promise.reject(new TypeError()));
    expect(offline.message).to.contain('mychrat').and.contain('mychart, mycooper');
    const missing = await failure('/a.json', () =>
      Promise.resolve(new Response('', { status: 404 })),
    );
    expect(missing.message).to.contain('404');
    const page = await failure('/a.json', () => Promise.resolve(new Response('<html>')));
    expect(page.message).to.contain('not JSON');
  });
});
