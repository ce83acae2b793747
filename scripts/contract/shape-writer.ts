import type { z } from 'zod/mini';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Where the functions stand. */
const modules: Readonly<Record<string, readonly string[]>> = {
  shape: [
    ...['day', 'instant', 'list', 'nullable', 'number', 'object'],
    ...['oneOf', 'tagged', 'text', 'truth', 'whole'],
  ],
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
  const written = new Map<string, number>();
  const call = (name: string, ...args: readonly (string | undefined)[]) => {
    while (args.length > 0 && args.at(-1) === undefined) args = args.slice(0, -1);
    const code = `${name}(${args.map((arg) => arg ?? 'undefined').join(', ')})`;
    written.set(code, (written.get(code) ?? 0) + 1);
    return code;
  };
  const text = (schema: JsonSchema): string => {
    if (schema.format === 'date-time') return 'instant';
    if (schema.format === 'date') return 'day';
    if (!limits) return 'text';
    const form = schema.pattern === undefined ? undefined : `/${schema.pattern}/`;
    const most = schema.maxLength ?? (form && 'Infinity');
    const least = schema.minLength ?? (most === undefined ? undefined : 0);
    return call('limitedText', least?.toString(), most?.toString(), form);
  };

  const whole = ({ minimum, maximum }: JsonSchema): string => {
    if (!limits) return 'whole';
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
    if (isOpenEnum(kinds)) return 'text';
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
        return 'number';
      case 'boolean':
        return 'truth';
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

  /** Names for what stands more than once, longest last so that the parts of a shared part have theirs before it. */
  const sharedParts = (): Part[] =>
    [...written]
      .filter(([code, times]) => times > 1 && isWorthSharing(code))
      .sort(([a], [b]) => a.length - b.length)
      .map(([code], index) => ({ code, name: `shared${index + 1}` }));

  return {
    shape: (schema: JsonSchema) => shape(schema),
    /** What stands more than once in what was written so far. */
    sharedParts,
  };
};

/** Code of a shape, and what it is called where it stands by itself. */
export interface Part {
  readonly code: string;
  readonly name: string;
}

export const isWorthSharing = (code: string): boolean => code.length >= worthSharing;

/** The code with each part replaced by its name, the longest first: a part of a part stays within it. */
export const shorten = (code: string, parts: readonly Part[]): string =>
  [...parts]
    .sort((a, b) => b.code.length - a.code.length)
    .reduce((short, part) => short.replaceAll(part.code, part.name), code);

/** Declarations of parts, each in terms of the ones before it. */
export const declarations = (parts: readonly Part[]): string =>
  parts
    .map(({ code, name }, index) => `const ${name} = ${shorten(code, parts.slice(0, index))};`)
    .join('\n');

/** Names that code mentions, beside those in its texts. */
export const namesIn = (code: string): Set<string> =>
  new Set(code.replace(/'[^'\n]*'|"[^"\n]*"/g, '').match(/\b[a-zA-Z]\w*\b/g));

/** Imports of the functions of `src/shape` that code calls. */
export const shapeImports = (code: string, folder: string): string => {
  const names = namesIn(code);
  return Object.entries(modules)
    .map(([module, functions]) => ({ module, used: functions.filter((name) => names.has(name)) }))
    .filter(({ used }) => used.length > 0)
    .map(({ module, used }) => `import { ${used.join(', ')} } from '${folder}/${module}.js';`)
    .join('\n');
};
