/// <reference types="vite/client" />

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

export interface Attribute extends Described {
  readonly fieldName?: string;
}

interface Member extends Described {
  readonly kind: 'field' | 'method';
}

/** What the custom-elements manifest says of an element. */
export interface ElementManifest {
  readonly tagName: string;
  readonly description?: string;
  readonly attributes?: readonly Attribute[];
  readonly members?: readonly Member[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly (Partial<ElementManifest> & {
      readonly customElement?: boolean;
    })[];
  }[];
}

/** Made by `npm run manifest`, before Storybook starts. */
const [manifest] = Object.values(
  import.meta.glob<Manifest>('../dist/custom-elements.json', { eager: true, import: 'default' }),
);
if (!manifest) throw new Error('There is no dist/custom-elements.json: npm run manifest makes it.');

/** All elements, by their tags. */
export const elements: ReadonlyMap<string, ElementManifest> = new Map(
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ tagName, ...rest }) =>
      tagName === undefined ? [] : [[tagName, { tagName, ...rest }] as const],
    )
    .sort(([a], [b]) => a.localeCompare(b)),
);
