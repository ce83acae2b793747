import assert from 'node:assert/strict';
import { isStale } from '../../scripts/dependencies.js';

const lit = { version: '3.3.3', integrity: 'sha512-a' };
const locked = { '': { version: '0.1.0' }, 'node_modules/lit': lit };

describe('node_modules', () => {
  it('is current when everything locked is installed', () => {
    assert.equal(isStale(locked, { 'node_modules/lit': lit }), false);
  });

  it('is stale when a package is missing', () => {
    assert.equal(isStale(locked, {}), true);
  });

  it('is stale when a version or its content differs', () => {
    assert.equal(isStale(locked, { 'node_modules/lit': { ...lit, version: '3.3.2' } }), true);
    assert.equal(isStale(locked, { 'node_modules/lit': { ...lit, integrity: 'sha512-b' } }), true);
  });

  it('may lack packages for other platforms', () => {
    const elsewhere = { 'node_modules/only-mac': { version: '1.0.0', optional: true } };
    assert.equal(isStale({ ...locked, ...elsewhere }, { 'node_modules/lit': lit }), false);
  });

  it('may hold more than is locked', () => {
    assert.equal(isStale(locked, { 'node_modules/lit': lit, 'node_modules/more': lit }), false);
  });
});
