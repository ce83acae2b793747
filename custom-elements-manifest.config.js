import { readFileSync } from 'node:fs';
import { defineModule, tags } from './scripts/elements.js';

/** @typedef {{ name?: string, fieldName?: string, description?: string, privacy?: string, default?: string }} Item */
/** @typedef {{ kind: string, name: string, tagName?: string, customElement?: boolean, members?: Item[], attributes?: Item[], events?: Item[], cssProperties?: Item[] }} Declaration */
/** @typedef {{ kind: string, name: string, declaration: { name: string, module: string } }} Export */
/** @typedef {{ path: string, declarations?: Declaration[], exports?: Export[] }} Module */
/** @typedef {{ modules: Module[] }} Manifest */

/** @param {Manifest} manifest */
const elementsIn = ({ modules }) =>
  modules.flatMap(({ declarations = [] }) =>
    declarations.filter(({ customElement }) => customElement),
  );

/**
 * The manifest tells users of the elements what is theirs to use: what is exported, no private
 * members, and of attributes and events those with documentation (the analyzer also takes internal state for
 * attributes, dispatched events for nameless ones, and what a function takes apart for variables).
 */
const publicOnly = {
  name: 'public-only',
  /** @param {{ customElementsManifest: Manifest }} context */
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      const exported = new Set(module.exports?.map(({ declaration }) => declaration.name));
      module.declarations = module.declarations?.filter(({ name }) => exported.has(name)) ?? [];
    }
    for (const element of elementsIn(customElementsManifest)) {
      keep(element, 'members', ({ privacy = 'public' }) => privacy === 'public');
      const fields = new Set(element.members?.map(({ name }) => name));
      keep(
        element,
        'attributes',
        ({ description, fieldName }) => description !== undefined && fields.has(fieldName),
      );
      keep(element, 'events', ({ description }) => description !== undefined);
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

/** A field says what its attribute says; no default is a name that only the source knows. */
const described = {
  name: 'described',
  /** @param {{ customElementsManifest: Manifest }} context */
  packageLinkPhase({ customElementsManifest }) {
    for (const { attributes = [], members = [] } of elementsIn(customElementsManifest)) {
      const said = new Map(
        attributes.map(({ fieldName, description }) => [fieldName, description]),
      );
      for (const member of members) {
        const description =
          member.name === 'define'
            ? 'Registers the element, under its usual tag or another.'
            : said.get(member.name);
        if (description !== undefined) member.description ??= description;
      }
      for (const item of [...attributes, ...members]) {
        if (/^(?!null$|true$|false$)[a-z]\w*$/i.test(item.default ?? '')) delete item.default;
      }
    }
  },
};

/** Which module registers each element. */
const registered = {
  name: 'registered',
  /** @param {{ customElementsManifest: Manifest }} context */
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const tag of tags) {
      const module = modules.find(({ path }) => path === defineModule(tag));
      const home = modules.find(({ declarations = [] }) =>
        declarations.some(({ tagName }) => tagName === tag),
      );
      const name = home?.declarations?.find(({ tagName }) => tagName === tag)?.name;
      if (!module || !home || name === undefined) throw new Error(`The manifest has no <${tag}>.`);
      const declaration = { name, module: home.path };
      module.exports = [{ kind: 'custom-element-definition', name: tag, declaration }];
    }
  },
};

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
    }
    rename(value);
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
    for (const element of elementsIn(customElementsManifest)) element.cssProperties = tokens;
  },
};

export default {
  // What can be imported, and no part of an element.
  globs: [
    ...tags.flatMap((tag) => [`src/widgets/${tag}/${tag}.ts`, defineModule(tag)]),
    'src/{widgets/*,reading,ui/host}/*.events.ts',
  ],
  outdir: 'dist',
  litelement: true,
  plugins: [publicOnly, described, registered, themed, publishedPaths],
};
