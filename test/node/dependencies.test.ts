import { expect } from 'chai';
import { isStale } from '../../scripts/dependencies.js';

const lit = { version: '3.3.3', integrity: 'sha512-a' };
const locked = { '': { version: '0.1.0' }, 'node_modules/lit': lit };

describe('node_modules', () => {
  it('is current when everything locked is installed', () => {
    expect(isStale(locked, { 'node_modules/lit': lit })).to.be.false;
  });

  it('is stale when a package is missing', () => {
    expect(isStale(locked, {})).to.be.true;
  });

  it('is stale when a version or its content differs', () => {
    expect(isStale(locked, { 'node_modules/lit': { ...lit, version: '3.3.2' } })).to.be.true;
    expect(isStale(locked, { 'node_modules/lit': { ...lit, integrity: 'sha512-b' } })).to.be.true;
  });

  it('may lack packages for other platforms', () => {
    const elsewhere = { 'node_modules/only-mac': { version: '1.0.0', optional: true } };
    expect(isStale({ ...locked, ...elsewhere }, { 'node_modules/lit': lit })).to.be.false;
  });

  it('may hold more than is locked', () => {
    expect(isStale(locked, { 'node_modules/lit': lit, 'node_modules/more': lit })).to.be.false;
  });
});
