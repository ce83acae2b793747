import { expect } from 'chai';
import * as z from 'zod';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { packageJson, readText } from '../node/support/package.js';

/** What an address of the package leads to, as `npm run build` has made it. */
const exported = (address: string): unknown => {
  const target = packageJson.exports[address];
  if (typeof target !== 'string') throw new Error(`There is no ${address}.`);
  return JSON.parse(readText(target));
};

describe('the policies of the package', () => {
  const schema = z.fromJSONSchema(exported('./policy.schema.json') as z.core.JSONSchema.JSONSchema);

  for (const policy of [mychart, mycooper]) {
    const preset = exported(`./policies/${policy.id}.json`) as typeof policy;

    it(`has ${policy.id} as JSON, which its schema takes`, () => {
      expect(preset).to.deep.equal(policy);
      expect(schema.safeParse(preset).success).to.be.true;
    });

    it(`refuses ${policy.id} with a value out of range, one too many, and one missing`, () => {
      const { session, ...rest } = preset;
      expect(schema.safeParse({ ...rest, session: { ...session, idleMinutes: 1 } }).success).to.be
        .false;
      expect(schema.safeParse({ ...preset, colour: 'blue' }).success).to.be.false;
      expect(schema.safeParse(rest).success).to.be.false;
    });
  }
});
