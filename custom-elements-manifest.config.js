/** @typedef {{ name?: string, description?: string, privacy?: string }} Item */
/** @typedef {{ members?: Item[], attributes?: Item[], events?: Item[] }} Declaration */
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
      keep(declaration, 'attributes', ({ description }) => description !== undefined);
      keep(declaration, 'events', ({ description }) => description !== undefined);
    }
  },
};

/**
 * @param {Declaration} declaration
 * @param {keyof Declaration} part
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

export default {
  globs: ['src/widgets/**/*.ts', 'src/reading/*.events.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [publicOnly, publishedPaths],
};
