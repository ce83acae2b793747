/**
 * Makes the checks that run in a patient's browser from the zod schemas of contract and policy, so
 * that one schema stays the single source and zod itself is never shipped.
 *
 *   npm run generate              writes src/contract/generated and src/policy/generated
 *   npm run generate -- --check   writes nothing; fails when a file there is out of date
 */
import * as z from 'zod/mini';
import type { Endpoint } from '../../src/contract/endpoint.js';
import { contract, contractAreas } from '../../src/contract/index.js';
import { portalPolicySchema } from '../../src/policy/portal-policy.js';
import { contractExports } from './contract-files.js';
import { writeOrCheck } from './made-files.js';
import {
  declarations,
  isWorthSharing,
  namesIn,
  shapeImports,
  shapeWriter,
  shorten,
  type Part,
} from './shape-writer.js';

const headline = (source: string) =>
  `// Made from ${source} by \`npm run generate\`. Do not edit.\n\n`;

const writer = shapeWriter({ limits: false });
const codeOf = (schema: z.core.$ZodType): string =>
  writer.shape(z.toJSONSchema(schema, { io: 'input' }));

/** Code of an endpoint's answer, by the endpoint's id; null: 204, none. */
const answers = new Map(
  Object.values<Endpoint>(contract).map(({ id, response }) => [
    id,
    response ? codeOf(response) : 'null',
  ]),
);

/**
 * What more than one area answers with, and the contract has a name for: a module of its own each, so that a
 * page gets it once, and none that it does without.
 */
const sharedShapes = async (): Promise<Part[]> => {
  const areas = Object.values(contractAreas).map((rows) =>
    Object.keys(rows).map((id) => answers.get(id) ?? ''),
  );
  const names = new Map<string, string>();
  for (const [name, value] of await contractExports()) {
    const code = value instanceof z.core.$ZodType ? codeOf(value) : '';
    const times = areas.filter((area) => area.some((answer) => answer.includes(code))).length;
    if (isWorthSharing(code) && times > 1) names.set(code, name);
  }
  return [...names]
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.code.length - b.code.length);
};

const fileOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Imports of shared shapes that code mentions. */
const partImports = (code: string, parts: readonly Part[], folder: string): string => {
  const names = namesIn(code);
  return parts
    .filter(({ name }) => names.has(name))
    .map(({ name }) => `import { ${name} } from '${folder}/${fileOf(name)}.js';`)
    .join('\n');
};

const shapeModule = ({ code, name }: Part, smaller: readonly Part[]): string => {
  const shape = shorten(code, smaller);
  return `${headline('src/contract')}
    ${shapeImports(shape, '../../../shape')}
    ${partImports(shape, smaller, '.')}

    export const ${name} = ${shape};`;
};

/** What stands more than once in the answers of some endpoints. */
const partsOf = (rows: readonly Endpoint[]): Part[] => {
  const area = shapeWriter({ limits: false });
  for (const { response } of rows) {
    if (response) area.shape(z.toJSONSchema(response, { io: 'input' }));
  }
  return area.sharedParts();
};

/**
 * The module of one area: its endpoints as the client needs them.
 * @param up from its folder to that of all areas
 */
const areaModule = (rows: readonly Endpoint[], shared: readonly Part[], up: string): string => {
  const answersOfArea = rows.map(({ id }) => shorten(answers.get(id) ?? '', shared));
  const local = partsOf(rows)
    .map(({ code, name }) => ({ code: shorten(code, shared), name }))
    .filter(({ code }) => isWorthSharing(code) && answersOfArea.join().split(code).length > 2);
  const endpoints = rows
    .map(
      ({ id, method, path, safe }, index) => `
        export const ${id}: ClientEndpointOf<Contract['${id}']> = {
          id: '${id}', method: '${method}', path: '${path}', safe: ${safe},
          answer: ${shorten(answersOfArea[index] ?? '', local)},
        };`,
    )
    .join('\n');
  const code = `${declarations(local)}\n${endpoints}`;
  return `${headline('src/contract')}
    import type { ClientEndpointOf } from '${up}../client-endpoint.js';
    import type { Contract } from '${up}../index.js';
    ${shapeImports(code, `${up}../../shape`)}
    ${partImports(code, shared, `${up || './'}shapes`)}

    ${code}`;
};

const policyModule = (): string => {
  const writer = shapeWriter({ limits: true });
  const shape = writer.shape(z.toJSONSchema(portalPolicySchema, { io: 'input' }));
  const parts = writer.sharedParts();
  const code = `${declarations(parts)}
    export const policyShape = ${shorten(shape, parts)};`;
  return `${headline('src/policy/portal-policy.ts')}
    ${shapeImports(code, '../../shape')}

    ${code}`;
};

const files = new Map<string, string>();
const shared = await sharedShapes();
for (const [index, part] of shared.entries()) {
  const path = `src/contract/generated/shapes/${fileOf(part.name)}.ts`;
  files.set(path, shapeModule(part, shared.slice(0, index)));
}
for (const [area, rows] of Object.entries(contractAreas)) {
  const up = area.includes('/') ? '../' : '';
  files.set(`src/contract/generated/${area}.ts`, areaModule(Object.values(rows), shared, up));
}
files.set('src/policy/generated/policy-shape.ts', policyModule());

await writeOrCheck(files, 'npm run generate');
