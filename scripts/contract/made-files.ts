import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import prettier from 'prettier';
import { root } from '../project.js';

/**
 * Writes files that are made from others, or with `--check` on the command line says which of them
 * are out of date and fails.
 * @param files their texts by path from the root of the project
 * @param command that makes them: "npm run generate"
 */
export const writeOrCheck = async (
  files: ReadonlyMap<string, string>,
  command: string,
): Promise<void> => {
  const checking = process.argv.includes('--check');
  const options = await prettier.resolveConfig(`${root}package.json`);
  for (const [name, text] of files) {
    const path = `${root}${name}`;
    const wanted = await prettier.format(text, { ...options, filepath: path });
    const found = await readFile(path, 'utf8').catch(() => '');
    if (found === wanted) continue;
    if (checking) {
      console.error(`${name} is out of date: run \`${command}\`.`);
      process.exitCode = 1;
    } else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, wanted);
      console.log(`wrote ${name}`);
    }
  }
};
