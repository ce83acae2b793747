import { expect } from 'chai';
import { filesOf, importsOf, type Import } from './support/imports.js';
import { readText } from './support/package.js';

const imports = [...filesOf('src'), ...filesOf('mocks')].flatMap(importsOf);

interface Room {
  /** The file that says, at its top, what the room is for and what may come in. */
  readonly main?: string;
  /** Other rooms whose code it may use. */
  readonly uses: readonly string[];
  /** Further rooms whose types it may name. */
  readonly names?: readonly string[];
  /** Packages it may use. */
  readonly packages?: readonly string[];
}

const rooms: Readonly<Record<string, Room>> = {
  'src/shape': {
    main: 'shape.ts',
    uses: [],
  },
  'src/locales': {
    main: 'localize.ts',
    uses: [],
    packages: ['@lit/localize'],
  },
  'src/policy': {
    main: 'portal-policy.ts',
    uses: ['src/shape'],
    packages: ['zod'],
  },
  'src/faq': {
    main: 'faq.ts',
    uses: ['src/policy', 'src/shape', 'src/locales'],
  },
  'src/contract': {
    main: 'index.ts',
    uses: ['src/shape', 'src/policy'],
    packages: ['zod'],
  },
  'src/fhir': {
    main: 'read-record.ts',
    uses: ['src/policy', 'src/contract'],
    packages: ['parse5', 'zod'],
  },
  'src/client': {
    main: 'portal-client.ts',
    uses: ['src/shape', 'src/policy', 'src/contract'],
  },
  'src/adapter': {
    main: 'index.ts',
    uses: ['src/contract', 'src/client'],
    names: ['src/policy'],
  },
  'src/session': {
    main: 'session-store.ts',
    uses: ['src/shape', 'src/policy', 'src/contract', 'src/client', 'src/locales'],
    packages: ['@lit/context', '@lit/task', 'lit'],
  },
  'src/ui': {
    main: 'note.ts',
    uses: ['src/shape', 'src/locales'],
    names: ['src/policy', 'src/contract', 'src/client'],
    packages: ['@lit/task', 'lit'],
  },
  'src/reading': {
    main: 'paged-reader.ts',
    uses: ['src/shape', 'src/contract', 'src/client', 'src/session', 'src/locales', 'src/ui'],
    packages: ['@lit/task', 'lit'],
  },
  'src/forms': {
    main: 'form-controller.ts',
    uses: [
      'src/shape',
      'src/policy',
      'src/contract',
      'src/client',
      'src/session',
      'src/locales',
      'src/ui',
    ],
    packages: ['lit'],
  },
  'src/widgets': {
    uses: [
      'src/shape',
      'src/policy',
      'src/contract',
      'src/client',
      'src/session',
      'src/locales',
      'src/faq',
      'src/ui',
      'src/reading',
      'src/forms',
    ],
    packages: ['@lit/context', '@lit/task', '@simplewebauthn/browser', 'lit', 'uqr'],
  },
  src: {
    uses: [
      'src/shape',
      'src/locales',
      'src/policy',
      'src/client',
      'src/session',
      'src/ui',
      'src/reading',
      'src/widgets',
    ],
    names: ['src/contract'],
  },

  'mocks/rules': {
    main: 'decision.ts',
    uses: ['src/shape', 'src/policy', 'src/contract'],
    names: ['mocks/db'],
    packages: ['otpauth'],
  },
  'mocks/people': {
    main: 'index.ts',
    uses: ['src/policy', 'src/contract', 'src/fhir'],
    names: ['mocks/db'],
  },
  'mocks/db': {
    main: 'database.ts',
    uses: ['src/shape', 'src/policy', 'src/contract', 'src/fhir', 'mocks'],
    packages: ['idb'],
  },
  'mocks/handlers': {
    main: 'index.ts',
    uses: ['src/shape', 'src/policy', 'src/contract', 'mocks', 'mocks/db', 'mocks/rules'],
    packages: ['@simplewebauthn/server', 'msw', 'zod'],
  },
  'mocks/desk': {
    main: 'index.ts',
    uses: [
      'src/policy',
      'src/contract',
      'src/fhir',
      'mocks',
      'mocks/db',
      'mocks/rules',
      'mocks/people',
      'mocks/handlers',
    ],
    packages: ['msw', 'zod'],
  },
  mocks: {
    main: 'index.ts',
    uses: [
      'src/policy',
      'src/contract',
      'mocks/db',
      'mocks/people',
      'mocks/rules',
      'mocks/handlers',
      'mocks/desk',
    ],
    packages: ['msw'],
  },
  'mocks/server': {
    main: 'index.ts',
    uses: [
      'src/policy',
      'src/contract',
      'src/fhir',
      'mocks',
      'mocks/db',
      'mocks/rules',
      'mocks/people',
      'mocks/handlers',
      'mocks/desk',
    ],
    packages: ['msw', 'node', 'zod'],
  },
};

