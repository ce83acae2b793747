import { readdirSync } from 'node:fs';
import { root } from '../project.js';

/** The modules of the contract, as paths from the root of the project: not what is made of them. */
export const contractFiles: readonly string[] = readdirSync(`${root}src/contract`, {
  recursive: true,
  encoding: 'utf8',
})
  .map((name) => `src/contract/${name.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts') && !path.includes('/generated/'))
  .sort();

/** What they export, by name; headers apart, which have a place of their own in a request. */
export const contractExports = async (): Promise<[string, unknown][]> => {
  const modules = await Promise.all(
    contractFiles
      .filter((path) => !path.endsWith('/headers.ts'))
      .map((path) => import(`${root}${path}`) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((module) => Object.entries(module));
};
