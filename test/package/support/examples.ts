/** Which example of `demo/examples` a chapter of `docs/frameworks.md` is about. */
export const exampleOf: Readonly<Record<string, string>> = {
  'Plain HTML': 'script-tag',
  'React 19': 'react',
  Next: 'next',
  'Vue 3': 'vue',
  'Svelte 5': 'svelte',
  Angular: 'angular',
  htmx: 'htmx',
  'Turbo (Hotwire)': 'turbo',
  WordPress: 'wordpress',
};