/** `src/ui/note.ts` → `src/ui`; `src/index.ts` → `src`. */
const roomOf = (path: string): string => path.split('/').slice(0, -1).slice(0, 2).join('/');

const isFile = ({ to }: Import): boolean => /^(src|mocks)\//.test(to);
/** `idb/build` → `idb`; what Node itself brings → `node`. */
const packageOf = (name: string): string => /^(node(?=:)|(@[^/]+\/)?[^/]+)/.exec(name)?.[0] ?? name;
const named = (found: readonly Import[]) => found.map(({ from, to }) => `${from} → ${to}`);

describe('imports point one way', () => {
  it('every room is in the table', () => {
    const found = [...new Set(imports.map(({ from }) => roomOf(from)))];
    expect(found.filter((room) => !(room in rooms))).to.deep.equal([]);
  });

  for (const [name, { uses, names = [], packages = [] }] of Object.entries(rooms)) {
    it(`${name} uses ${[...uses, ...packages].join(', ') || 'nothing'}`, () => {
      const wrong = imports.filter((one) => {
        if (roomOf(one.from) !== name) return false;
        if (!isFile(one)) return !one.typeOnly && !packages.includes(packageOf(one.to));
        const other = roomOf(one.to);
        return other !== name && !uses.includes(other) && !(one.typeOnly && names.includes(other));
      });
      expect(named(wrong)).to.deep.equal([]);
    });
  }

  for (const [name, { main }] of Object.entries(rooms)) {
    if (main === undefined) continue;
    it(`${name} says in ${main} what it is for`, () => {
      const [heading = ''] = readText(`${name}/${main}`).split('*/');
      expect(heading).to.match(/^\/\*\*\n( \* .+\n){2}/);
    });
  }

  it('widgets do not import each other', () => {
    const folder = (path: string) => /^src\/widgets\/([^/]+)\//.exec(path)?.[1];
    const wrong = imports.filter(
      ({ from, to }) => folder(from) && folder(to) && folder(from) !== folder(to),
    );
    expect(named(wrong)).to.deep.equal([]);
  });

  it('zod is used by schemas only, never by what a patient downloads', () => {
    const reached = reachableFrom('src/index.ts', 'src/define.ts', 'src/autoload.ts');
    const wrong = imports.filter(
      ({ from, to, typeOnly }) => reached.has(from) && packageOf(to) === 'zod' && !typeOnly,
    );
    expect(named(wrong)).to.deep.equal([]);
  });

  it('no import runs in a circle', () => {
    expect(circles()).to.deep.equal([]);
  });

  it('no folder has more files than fit in one look', () => {
    const folders = new Map<string, number>();
    for (const file of ['src', 'mocks', 'stories', 'demo', 'test'].flatMap(filesOf)) {
      const folder = file.slice(0, file.lastIndexOf('/'));
      folders.set(folder, (folders.get(folder) ?? 0) + 1);
    }
    expect([...folders].filter(([, files]) => files > 20)).to.deep.equal([]);
  });

  it('stories, demo and code import nothing from the tests', () => {
    const outside = ['stories', 'demo', 'src', 'mocks'].flatMap(filesOf).flatMap(importsOf);
    expect(outside.filter(({ to }) => to.startsWith('test/'))).to.deep.equal([]);
  });
});

/** What a file imports of ours, for a type or on demand too. */
const importedBy = (file: string): Import[] =>
  imports.filter((one) => one.from === file && isFile(one));

/** Every file that is loaded with the entries, at once or on demand. */
function reachableFrom(...entries: string[]): Set<string> {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const { to, typeOnly } of importedBy(file)) if (!typeOnly) visit(to);
  };
  entries.forEach(visit);
  return reached;
}

/** Files that need each other, for a type or on demand too: none can be read, moved or tried without the rest. */
function circles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const { to } of importedBy(file)) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of new Set(imports.map(({ from }) => from))) visit(file, []);
  return found;
}
