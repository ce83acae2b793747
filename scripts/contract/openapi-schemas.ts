import * as z from 'zod/mini';
import { contractDocs, type Docs } from './contract-docs.js';
import { contractExports, contractFiles } from './contract-files.js';
import { capitals } from './openapi-names.js';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Which side of the contract a schema describes. */
export type Side = 'request' | 'answer';

/**
 * Turns zod schemas into those of OpenAPI 3.1 (JSON Schema 2020-12). What the contract exports is
 * referred to by its name: `resultSummary` is `#/components/schemas/ResultSummary`.
 */
export const openApiSchemas = async () => {
  const registry = await namedSchemas();
  const docs = contractDocs(contractFiles);
  const components: Record<string, JsonSchema> = {};

  return {
    /** Those that others refer to, so far. */
    components,
    /** What the source says of a constant. */
    commentOf: (constant: string): string => docs.get(constant)?.text ?? '',
    /** @param at where the source has its comments, unless the schema has a name: `signIn request body` */
    convert(schema: z.ZodMiniType, side: Side, at = ''): JsonSchema {
      // Inside of another one, so that a named schema becomes a reference, too.
      const { properties, $defs = {} } = z.toJSONSchema(z.object({ it: schema }), {
        io: side === 'request' ? 'input' : 'output',
        metadata: registry,
        override: leaveOpen,
      });
      for (const [name, definition] of Object.entries($defs)) {
        const component = withRefs(described(definition, docs.get(nameInCode(name))));
        const known = components[name];
        if (known && JSON.stringify(known) !== JSON.stringify(component)) {
          throw new Error(`${name} is one thing in requests and another in answers.`);
        }
        components[name] = component;
      }
      const unnamed = properties?.['it'] as JsonSchema;
      return withRefs(unnamed.$ref ? unnamed : described(unnamed, docsAt(docs, at)));
    },
  };
};

/** `ResultSummary` is `resultSummary` there. */
const nameInCode = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

const namedSchemas = async () => {
  const registry = z.registry<{ id: string }>();
  const names = new Map<string, unknown>();
  for (const [name, schema] of await contractExports()) {
    if (!(schema instanceof z.ZodMiniType)) continue;
    const id = capitals(name);
    if (names.has(id)) throw new Error(`The contract exports two schemas as ${name}.`);
    names.set(id, schema);
    registry.add(schema, { id });
  }
  return registry;
};

/** What the contract does not name is passed over, on both sides: it may be of a later version. */
const leaveOpen = ({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: JsonSchema;
}): void => {
  const { def } = zodSchema._zod;
  if (def.type === 'object' && !def.catchall) delete jsonSchema.additionalProperties;
};

const withRefs = (schema: JsonSchema): JsonSchema =>
  JSON.parse(
    JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as JsonSchema;

/** The comments of a part of an endpoint's row. */
const docsAt = (docs: ReadonlyMap<string, Docs>, at: string): Docs | undefined => {
  const [first = '', ...others] = at.split(' ');
  return others.reduce<Docs | undefined>(
    (found, name) => found?.members.get(name),
    docs.get(first),
  );
};

/** With the comments of the source as descriptions. */
const described = (schema: JsonSchema, docs: Docs | undefined): JsonSchema => {
  if (!docs) return schema;
  const members = Object.entries(schema.properties ?? {}).map(([name, member]) => [
    name,
    described(member as JsonSchema, docs.members.get(name)),
  ]);
  return {
    ...(docs.text && { description: docs.text }),
    ...schema,
    ...(schema.properties && { properties: Object.fromEntries(members) as object }),
  } as JsonSchema;
};
