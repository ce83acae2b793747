import { readFileSync } from 'node:fs';

/** @typedef {{ name?: string, fieldName?: string, description?: string, privacy?: string, default?: string }} Item */
/** @typedef {{ customElement?: boolean, members?: Item[], attributes?: Item[], events?: Item[], cssProperties?: Item[] }} Declaration */
/** @typedef {{ modules: { declarations?: Declaration[] }[] }} Manifest */

/**
 * The manifest tells users of the elements what is theirs to use: no private members, and of
 * attributes and events those with documentation (the analyzer also takes internal state for
 * attributes, and dispatched events for nameless ones).
 */
const publicOnly = {
  name: 'public-only',
  /** @param {{ customElementsManifest: Manifest }} context */
  packageLinkPhase({ customElementsManifest }) {
    for (const declaration of customElementsManifest.modules.flatMap((m) => m.declarations ?? [])) {
      keep(declaration, 'members', ({ privacy = 'public' }) => privacy === 'public');
      const fields = new Set(declaration.members?.map(({ name }) => name));
      keep(
        declaration,
        'attributes',
        ({ description, fieldName }) => description !== undefined && fields.has(fieldName),
      );
      keep(declaration, 'events', ({ description }) => description !== undefined);
    }
  },
};

/**
 * @param {Declaration} declaration
 * @param {'members' | 'attributes' | 'events'} part
 * @param {(item: Item) => boolean} test
 */
function keep(declaration, part, test) {
  const items = declaration[part];
  if (items) declaration[part] = items.filter(test);
}

/** Its paths name what is published, not the source it is made from. */
const publishedPaths = {
  name: 'published-paths',
  /** @param {{ customElementsManifest: Manifest }} context */
  packageLinkPhase({ customElementsManifest }) {
    rename(customElementsManifest);
  },
};

/** @param {unknown} node */
function rename(node) {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if ((key === 'path' || key === 'module') && typeof value === 'string') {
      Object.assign(node, { [key]: value.replace(/^\/?(src\/.*)\.[jt]s$/, 'dist/$1.js') });
    } else rename(value);
  }
}

/** The tokens, as docs/theming.md has them: each element takes all of them. */
const tokens = [
  ...readFileSync(new URL('docs/theming.md', import.meta.url), 'utf8').matchAll(
    /^\| `(--portal-[a-z-]+)` *\| (.*?) *\| (.*?) *\|$/gm,
  ),
].map(([, name = '', description = '', byDefault = '']) => ({
  name,
  description,
  default: byDefault,
}));

const themed = {
  name: 'themed',
  /** @param {{ customElementsManifest: Manifest }} context */
  packageLinkPhase({ customElementsManifest }) {
    for (const declaration of customElementsManifest.modules.flatMap((m) => m.declarations ?? [])) {
      if (declaration.customElement) declaration.cssProperties = tokens;
    }
  },
};

export default {
  globs: ['src/widgets/**/*.ts', 'src/reading/*.events.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [publicOnly, themed, publishedPaths],
};
