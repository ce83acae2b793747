import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/project.js';

interface Target {
  readonly types: string;
  /** Absent: there are types only. */
  readonly default?: string;
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, Target | string>>;
  readonly bin: Readonly<Record<'portal-widgets', string>>;
  readonly sideEffects: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly customElements: string;
  readonly files: readonly string[];
  readonly scripts: Readonly<Record<string, string>>;
}

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

export const packageJson = JSON.parse(readText('package.json')) as PackageJson;
