import { expect } from 'chai';
import { readText } from './support/package.js';

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readText('package-lock.json')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

/** Whether a package that stands at a path finds another in its own node_modules or one above. */
const finds = (path: string, name: string): boolean => {
  if (`${path ? `${path}/` : ''}node_modules/${name}` in packages) return true;
  return path !== '' && finds(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
};

describe('the lock file', () => {
  it('holds what is optional for every platform, without which npm ci refuses it', () => {
    // npm leaves out what another platform needs when it updates the file of an installed project.
    const lost = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !finds(path, name))
        .map((name) => `${path}: ${name}`),
    );
    expect(lost).to.deep.equal([]);
  });

  it('names no registry', () => {
    expect(
      Object.keys(packages).filter((path) => packages[path]?.resolved !== undefined),
    ).to.deep.equal([]);
  });
});
