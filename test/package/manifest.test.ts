import { expect } from 'chai';
import { tags } from '../../scripts/elements.js';
import { packageJson, readText } from '../node/support/package.js';

interface Item {
  readonly name: string;
  readonly description?: string;
  readonly privacy?: string;
  readonly fieldName?: string;
}

interface Declaration {
  readonly name: string;
  readonly customElement?: boolean;
  readonly superclass?: { readonly name: string };
  readonly attributes?: readonly Item[];
  readonly members?: readonly Item[];
  readonly events?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
}

const { modules } = JSON.parse(readText(packageJson.customElements)) as {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations?: readonly Declaration[];
    readonly exports?: readonly { readonly kind: string; readonly name: string }[];
  }[];
};

const declarations = modules.flatMap(({ declarations = [] }) => declarations);
const elements = declarations.filter(({ customElement }) => customElement);

/** Names of what a test finds wrong, as `PortalLogin.busy`. */
const wrong = (
  parts: readonly ('attributes' | 'members' | 'events' | 'cssParts' | 'cssProperties')[],
  isWrong: (item: Item, element: Declaration) => boolean,
) =>
  elements.flatMap((element) =>
    parts
      .flatMap((part) => element[part] ?? [])
      .filter((item) => isWrong(item, element))
      .map(({ name }) => `${element.name}.${name}`),
  );

/** Source of an element's class. */
const sourceOf = ({ name }: Declaration) => {
  const module = modules.find(({ declarations = [] }) =>
    declarations.some((declaration) => declaration.name === name),
  );
  return readText((module?.path ?? '').replace(/^dist\/(.*)\.js$/, '$1.ts'));
};

describe('the manifest', () => {
  it('describes whatever it names', () => {
    expect(elements).to.have.length(tags.length);
    expect(
      wrong(
        ['attributes', 'members', 'events', 'cssParts', 'cssProperties'],
        ({ description = '' }) => description.trim() === '',
      ),
    ).to.deep.equal([]);
  });

  it('tells of nothing private, protected or of the element’s own state', () => {
    const isState = (source: string, name = '') =>
      new RegExp(`\\b${name}: \\{ state: true`).test(source) ||
      new RegExp(`\\b(private|protected)\\b[^\\n(]*\\b${name}\\b`).test(source);
    expect(
      wrong(
        ['attributes', 'members'],
        ({ name, fieldName = name, privacy = 'public' }, element) =>
          privacy !== 'public' || name.startsWith('#') || isState(sourceOf(element), fieldName),
      ),
    ).to.deep.equal([]);
  });

  it('tells of elements and events only, which can be imported', () => {
    const others = declarations.filter(
      ({ customElement, superclass }) => !customElement && superclass?.name !== 'Event',
    );
    expect(others.map(({ name }) => name)).to.deep.equal(['messageAboutPrefix']);
  });

  it('says which module registers each element', () => {
    const registered = modules
      .flatMap(({ exports = [] }) => exports)
      .filter(({ kind }) => kind === 'custom-element-definition')
      .map(({ name }) => name);
    expect(registered.sort()).to.deep.equal(tags);
  });

  it('tells the attributes, events and tokens that pages rely on', () => {
    const session = elements.find(({ name }) => name === 'PortalSession');
    const names = (items: readonly Item[] = []) => items.map(({ name }) => name);
    expect(names(session?.attributes)).to.include.members(['base-url', 'policy', 'sign-in-href']);
    expect(names(session?.events)).to.include('portal-session-ended');
    expect(names(session?.cssProperties)).to.include('--portal-color-accent');
  });
});
