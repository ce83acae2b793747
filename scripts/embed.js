/**
 * The scripts of dist/embed, as they travel: few files, each of what is used together, so that they compress
 * well and are there in few round trips.
 *
 *   autoload.js         fetches what a page's elements need, in chunks: `core`, which every page needs; `record`
 *                       and `more`, for elements that show a record; `sign-in` and `forms`; one for each element.
 *                       The rest is fetched on demand.
 *   define/<tag>.js     one element each, from the same chunks
 *   words.js            what a page imports to register a language, before one of the others; by itself
 *   define.js           all elements in one file, with chunks of its own for what is on demand
 *
 * The name of a chunk says what is in it: that of its module, with its element's before, or that of its group. A hash
 * follows, so that a cache never mixes two versions. Those of `define.js` stand apart, in `chunks/define/`.
 */
import { join } from 'node:path';
import { bundle } from './bundle.js';
import { defineModule, tags } from './elements.js';
import { replaceMapped } from './mapped-text.js';
import { root } from './project.js';

/** @typedef {import('./bundle.js').MappedChunk} Chunk */

const source = (/** @type {string} */ name) => join(root, 'src', `${name}.ts`);

/** On demand in the code, or of what only some elements show; but small, and every page needs some of them. */
const everywhere = ['ui/note', 'ui/styles/page-scheme', 'policy/mychart', 'policy/mycooper'].map(
  source,
);

/** On demand in the code, but on every page as soon as somebody is signed in. */
const onceSignedIn = [
  'session/watched-guard',
  'widgets/portal-session/idle-warning',
  // Small. Alone, it would put the bundler's helpers into a file of their own.
  'ui/save-file',
  // Small. In the file of the one element that needs it at first, an open result would bring all of that along.
  'reading/message-start.events',
  'contract/generated/shapes/result-value',
].map(source);

/**
 * On demand in the code, but on each page with the element that has something to show.
 * @type {Partial<Record<string, readonly string[]>>}
 */
const shownAtFirst = {
  'family-access': ['widgets/family-access/sharing-view'],
  'portal-demographics': ['widgets/portal-demographics/demographics-form'],
  'portal-faq': ['widgets/portal-faq/open-faq'],
  'portal-help': ['widgets/portal-help/further-sections'],
  'portal-login': ['ui/form/password-aids'],
};

/** What a page fetches by its language. */
const byLanguage = {
  'portal-session es': 'locales/generated/es',
  'portal-faq en': 'faq/en/index',
  'portal-faq es': 'faq/es/index',
};

/** Elements that show nothing of a record, and work with nobody signed in. */
const signedOut = [
  'portal-faq',
  'portal-help',
  'portal-login',
  'portal-recovery',
  'portal-session',
  'portal-signup',
];

/** Elements that are mostly a form. */
const forms = [
  'portal-demographics',
  'portal-help',
  'portal-login',
  'portal-preferences',
  'portal-recovery',
  'portal-signup',
];

const earlyReads = 'src/early-reads.ts';
/** Elements that it asks for. */
const readEarly = ['health-summary', 'med-renewal', 'secure-inbox', 'test-results'];

/** The elements that a record is opened with. */
const opening = ['proxy-switcher', 'test-results'];

/** @param {string} tag */
const modulesOf = (tag) => [
  join(root, defineModule(tag)),
  ...(shownAtFirst[tag] ?? []).map(source),
];

/**
 * All that follows from some things, themselves included.
 * @param {readonly string[]} from
 * @param {(id: string) => readonly string[]} next
 */
function closure(from, next) {
  /** @type {Set<string>} */
  const found = new Set();
  const visit = (/** @type {string} */ id) => {
    if (found.has(id)) return;
    found.add(id);
    next(id).forEach(visit);
  };
  from.forEach(visit);
  return found;
}

const entries = {
  autoload: 'src/autoload.ts',
  ...Object.fromEntries(tags.map((tag) => [tag, defineModule(tag)])),
};

/**
 * Which chunk a module goes into; null: where it fits.
 * @typedef {(id: string) => string | null} Plan
 */

/** @returns {Promise<{ chunked: Plan, inOne: Plan }>} for `autoload.js`, and for `define.js` */
async function readPlan() {
  /** @type {Map<string, readonly string[]>} */
  const imports = new Map();
  await bundle(entries, [
    {
      name: 'read-imports',
      moduleParsed: ({ id, importedIds }) => void imports.set(id, importedIds),
    },
  ]);
  const needs = (/** @type {readonly string[]} */ from) =>
    closure(from, (id) => imports.get(id) ?? []);
  const core = needs([...modulesOf('portal-session'), ...everywhere]);
  const record = needs(onceSignedIn);
  const users = tags.map((tag) => ({ tag, needed: needs(modulesOf(tag)) }));
  const whole = needs([...tags.map((tag) => join(root, defineModule(tag))), ...core, ...record]);
  whole.add(source('define'));
  /** @type {Plan} */
  const chunked = (id) => {
    if (core.has(id)) return 'core';
    if (record.has(id)) return 'record';
    const used = users.filter(({ needed }) => needed.has(id)).map(({ tag }) => tag);
    if (used.length < 2) return used[0] ?? null;
    const isForForms = used.every((tag) => forms.includes(tag));
    if (used.includes('portal-login')) return isForForms ? 'sign-in' : 'core';
    if (used.some((tag) => opening.includes(tag))) return 'record';
    return isForForms ? 'forms' : 'more';
  };
  return { chunked, inOne: (id) => (whole.has(id) ? 'define' : null) };
}

