import type { z } from 'zod/mini';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Where the shapes stand that are not in shape.ts. */
const modules: Readonly<Record<string, readonly string[]>> = {
  'more-shapes': ['number', 'truth', 'instant', 'day'],
  'file-shapes': ['strict', 'either', 'limitedText', 'limitedWhole', 'limitedList'],
};

/** Code at least this long that stands twice is written once. */
const worthSharing = 60;

/**
 * Writes JSON Schema (2020-12, as zod gives it) as calls of the functions in `src/shape`. A keyword that
 * it does not know is an error: nothing that a schema says may be passed over in silence. Lengths,
 * ranges and patterns are kept only where asked for: a file wants them, an answer does without.
 */
export const shapeWriter = ({ limits }: { readonly limits: boolean }) => {
  const used = new Set<string>();
  const written = new Map<string, number>();
  const call = (name: string, ...args: readonly (string | undefined)[]) => {
    used.add(name);
    while (args.length > 0 && args.at(-1) === undefined) args = args.slice(0, -1);
    const code = `${name}(${args.map((arg) => arg ?? 'undefined').join(', ')})`;
    written.set(code, (written.get(code) ?? 0) + 1);
    return code;
  };
  const constant = (name: string) => (used.add(name), name);

  const text = (schema: JsonSchema): string => {
    if (schema.format === 'date-time') return constant('instant');
    if (schema.format === 'date') return constant('day');
    if (!limits) return constant('text');
    const form = schema.pattern === undefined ? undefined : `/${schema.pattern}/`;
    const most = schema.maxLength ?? (form && 'Infinity');
    const least = schema.minLength ?? (most === undefined ? undefined : 0);
    return call('limitedText', least?.toString(), most?.toString(), form);
  };

  const whole = ({ minimum, maximum }: JsonSchema): string => {
    if (!limits) return constant('whole');
    if (minimum === undefined || maximum === undefined) throw new Error('A number needs limits.');
    return call('limitedWhole', minimum.toString(), maximum.toString());
  };

  const list = (schema: JsonSchema): string => {
    const { minItems, maxItems } = schema;
    const entry = shape(schema.items as JsonSchema);
    if (!limits || maxItems === undefined) return call('list', entry, minItems?.toString());
    return call('limitedList', entry, (minItems ?? 0).toString(), maxItems.toString());
  };

  const members = (schema: JsonSchema): string => {
    const required = schema.required ?? [];
    const entries = Object.entries(schema.properties ?? {}).map(
      ([key, value]) => `'${key}${required.includes(key) ? '' : '?'}': ${shape(value)}`,
    );
    return `{ ${entries.join(', ')} }`;
  };

  /** Names that are known, or any other: what is known is for the types only. */
  const isOpenEnum = ([known, other]: readonly JsonSchema[]): boolean =>
    known?.enum !== undefined && other?.type === 'string' && Object.keys(other).length === 1;

  /** The member whose constant tells the kinds of a union apart, if there is one. */
  const tagOf = (kinds: readonly JsonSchema[]): string | undefined =>
    Object.keys(kinds[0]?.properties ?? {}).find((key) =>
      kinds.every((kind) => ['string', 'boolean'].includes(typeof member(kind, key)?.const)),
    );
  const member = (schema: JsonSchema, key: string): JsonSchema | undefined => {
    const found = schema.properties?.[key];
    return typeof found === 'object' ? found : undefined;
  };

  const union = (kinds: readonly JsonSchema[]): string => {
    if (isOpenEnum(kinds)) return constant('text');
    const other = kinds.filter((kind) => kind.type !== 'null');
    const [only] = other;
    if (other.length < kinds.length && other.length === 1 && only) {
      return call('nullable', shape(only));
    }
    const tag = tagOf(kinds);
    if (tag === undefined) return call('either', ...kinds.map(shape));
    const entries = kinds.map((kind) => `'${String(member(kind, tag)?.const)}': ${shape(kind)}`);
    return call('tagged', `'${tag}'`, `{ ${entries.join(', ')} }`);
  };

  const known = new Set(
    (
      '$schema type const enum anyOf oneOf properties required additionalProperties propertyNames ' +
      'items minItems maxItems minLength maxLength minimum maximum pattern format'
    ).split(' '),
  );

  const shape = (schema: boolean | JsonSchema): string => {
    if (typeof schema === 'boolean') throw new Error('A schema of anything at all is no contract.');
    const unknown = Object.keys(schema).filter((keyword) => !known.has(keyword));
    if (unknown.length > 0) {
      throw new Error(`Cannot write JSON Schema with ${unknown.join(', ')} as a shape.`);
    }
    const kinds = schema.anyOf ?? schema.oneOf;
    if (kinds) return union(kinds);
    if (schema.const !== undefined) return call('oneOf', JSON.stringify(schema.const));
    if (schema.enum) return call('oneOf', ...schema.enum.map((value) => JSON.stringify(value)));
    const types: unknown = schema.type; // zod writes a nullable plain value as a list of types
    if (Array.isArray(types)) {
      const kinds = types as NonNullable<JsonSchema['type']>[];
      return union(kinds.map((type) => (type === 'null' ? { type } : { ...schema, type })));
    }
    switch (schema.type) {
      case 'string':
        return text(schema);
      case 'integer':
        return whole(schema);
      case 'number':
        return constant('number');
      case 'boolean':
        return constant('truth');
      case 'array':
        return list(schema);
      case 'object':
        return object(schema);
      default:
        throw new Error(`Cannot write ${JSON.stringify(schema)} as a shape.`);
    }
  };

  const object = (schema: JsonSchema): string => {
    const names = schema.propertyNames;
    if (typeof names === 'object' && names.enum) {
      const value = shape(schema.additionalProperties as JsonSchema);
      const optional = names.enum.map((name) => `'${String(name)}?': ${value}`);
      return call('strict', `{ ${optional.join(', ')} }`);
    }
    return call(schema.additionalProperties === false ? 'strict' : 'object', members(schema));
  };

  /** Names for what stands more than once, longest first so that the parts of a shared part stay within it. */
  const sharedNames = () =>
    [...written]
      .filter(([code, times]) => times > 1 && code.length >= worthSharing)
      .sort(([a], [b]) => a.length - b.length)
      .map(([code], index) => ({ code, name: `shared${index + 1}` }));

  const shorten = (code: string, names: readonly { code: string; name: string }[]) =>
    [...names].reverse().reduce((short, each) => short.replaceAll(each.code, each.name), code);

  return {
    shape: (schema: JsonSchema) => shape(schema),
    /** Imports of what the code written so far calls. */
    imports: (shapes: string) => {
      const moduleOf = (name: string) =>
        Object.keys(modules).find((module) => modules[module]?.includes(name)) ?? 'shape';
      return ['shape', ...Object.keys(modules)]
        .map((module) => ({
          module,
          names: [...used].sort().filter((name) => moduleOf(name) === module),
        }))
        .filter(({ names }) => names.length > 0)
        .map(({ module, names }) => `import { ${names.join(', ')} } from '${shapes}/${module}.js';`)
        .join('\n');
    },
    /** Declarations of what stands more than once. */
    shared: () => {
      const names = sharedNames();
      return names
        .map(({ code, name }, index) => `const ${name} = ${shorten(code, names.slice(0, index))};`)
        .join('\n');
    },
    /** The code with what is shared replaced by its name. */
    shorten: (code: string) => shorten(code, sharedNames()),
  };
};
