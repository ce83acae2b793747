import { expect } from 'chai';
import * as clientErrors from '../../../src/client/portal-errors.js';
import { PolicyError } from '../../../src/policy/policy-error.js';

/** Logs and error trackers sort by name: `Error` for all of them would tell a hospital nothing. */
describe('names of errors', () => {
  const { PortalError, ...causes } = clientErrors;

  it('has a class for each cause of a failed call', () => {
    expect(Object.keys(causes)).to.have.length(11);
    expect(causes).to.include.keys('RefusedError', 'SignedOutError', 'UnreachableError');
  });

  for (const [name, Cause] of Object.entries(causes)) {
    it(`is that of the class: ${name}`, () => {
      // What they are about does not matter here, but lists have to be some.
      const error = Reflect.construct(Cause, ['', [], undefined, []]) as Error;
      expect(error).to.be.instanceOf(PortalError);
      expect(error.name).to.equal(name);
      expect(String(error)).to.match(new RegExp(`^${name}: `));
    });
  }

  it('is that of the class: PolicyError', () => {
    expect(new PolicyError('Wrong').name).to.equal('PolicyError');
  });
});
