/**
 * What editors and frameworks know of the elements, from the manifest: data for VS Code and JetBrains, and the
 * types of JSX and templates.
 *
 * The types are written here, and not by a generator: those at hand name event classes that they do not import, say
 * `CustomEvent` of events that are none, and speak for a dozen frameworks in one file. Ours are one table of all
 * elements (`elements.d.ts`) and a small file for each framework, in `types/`.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { format, resolveConfig } from 'prettier';

/** @typedef {{ name: string, description?: string, type?: { text: string } }} Item */
/** @typedef {Item & { fieldName: string }} Attribute */
/** @typedef {Item & { kind: string, readonly?: boolean, static?: boolean }} Member */
/** @typedef {{ name: string, tagName: string, description: string, customElement?: boolean, attributes?: Attribute[], members?: Member[], events?: Item[], cssProperties: Item[] }} Element */
/** @typedef {{ modules: { declarations?: Element[] }[] }} Manifest */

/**
 * @param {Manifest} manifest
 * @param {string} outdir
 */
export function writeEditorData(manifest, outdir) {
  const options = { outdir, hideLogs: true, hideMethodDocs: true, hideCssPropertiesDocs: true };
  // Every element takes the same tokens; each is listed once.
  const copy = structuredClone(manifest);
  for (const element of elementsIn(copy).slice(1)) element.cssProperties = [];
  generateVsCodeCustomElementData(structuredClone(copy), options);
  generateJetBrainsWebTypes(copy, { ...options, packageJson: false });
}

/**
 * @param {Manifest} manifest
 * @returns {Promise<Map<string, string>>} texts by path in dist
 */
export async function elementTypes(manifest) {
  const frameworks = join(import.meta.dirname, 'types');
  const style = { ...(await resolveConfig(import.meta.filename)), parser: 'typescript' };
  return new Map([
    ['types/elements.d.ts', await format(tableOf(elementsIn(manifest)), style)],
    ...readdirSync(frameworks).map(
      (name) =>
        /** @type {const} */ ([`types/${name}`, readFileSync(join(frameworks, name), 'utf8')]),
    ),
  ]);
}

/** @param {Manifest} manifest */
const elementsIn = ({ modules }) =>
  modules.flatMap(({ declarations = [] }) =>
    declarations.filter(({ customElement }) => customElement),
  );

/** @param {readonly Element[]} elements */
function tableOf(elements) {
  const classes = elements.flatMap(({ name, events = [] }) => [
    name,
    ...events.map(({ type }) => type?.text ?? 'Event'),
  ]);
  const names = [...new Set(classes)].filter((name) => name !== 'Event').sort();
  return `
import type { ${names.join(', ')} } from '../src/index.js';

/** What an element takes and tells. */
export interface PortalElement {
  element: HTMLElement;
  attributes: object;
  properties: object;
  events: object;
}

/** Each element by its tag. */
export interface PortalElements {
  ${elements.map(elementIn).join('\n')}
}

/** Attributes and properties side by side; where one name is both, the property takes more. */
export type Settings<E extends PortalElement> = Omit<E['attributes'], keyof E['properties']> &
  E['properties'];

/** The tokens, wherever styles are written as an object. */
export interface PortalTokens {
  ${elements[0]?.cssProperties.map((token) => `${docs(token)}'${token.name}'?: string | undefined;`).join('\n')}
}

/** Listeners by the names of their events, with what a framework puts before it. */
export type Listeners<Prefix extends string, Events> = {
  [Name in keyof Events & string as \`\${Prefix}\${Name}\`]?:
    ((event: Events[Name]) => void) | undefined;
};

/** The same members, with what a framework puts before their names. */
export type Prefixed<Prefix extends string, Members> = {
  [Name in keyof Members & string as \`\${Prefix}\${Name}\`]?: Members[Name];
};
`;
}

/** @param {Element} element */
function elementIn({ name, tagName, description, attributes = [], members = [], events = [] }) {
  const fields = members.filter(
    (member) => member.kind === 'field' && !member.readonly && !member.static,
  );
  const lines = (/** @type {readonly Item[]} */ items, /** @type {(item: any) => string} */ line) =>
    `{ ${items.map((item) => `${docs(item)}${line(item)}`).join('\n')} }`;
  return `${docs({ description })}'${tagName}': {
    element: ${name};
    attributes: ${lines(attributes, (each) => `'${each.name}'?: ${typeOf(each, name)} | undefined;`)};
    properties: ${lines(fields, (each) => `${each.name}?: ${name}['${each.name}'] | undefined;`)};
    events: ${lines(events, (each) => `'${each.name}': ${each.type?.text ?? 'Event'};`)};
  };`;
}

/**
 * @param {Attribute} attribute
 * @param {string} element the name of its class
 */
function typeOf({ type, fieldName }, element) {
  switch (type?.text) {
    case 'number':
      return 'number | `${number}`';
    case 'PolicySource': // an object is a property
      return 'string';
    default:
      return `${element}['${fieldName}']`;
  }
}

/** @param {Pick<Item, 'description'>} item */
const docs = ({ description = '' }) => {
  const lines = description.trim().split('\n');
  return lines.length > 1
    ? `/**\n${lines.map((line) => ` * ${line}`).join('\n')}\n */\n`
    : `/** ${lines[0]} */\n`;
};
