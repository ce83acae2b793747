import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { msw } from 'msw/vite';
import { defineConfig, type Plugin } from 'vite';

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

/** The demo: every page of this folder, with the library from its source. */
export default defineConfig({
  root: here,
  // msw: the service worker of the simulated backend, served at the root.
  plugins: [msw({ mode: 'worker-only' }), nobody],
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