/** @param {Plan} plan */
const grouped = (plan) => ({
  codeSplitting: {
    groups: [{ debugName: 'plan', name: plan }],
    includeDependenciesRecursively: false,
  },
});

const mapModule = source('first-view');

/** @type {import('rolldown').Plugin} */
const emptyMap = {
  name: 'first-view',
  load: (id) => (id === mapModule ? 'export const firstView = __FIRST_VIEW__;' : undefined),
};

/** @typedef {Pick<Chunk, 'fileName' | 'code' | 'imports' | 'dynamicImports'> & Partial<Pick<Chunk, 'map'>>} EmbedFile */

/**
 * `widgets/test-results/trend/trend-view` → `test-results-trend-view`, `faq/en/index` → `faq-en`
 * @param {{ name: string, facadeModuleId?: string | null | undefined }} chunk
 */
function nameOf({ name, facadeModuleId }) {
  if (!facadeModuleId || name in entries) return name; // a group of modules, or an element
  const [, tag] = /[/\\]src[/\\]widgets[/\\]([^/\\]+)/.exec(facadeModuleId) ?? [];
  if (tag) return name.startsWith(tag) ? name : `${tag}-${name}`;
  const [, language] = /[/\\]src[/\\]faq[/\\](en|es)\b/.exec(facadeModuleId) ?? [];
  return language ? `faq-${language}` : name;
}

/**
 * @typedef {object} EmbedFiles
 * @property {EmbedFile[]} files
 * @property {string[]} moduleIds what went into them
 * @property {Record<string, string[]>} firstView what a page fetches at first, by its elements and language
 */

/** @returns {Promise<EmbedFiles>} */
export async function embedFiles() {
  const { chunked, inOne } = await readPlan();
  const chunks = await bundle(entries, [emptyMap], {
    entryFileNames: (chunk) =>
      chunk.name === 'autoload' ? 'autoload.js' : `chunks/${nameOf(chunk)}-[hash].js`,
    chunkFileNames: (chunk) => `chunks/${nameOf(chunk)}-[hash].js`,
    ...grouped(chunked),
  });
  const all = await bundle({ define: 'src/define.ts' }, [], {
    chunkFileNames: (chunk) => `chunks/define/${nameOf(chunk)}-[hash].js`,
    ...grouped(inOne),
  });
  const words = await bundle({ words: 'src/locales/registered-texts.ts' });
  const firstView = viewsIn(chunks);
  return {
    firstView,
    moduleIds: [...chunks, ...all].flatMap((chunk) => chunk.moduleIds),
    files: [
      ...chunks.map((chunk) => ({
        ...chunk,
        ...replaceMapped(chunk, /__FIRST_VIEW__/g, () =>
          JSON.stringify(preloadsIn(chunks, firstView)),
        ),
      })),
      ...tags.map((tag) => {
        const chunk = fileWith(chunks, join(root, defineModule(tag)));
        const code = `import "../${chunk}";`;
        return { fileName: `define/${tag}.js`, code, imports: [chunk], dynamicImports: [] };
      }),
      ...all,
      ...words,
    ],
  };
}

/**
 * @param {Chunk[]} chunks
 * @param {string} id
 */
function fileWith(chunks, id) {
  const chunk = chunks.find(({ moduleIds }) => moduleIds.includes(id));
  if (!chunk) throw new Error(`${id} is in no chunk.`);
  return chunk.fileName;
}

/**
 * What the autoloader asks for beside what it imports at the same time. What most views need comes first: lists that
 * begin alike are small.
 * @param {Chunk[]} chunks
 * @param {Record<string, string[]>} firstView
 */
function preloadsIn(chunks, firstView) {
  const all = Object.values(firstView).flat();
  const uses = (/** @type {string} */ file) => all.filter((each) => each === file).length;
  return Object.fromEntries(
    Object.entries(firstView).map(([view, files]) => {
      const [tag = '', language] = view.split(' ');
      const imported = [defineModule(tag), earlyReads].map((id) =>
        fileWith(chunks, join(root, id)),
      );
      const asked = language ? (firstView[tag] ?? []) : imported;
      const further = files.filter((file) => !asked.includes(file));
      return [view, further.sort((a, b) => uses(b) - uses(a))];
    }),
  );
}

/** @param {Chunk[]} chunks */
function viewsIn(chunks) {
  const imports = new Map(chunks.map((chunk) => [chunk.fileName, chunk.imports]));
  const filesOf = (/** @type {readonly string[]} */ modules) => [
    ...closure(
      modules.map((id) => fileWith(chunks, id)),
      (name) => imports.get(name) ?? [],
    ),
  ];
  return Object.fromEntries([
    ...tags.map((tag) => [
      tag,
      filesOf([
        ...modulesOf(tag),
        ...(signedOut.includes(tag) ? [] : onceSignedIn),
        ...(readEarly.includes(tag) ? [join(root, earlyReads)] : []),
      ]),
    ]),
    ...Object.entries(byLanguage).map(([name, module]) => [name, filesOf([source(module)])]),
  ]);
}
