import type { StrictArgTypes, StrictInputType } from 'storybook/internal/types';
import { elements, type Attribute, type ElementManifest } from './manifest.js';

/** What the table and the controls of an element show: attributes and properties once each, then events and slots. */
export const argTypesOf = (tag: string | undefined): StrictArgTypes => {
  const element = tag === undefined ? undefined : elements.get(tag);
  if (!element) return {};
  const { attributes = [], events = [], slots = [] } = element;
  return Object.fromEntries([
    ...attributes.map((attribute) => [attribute.name, attributeRow(attribute)] as const),
    ...propertiesOnly(element).map(
      ({ name, description = '', type }) =>
        [name, told('properties', name, description, type?.text)] as const,
    ),
    ...events.map(
      ({ name, description = '' }) => [name, told('events', name, description)] as const,
    ),
    ...slots.map(({ name, description = '' }) => {
      const slot = name || 'default slot';
      return [`slot ${name}`, told('slots', slot, description)] as const;
    }),
  ]);
};

/** Fields that no attribute sets. */
const propertiesOnly = ({ attributes = [], members = [] }: ElementManifest) => {
  const reflected = new Set(attributes.map(({ fieldName }) => fieldName));
  return members.filter(
    ({ kind, name, description }) =>
      kind === 'field' && description !== undefined && !reflected.has(name),
  );
};

const told = (
  category: string,
  name: string,
  description: string,
  type?: string,
): StrictInputType => ({
  name,
  description,
  control: false,
  table: { category, ...(type !== undefined && { type: { summary: type } }) },
});

const attributeRow = (attribute: Attribute): StrictInputType => {
  const { name, description = '', type, default: byDefault } = attribute;
  return {
    ...told('attributes', name, description, type?.text),
    ...controlFor(attribute),
    table: {
      category: 'attributes',
      ...(type && { type: { summary: type.text } }),
      ...(byDefault !== undefined && { defaultValue: { summary: byDefault } }),
    },
  };
};

/** Headings begin at level 2 inside of a page, and end at 4. */
const headingLevels = [2, 3, 4];

const controlFor = ({ name, type }: Attribute): Partial<StrictInputType> => {
  const text = type?.text ?? '';
  const words = [...text.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
  if (name === 'heading-level')
    return { control: { type: 'inline-radio' }, options: headingLevels };
  if (name === 'policy') return { control: { type: 'select' }, options: ['mychart', 'mycooper'] };
  if (name === 'locale') return { control: { type: 'inline-radio' }, options: ['en', 'es'] };
  if (words.length > 0) return { control: { type: 'inline-radio' }, options: words };
  if (text === 'boolean') return { control: { type: 'boolean' } };
  if (text === 'number') return { control: { type: 'number', min: 1 } };
  if (/\bstring\b/.test(text)) return { control: { type: 'text' } };
  return {};
};

const before = new WeakMap<Element, Map<string, unknown>>();

/** Gives an element what the controls say. What a control no longer says is again as it was. */
export const applyArgs = (
  page: HTMLElement,
  tag: string,
  args: Readonly<Record<string, unknown>>,
): void => {
  const element = page.querySelector(tag);
  if (!element) return;
  const was = before.get(element) ?? new Map<string, unknown>();
  before.set(element, was);
  for (const { name, fieldName } of elements.get(tag)?.attributes ?? []) {
    if (fieldName === undefined) continue;
    if (args[name] !== undefined) {
      if (!was.has(fieldName)) was.set(fieldName, Reflect.get(element, fieldName));
      Reflect.set(element, fieldName, args[name]);
    } else if (was.has(fieldName)) {
      Reflect.set(element, fieldName, was.get(fieldName));
      was.delete(fieldName);
    }
  }
};
