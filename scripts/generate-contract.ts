/**
 * Makes the checks that run in a patient's browser from the zod schemas of contract and policy, so
 * that one schema stays the single source and zod itself is never shipped.
 *
 *   npm run generate              writes src/contract/generated and src/policy/generated
 *   npm run generate -- --check   writes nothing; fails when a file there is out of date
 */
import * as z from 'zod/mini';
import type { Endpoint } from '../src/contract/endpoint.js';
import { contractAreas } from '../src/contract/index.js';
import { portalPolicySchema } from '../src/policy/portal-policy.js';
import { writeOrCheck } from './made-files.js';
import { shapeWriter } from './shape-writer.js';

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

await writeOrCheck(files, 'npm run generate');
