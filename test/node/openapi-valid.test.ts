import { expect } from 'chai';
import { Validator } from '@seriousme/openapi-schema-validator';
import { root } from '../../scripts/project.js';

it('openapi.json is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(`${root}openapi.json`);
  expect(valid, JSON.stringify(errors, null, 2)).to.be.true;
  expect(validator.version).to.equal('3.1');
});
