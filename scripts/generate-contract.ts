/**
 * Makes the checks that run in a patient's browser from the zod schemas of contract and policy, so
 * that one schema stays the single source and zod itself is never shipped.
 *
 *   npm run generate              writes src/contract/generated and src/policy/generated
 *   npm run generate -- --check   writes nothing; fails when a file there is out of date
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import * as z from 'zod/mini';
import type { Endpoint } from '../src/contract/endpoint.js';
import { contractAreas } from '../src/contract/index.js';
import { portalPolicySchema } from '../src/policy/portal-policy.js';
import { shapeWriter } from './shape-writer.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const headline = (source: string) =>
  `// Made from ${source} by \`npm run generate\`. Do not edit.\n\n`;

/** The module of one area: its endpoints as the client needs them. */
const areaModule = (area: string, rows: readonly Endpoint[]): string => {
  const writer = shapeWriter({ limits: false });
  const endpoints = rows.map((row) => {
    const answer = row.response
      ? writer.shape(z.toJSONSchema(row.response, { io: 'input' }))
      : 'null';
    return `
      export const ${row.id}: ClientEndpointOf<typeof contract.${row.id}> = {
        id: '${row.id}', method: '${row.method}', path: '${row.path}', safe: ${row.safe},
        answer: ${answer},
      };`;
  });
  return `${headline(`src/contract/${area}.ts`)}
    import type { ClientEndpointOf } from '../client-endpoint.js';
    import type * as contract from '../${area}.js';
    ${writer.imports('../../shape')}

    ${writer.shared()}
    ${writer.shorten(endpoints.join('\n'))}`;
};

const policyModule = (): string => {
  const writer = shapeWriter({ limits: true });
  const shape = writer.shape(z.toJSONSchema(portalPolicySchema, { io: 'input' }));
  return `${headline('src/policy/portal-policy.ts')}
    ${writer.imports('../../shape')}

    ${writer.shared()}
    export const policyShape = ${writer.shorten(shape)};`;
};

const files = new Map<string, string>();
for (const [area, rows] of Object.entries(contractAreas)) {
  files.set(`src/contract/generated/${area}.ts`, areaModule(area, Object.values(rows)));
}
files.set('src/policy/generated/policy-shape.ts', policyModule());

const checking = process.argv.includes('--check');
const options = await prettier.resolveConfig(`${root}package.json`);
let stale = 0;
for (const [name, code] of files) {
  const path = `${root}${name}`;
  const wanted = await prettier.format(code, { ...options, parser: 'typescript' });
  const found = await readFile(path, 'utf8').catch(() => '');
  if (found === wanted) continue;
  if (checking) {
    console.error(`${name} is out of date: run \`npm run generate\`.`);
    stale += 1;
  } else {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, wanted);
    console.log(`wrote ${relative(root, path)}`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;
