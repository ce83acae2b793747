import assert from 'node:assert/strict';
import { Validator } from '@seriousme/openapi-schema-validator';
import { root } from '../../scripts/project.js';

it('openapi.json is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(`${root}openapi.json`);
  assert.ok(valid, JSON.stringify(errors, null, 2));
  assert.equal(validator.version, '3.1');
});
