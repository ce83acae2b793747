/** As much as matters here of what Solid and Svelte declare. */
declare module 'solid-js' {
  export namespace JSX {
    type Element = unknown;
    interface ElementChildrenAttribute {
      children: {};
    }
    interface HTMLAttributes<T> {
      id?: string | undefined;
      children?: unknown;
      ref?: T | ((element: T) => void) | undefined;
    }
    interface IntrinsicElements {
      div: HTMLAttributes<HTMLDivElement>;
    }
  }
}

declare module 'solid-js/jsx-runtime' {
  export type { JSX } from 'solid-js';
}

declare module 'svelte/elements' {
  export interface HTMLAttributes<T> {
    id?: string | undefined;
    'bind:this'?: T | undefined;
  }
  export interface SvelteHTMLElements {
    div: HTMLAttributes<HTMLDivElement>;
  }
}

declare module 'svelte' {
  export const onMount: (run: () => void) => void;
}

/** As much as matters here of Angular's. */
declare module '@angular/core' {
  export const CUSTOM_ELEMENTS_SCHEMA: object;
  export const Component: (options: {
    readonly selector: string;
    readonly schemas: readonly object[];
    readonly template: string;
  }) => (component: new () => object) => void;
}
