import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { msw } from 'msw/vite';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

const here = import.meta.dirname;

/** People are brought along by `npm start`; the server of `npm run dev` knows nobody. */
const nobody: Plugin = {
  name: 'nobody',
  configureServer({ middlewares }) {
    middlewares.use('/people.json', (_request, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end('[]');
    });
  },
};

/** Imported on demand by every page: the backend's parts, and what finds the elements. */
const always = ['src/autoload.ts', 'mocks/desk/index.ts', 'msw/lib/browser/index.js'];

/**
 * Has each page fetch the code of its elements while the backend starts. It runs when the backend is there: a
 * session that asks before finds none.
 */
const fetchEarly: Plugin = {
  name: 'fetch-early',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const tags = new Set([...html.matchAll(/<([a-z]+-[a-z]+)/g)].map(([, tag]) => tag));
      const modules = [...always, ...[...tags].map((tag) => `src/widgets/${tag}/define.ts`)];
      const files = new Set<string>();
      const add = (file: string) => {
        const chunk = bundle[file];
        if (chunk?.type !== 'chunk' || files.has(file)) return;
        files.add(file);
        chunk.imports.forEach(add);
      };
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const has = (module: string) => chunk.moduleIds.some((id) => id.endsWith(module));
        if (modules.some(has)) add(chunk.fileName);
      }
      return [...files]
        .filter((file) => !html.includes(file))
        .map((file): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', href: `/${file}` },
          injectTo: 'head',
        }));
    },
  },
};

/** The demo: every page of this folder, with the library from its source. */
export default defineConfig({
  root: here,
  // msw: the service worker of the simulated backend, served at the root.
  plugins: [msw({ mode: 'worker-only' }), nobody, fetchEarly],
  build: {
    outDir: join(here, '../build/demo'),
    emptyOutDir: true,
    target: 'es2022',
    // Under the demo's Content-Security-Policy nothing may be inlined as `data:`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: readdirSync(here)
        .filter((name) => name.endsWith('.html'))
        .map((name) => join(here, name)),
    },
  },
});
