/** Every value of a policy: what it means, what it may be, and what the two presets have. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import * as z from 'zod';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { portalPolicySchema } from '../../src/policy/portal-policy.js';

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly required?: readonly string[];
}

const file = new URL('../../src/policy/portal-policy.ts', import.meta.url);

/** What the source says of a value, by its name and the one above it: `session.idleMinutes`. */
const comments = (): ReadonlyMap<string, string> => {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile('portal-policy.ts', text, ts.ScriptTarget.Latest, true);
  const said = new Map<string, string>();
  const visit = (node: ts.Node, path: readonly string[]) => {
    const name = ts.isPropertyAssignment(node) ? node.name.getText() : undefined;
    const own = name === undefined ? path : [...path, name];
    const [comment] = name === undefined ? [] : ts.getJSDocCommentsAndTags(node);
    if (comment) {
      const words = comment.getText().replace(/^\/\*\*|\*\/$|^\s*\*/gm, '');
      said.set(own.slice(-2).join('.'), words.replace(/\s+/g, ' ').trim());
    }
    ts.forEachChild(node, (child) => {
      visit(child, own);
    });
  };
  visit(source, []);
  return said;
};

/** Sections of Markdown, one for each part of a policy. */
export const policyTables = (): string => {
  const said = comments();
  const { properties = {} } = z.toJSONSchema(portalPolicySchema) as Schema;
  return Object.entries(properties)
    .map(([part, schema]) => {
      const values = schema.properties ?? unwrapped(schema).properties ?? { '': schema };
      const rows = Object.entries(values).map(([name, value]) => {
        const path = name === '' ? [part] : [part, name];
        return [
          `\`${path.join('.')}\``,
          said.get(path.slice(-2).join('.')) ?? '',
          allowed(value),
          valueIn(mychart, path),
          valueIn(mycooper, path),
        ];
      });
      return [
        `### ${part}\n`,
        '| value | meaning | allowed | MyChart | myCooper |',
        '| --- | --- | --- | --- | --- |',
        ...rows.map((row) => `| ${row.join(' | ')} |`),
      ].join('\n');
    })
    .join('\n\n');
};

/** Without the `null` beside it. */
const unwrapped = (schema: Schema): Schema =>
  schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;

const allowed = (schema: Schema): string => {
  const { type, anyOf, oneOf, items, enum: choices, minimum, maximum, properties } = schema;
  const ways = anyOf ?? oneOf;
  if (ways) return [...new Set(ways.map(allowed))].join(', or ');
  if ('const' in schema) return `\`${String(schema.const)}\``;
  if (choices) return choices.map((choice) => `\`${choice}\``).join(', ');
  if (type === 'integer') return `${minimum ?? 0} to ${maximum ?? 'any'}`;
  if (type === 'array') return `list of: ${allowed(items ?? {})}`;
  if (type === 'null') return '`null`';
  if (properties) {
    return Object.entries(properties)
      .map(([name, value]) => `\`${name}\`: ${allowed(value)}`)
      .join('; ');
  }
  if (type === 'boolean') return '`true`, `false`';
  return schema.format ?? 'text';
};

const valueIn = (policy: object, path: readonly string[]): string => {
  const value = path.reduce<unknown>(
    (part, name) => (part as Readonly<Record<string, unknown>> | undefined)?.[name],
    policy,
  );
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text.replaceAll('|', '\\|');
};
