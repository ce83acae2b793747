import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { msw } from 'msw/vite';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The demo: every page of this folder, with the library from its source. */
export default defineConfig({
  root: here,
  // The service worker of the simulated backend, served at the root.
  plugins: [msw({ mode: 'worker-only' })],
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
