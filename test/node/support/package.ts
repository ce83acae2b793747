import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/project.js';

interface Target {
  readonly types: string;
  readonly default: string;
}

interface PackageJson {
  readonly name: string;
  readonly exports: Readonly<Record<string, Target | string>>;
  readonly bin: Readonly<Record<'portal-widgets', string>>;
  readonly sideEffects: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly customElements: string;
  readonly files: readonly string[];
  readonly scripts: Readonly<Record<string, string>>;
}

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

export const packageJson = JSON.parse(readText('package.json')) as PackageJson;
